"""Connections to `kokumi serve`: how many there may be, how long each may take and what it may send."""
