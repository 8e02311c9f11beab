"""Agents: what a user agent is, whose it is, and what proves it."""
