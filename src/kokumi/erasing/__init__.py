"""Erasing in the background: what users delete, and what has been kept for as long as it may be."""
