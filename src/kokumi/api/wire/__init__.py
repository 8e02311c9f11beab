"""The shapes of requests and answers that several routes share, in the wire's camel case."""
