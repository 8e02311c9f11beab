"""The HTTP API: from the wire's odd spellings to typed calls, and from errors to statuses."""
