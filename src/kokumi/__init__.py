"""Kokumi: web and product analytics that a person can own."""

__version__ = "0.1.0"
