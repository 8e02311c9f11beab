"""Filters: from JSON to a tree, saved ones looked up, and the tree as one SQL condition.

See docs/spec/filters.md.
"""
