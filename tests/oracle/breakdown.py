"""Breakdown (docs/spec/breakdown.md)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from oracle.errors import BadRequestError
from oracle.filters import Saved, attribute_of
from oracle.model import PAGE_VIEW, Event
from oracle.question import Body, Question, ask

MAX_LIST = 500
MAX_FIELDS = 8


@dataclass(slots=True)
class Row:
    """What is known of one combination of values."""

    views: int = 0
    sessions: set[str] = field(default_factory=set)
    visits: set[str] = field(default_factory=set)
    bounces: int = 0
    time_ms: int = 0


def breakdown(
    events: Iterable[Event],
    body: Body,
    saved: Saved | None = None,
    *,
    reset_at_ms: int | None = None,
    now_ms: int = 0,
) -> list[dict[str, object]]:
    """Return the combinations of the fields' values with their figures (docs/spec/breakdown.md)."""
    question = ask(events, body, saved, reset_at_ms=reset_at_ms, now_ms=now_ms)
    names = _fields(question)
    attributes = [attribute_of(name) for name in names]
    filtered = question.filtered()
    # With `event` among the fields custom events are counted too, also in views.
    counted = [e for e in filtered if e.event_type == PAGE_VIEW or "event_name" in attributes]

    rows: dict[tuple[str, ...], Row] = defaultdict(Row)

    def row_of(event: Event) -> Row:
        return rows[tuple(event.text(attribute) for attribute in attributes)]

    for event in counted:
        row = row_of(event)
        row.views += 1
        row.sessions.add(event.session_id)
        row.visits.add(event.visit_id)
    for visit in _by_visit(counted):
        for event, following in pairwise(visit):
            row_of(event).time_ms += following.created_at_ms - event.created_at_ms
        views = [event for event in visit if event.event_type == PAGE_VIEW]
        if len(views) == 1:
            row_of(views[0]).bounces += 1

    ordered = sorted(rows.items(), key=lambda item: (-len(item[1].sessions), -item[1].views, item[0]))
    return [_shown(names, values, row) for values, row in ordered[:MAX_LIST]]


def _fields(question: Question) -> list[str]:
    names = question.parameters.get("fields")
    if not isinstance(names, list) or not 1 <= len(names) <= MAX_FIELDS:
        raise BadRequestError("fields must be a list of 1 to 8 names")
    if len({attribute_of(name) for name in names}) < len(names):
        raise BadRequestError("fields must differ")
    return names


def _by_visit(events: Iterable[Event]) -> Iterable[list[Event]]:
    visits = defaultdict(list)
    for event in events:
        visits[event.visit_id].append(event)
    return visits.values()


def _shown(names: list[str], values: tuple[str, ...], row: Row) -> dict[str, object]:
    return {
        **dict(zip(names, values, strict=True)),
        "views": row.views,
        "visitors": len(row.sessions),
        "visits": len(row.visits),
        "bounces": row.bounces,
        "totaltime": row.time_ms / 1000,
    }
