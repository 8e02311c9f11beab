"""Connections to `kokumi serve`: how many there may be, how long each may take, what each may send."""
