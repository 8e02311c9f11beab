"""Collecting: a tracker's request becomes durable events (parse, enrich, identify, commit)."""
