"""What an import did, and what it left out and why."""

from __future__ import annotations

from dataclasses import dataclass

from kokumi.domain.websites import Website

PROBLEMS = (
    "events without a readable event id",
    "events without a readable website id",
    "events without a readable session id",
    "events without a readable time",
    "events of an unknown type",
)
"""Why an event cannot be taken over, in the order of the numbers in staging.sql."""

ALREADY = "events that are stored already"
TWICE = "events whose id comes up twice"
NO_WEBSITE = "events of a deleted website, or of a link or pixel, which belong to none"
NO_EVENT = "rows of event_data whose event is missing or was skipped"
NO_REVENUE_EVENT = "rows of revenue whose event is missing or was skipped"
NO_MONEY = "rows of revenue without a readable amount and a currency of three letters"
NO_SESSION = "rows of session_data without a readable session, website or time"


@dataclass(frozen=True, slots=True)
class Skipped:
    """Rows that were left out, for one reason."""

    reason: str
    rows: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What an import did: websites made, rows stored, rows left out.

    `hidden` events lie before the reset of their website and so count in no report.
    """

    websites: tuple[Website, ...]
    events: int
    identifications: int
    skipped: tuple[Skipped, ...]
    hidden: int
