"""Erasing in the background: what users delete, and events that are older than the retention period."""
