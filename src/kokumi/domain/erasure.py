"""What is to be erased from the event store, and how long events are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from kokumi.domain.times import DAY, day_of

MAX_RETENTION_DAYS = 36_500
"""The longest retention that can be set; longer than that is for ever."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """A part of a website's events: one session, those before an instant, or all if neither is given.

    `before` is in epoch milliseconds.
    """

    website_id: UUID
    before: int | None = None
    session_id: UUID | None = None

    @property
    def is_whole_website(self) -> bool:
        """Whether nothing of the website stays."""
        return self.before is None and self.session_id is None


@dataclass(frozen=True, slots=True)
class WebsiteRetention:
    """How many days a website keeps its events."""

    website_id: UUID
    days: int


@dataclass(frozen=True, slots=True)
class Expiry:
    """Before which instant the events of these websites have expired, in epoch milliseconds."""

    before: int
    website_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Expired:
    """Which events have expired: those of every website `before` an instant, and more of some websites.

    `before` is none if only some websites have a retention.
    """

    before: int | None
    own: tuple[Expiry, ...]


def expired(now: int, server_days: int | None, websites: Iterable[WebsiteRetention]) -> Expired:
    """Return which events have expired at an instant in epoch milliseconds.

    The boundaries are starts of UTC days. If a website has a period of its own, the shorter of this and the
    server's counts.
    """
    shorter: dict[int, list[UUID]] = {}
    for website in websites:
        if server_days is None or website.days < server_days:
            shorter.setdefault(website.days, []).append(website.website_id)
    own = tuple(Expiry(_cut(now, days), tuple(sorted(ids))) for days, ids in sorted(shorter.items()))
    return Expired(None if server_days is None else _cut(now, server_days), own)


def _cut(now: int, days: int) -> int:
    return (day_of(now) - days) * DAY
