"""The websites that events may come in for, remembered for a moment: the collector asks at every event."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from kokumi.domain.websites import Website

_SECONDS = 5.0
"""How long another server process's change may stay unseen; this one's are seen at once."""

_MAX_REMEMBERED = 10_000
"""How many are remembered; ids that mean nothing count too, and anybody can send them."""


@dataclass(frozen=True, slots=True)
class _Remembered:
    website: Website | None
    until: float


class KnownWebsites:
    """Answers `website(id)` from memory while it can; what is forgotten is looked up again."""

    def __init__(self) -> None:
        self._remembered: dict[UUID, _Remembered] = {}
        self._generation = 0

    def get(self, website_id: UUID, look_up: Callable[[UUID], Website | None]) -> Website | None:
        """Return the website, or none if there is no such."""
        found = self._remembered.get(website_id)
        now = time.monotonic()
        if found is not None and found.until > now:
            return found.website
        generation = self._generation
        website = look_up(website_id)
        if len(self._remembered) >= _MAX_REMEMBERED:
            self._remembered.clear()
        # What was changed while it was looked up may be seen as it was before: not worth keeping.
        if generation == self._generation:
            self._remembered[website_id] = _Remembered(website, now + _SECONDS)
        return website

    def forget(self, website_id: UUID) -> None:
        """Look the website up anew the next time."""
        self._generation += 1
        self._remembered.pop(website_id, None)
