"""Patterns of paths that are not counted (`KOKUMI_IGNORE_PATHS`)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PathPattern:
    """A path in which each `*` stands for any text, also for `/`.

    This is no regular expression, because with several stars strangers could choose paths that take it very
    long.
    """

    text: str

    def matches(self, path: str) -> bool:
        """Return whether the pattern matches the whole path."""
        first, *rest = self.text.split("*")
        if not rest:
            return path == first
        *middle, last = rest
        if not path.startswith(first):
            return False
        position = len(first)
        for part in middle:
            # The first match leaves the most text for the parts after it.
            found = path.find(part, position)
            if found < 0:
                return False
            position = found + len(part)
        return len(path) - position >= len(last) and path.endswith(last)
