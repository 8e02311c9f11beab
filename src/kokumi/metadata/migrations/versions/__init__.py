"""The revisions, named after what they bring, in the order of their numbers."""
