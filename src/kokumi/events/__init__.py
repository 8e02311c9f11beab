"""The event store: what is kept of each event, and the only way to write and to query it."""
