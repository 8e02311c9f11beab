"""Asking a statistic about the oracle's events, without HTTP."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar
from uuid import UUID

from kokumi.domain.times import UTC_ZONE, TimeRange
from kokumi.domain.websites import Website
from kokumi.events.request_reader import RequestReader
from kokumi.events.store import EventStore
from kokumi.filters.wire import parse_filters
from kokumi.queries.query import Definition, EventSelection, Query
from kokumi.queries.run import Runtime, run
from oracle.filters import Saved
from oracle.making import SITE, ms
from oracle.model import Event
from support.asking import as_json
from support.store_events import SavedInMemory, insert

P = TypeVar("P")

OCTOBER = TimeRange(ms("2025-10-01"), ms("2025-11-01") - 1)


def ask(
    store: EventStore,
    website_id: UUID,
    statistic: Definition[P],
    parameters: P,
    asked: EventSelection | None = None,
    *,
    reset_at: int | None = None,
    saved: Saved | None = None,
) -> object:
    """Return the answer about a website, about October 2025 unless asked otherwise, as JSON has it."""
    website = Website(website_id, "Shop", "shop.example", reset_at)
    runtime = Runtime(RequestReader(store), SavedInMemory(saved or {}, website_id), ms("2025-11-01"))
    query = Query(statistic, parameters, website_id, asked or EventSelection(OCTOBER, UTC_ZONE))
    return as_json(run(query, website, runtime).answer)


def october(filters: dict[str, object] | None = None) -> EventSelection:
    """Return what asks about October 2025 through filters."""
    return EventSelection(OCTOBER, UTC_ZONE, parse_filters(filters or {}))


def fill(store: EventStore, website_id: UUID, events: Iterable[Event]) -> None:
    """Store events of the oracle's first website as those of this one."""
    insert(store, events, {SITE: website_id})
