"""Paths that are not counted, as the operator writes them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PathPattern:
    """A path in which each `*` stands for any text, `/` included.

    A regular expression with several stars takes polynomial time for paths that a stranger chooses.
    """

    text: str

    def matches(self, path: str) -> bool:
        """Return whether it is the whole of a path."""
        first, *rest = self.text.split("*")
        if not rest:
            return path == first
        *middle, last = rest
        if not path.startswith(first):
            return False
        position = len(first)
        for part in middle:
            # The first place that fits leaves the most for the parts behind it.
            found = path.find(part, position)
            if found < 0:
                return False
            position = found + len(part)
        return len(path) - position >= len(last) and path.endswith(last)
