"""Breakdown (docs/spec/breakdown.md)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from oracle.channels import channel
from oracle.conversions import done
from oracle.errors import BadRequestError
from oracle.filters import Saved, attribute_of, camel
from oracle.groups import property_text
from oracle.model import PAGE_VIEW, Event
from oracle.question import Body, Question, ask

MAX_LIST = 500
MAX_FIELDS = 8
PROPERTY = "property:"

Value = Callable[[Event], str]
"""How the value of a field is read from an event."""


@dataclass(slots=True)
class Row:
    """What is known of one combination of values."""

    views: int = 0
    visitors: set[str] = field(default_factory=set)
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
    filtered, visitor_of = question.filtered(), question.visitor_of()
    values_of = rows_of_events(question)
    counted = [event for event in filtered if values_of(event) is not None]

    rows: dict[tuple[str, ...], Row] = defaultdict(Row)

    def row_of(event: Event) -> Row:
        return rows[values_of(event) or ()]

    for event in counted:
        row = row_of(event)
        row.views += 1
        row.visitors.add(visitor_of[event.event_id])
        row.visits.add(event.visit_id)
    for visit in _by_visit(counted).values():
        for event, following in pairwise(visit):
            row_of(event).time_ms += following.created_at_ms - event.created_at_ms
        views = [event for event in visit if event.event_type == PAGE_VIEW]
        if len(views) == 1:
            row_of(views[0]).bounces += 1

    shown = [
        (held, _shown(names, held, row) | done(question, filtered, visitor_of, row.visitors))
        for held, row in rows.items()
    ]
    first = _figure(question)
    shown.sort(key=lambda item: (-_number(item[1]["visitors"]), -_number(item[1]["views"]), item[0]))
    shown.sort(key=lambda item: -first(item[1]))
    return [row for _, row in shown][: int(str(question.parameters.get("limit", MAX_LIST)))]


def rows_of_events(question: Question) -> Callable[[Event], tuple[str, ...] | None]:
    """Return how to tell the values of the row that an event counts in; none if it does not count.

    With `event` or a property among the fields custom events are counted too, also in views.
    """
    names = _fields(question)
    values = [_value(question, name) for name in names]
    with_events = any(name.startswith(PROPERTY) or camel(name) == "event" for name in names)

    def values_of(event: Event) -> tuple[str, ...] | None:
        if event.event_type != PAGE_VIEW and not with_events:
            return None
        return tuple(value(event) for value in values)

    return values_of


def _figure(question: Question) -> Callable[[Mapping[str, object]], float]:
    """Return how to read the figure that rows are ordered by."""
    name = str(question.parameters.get("orderBy", "visitors"))

    def read(row: Mapping[str, object]) -> float:
        value = row[name]
        return _number(value[0] if isinstance(value, list) else value)

    return read


def _number(value: object) -> float:
    assert isinstance(value, (int, float))
    return value


def _fields(question: Question) -> list[str]:
    names = question.parameters.get("fields")
    if not isinstance(names, list) or not 1 <= len(names) <= MAX_FIELDS:
        raise BadRequestError("fields must be a list of 1 to 8 names")
    known = [name if name.startswith(PROPERTY) else camel(name) for name in names]
    if len(set(known)) < len(known):
        raise BadRequestError("fields must differ")
    return names


def _value(question: Question, name: str) -> Value:
    if name.startswith(PROPERTY):
        return lambda event: property_text(event, name.removeprefix(PROPERTY))
    if camel(name) == "channel":
        first = {visit: events[0] for visit, events in _by_visit(question.unfiltered()).items()}
        return lambda event: channel(first[event.visit_id])
    if camel(name) in {"entryPath", "exitPath"}:
        views = _by_visit(event for event in question.filtered() if event.event_type == PAGE_VIEW)
        place = 0 if camel(name) == "entryPath" else -1
        return lambda event: views[event.visit_id][place].path if event.visit_id in views else ""
    attribute = attribute_of(name)
    return lambda event: event.text(attribute)


def _by_visit(events: Iterable[Event]) -> dict[str, list[Event]]:
    visits: dict[str, list[Event]] = {}
    for event in events:
        visits.setdefault(event.visit_id, []).append(event)
    return visits


def _shown(names: list[str], values: tuple[str, ...], row: Row) -> dict[str, object]:
    return {
        **dict(zip(names, values, strict=True)),
        "views": row.views,
        "visitors": len(row.visitors),
        "visits": len(row.visits),
        "bounces": row.bounces,
        "totaltime": row.time_ms / 1000,
    }
