"""Agents' fetches out of the logs of web servers."""
