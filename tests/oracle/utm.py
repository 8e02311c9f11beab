"""UTM (docs/spec/utm.md)."""

from collections import defaultdict
from collections.abc import Iterable

from oracle.conversions import done
from oracle.filters import Saved
from oracle.model import PAGE_VIEW, UTM_FIELDS, Event
from oracle.question import Body, Question, ask, largest_first

MAX_LIST = 50


def utm(
    events: Iterable[Event],
    body: Body,
    saved: Saved | None = None,
    *,
    reset_at_ms: int | None = None,
    now_ms: int = 0,
) -> dict[str, object]:
    """Return for each utm field its values by page views, the top 50, empty ones left out.

    See docs/spec/utm.md.
    """
    question = ask(events, body, saved, reset_at_ms=reset_at_ms, now_ms=now_ms)
    return {field: _values(question, field) for field in UTM_FIELDS}


def _values(question: Question, field: str) -> list[dict[str, object]]:
    rows: dict[str, list[Event]] = defaultdict(list)
    for event in question.filtered():
        if event.event_type == PAGE_VIEW and event.text(field) != "":
            rows[event.text(field)].append(event)
    ordered = largest_first({name: len(views) for name, views in rows.items()})[:MAX_LIST]
    return [{"utm": name, "views": count, **_details(question, rows[name])} for name, count in ordered]


def _details(question: Question, row: list[Event]) -> dict[str, object]:
    if not question.parameters.get("details"):
        return {}
    filtered, visitor_of = question.filtered(), question.visitor_of()
    visits = {event.visit_id for event in row}
    views = [event.visit_id for event in filtered if event.event_type == PAGE_VIEW]
    visitors = {visitor_of[event.event_id] for event in row}
    return {
        "visitors": len(visitors),
        "visits": len(visits),
        "bounces": sum(views.count(visit) == 1 for visit in visits),
        **done(question, filtered, visitor_of, visitors),
    }
