"""What all routes stand on: callers, bodies, errors, threads for queries, and the description of the API."""
