"""The statistics of a website: its overview, its events and its sessions."""
