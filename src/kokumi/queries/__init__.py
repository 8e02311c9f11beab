"""The one way from a request to an answer: parse, authorize, execute, shape."""
