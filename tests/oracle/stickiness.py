"""Stickiness (docs/spec/stickiness.md)."""

from collections.abc import Iterable, Mapping
from datetime import date

from oracle.behind import sessions_behind
from oracle.filters import Saved
from oracle.model import Event
from oracle.question import Body, Question, ask
from oracle.times import add_units, to_local, unit_start_day


def stickiness(
    events: Iterable[Event],
    body: Body,
    saved: Saved | None = None,
    *,
    reset_at_ms: int | None = None,
    now_ms: int = 0,
) -> list[dict[str, int]]:
    """Return for each number of units the visitors that were active in that many.

    See docs/spec/stickiness.md.
    """
    question = ask(events, body, saved, reset_at_ms=reset_at_ms, now_ms=now_ms)
    active = _active(question)
    return [
        {"periods": number, "visitors": sum(len(units) == number for units in active.values())}
        for number in range(1, _units(question) + 1)
    ]


def sessions_of_stickiness(question: Question, cell: Mapping[str, object]) -> list[str]:
    """Return the sessions behind a cell (docs/spec/stickiness.md#sessions)."""
    counted = [each for each, units in _active(question).items() if len(units) == cell["periods"]]
    return sessions_behind(question, counted)


def _active(question: Question) -> dict[str, set[date]]:
    """Return the units in which each visitor was active, by their first days."""
    unit, zone = question.text("unit", "day"), question.world.zone
    visitor_of = question.visitor_of()
    active: dict[str, set[date]] = {}
    for event in question.filtered():
        day = unit_start_day(to_local(event.created_at_ms, zone).date(), unit)
        active.setdefault(visitor_of[event.event_id], set()).add(day)
    return active


def _units(question: Question) -> int:
    """Return how many units the range has."""
    unit, zone = question.text("unit", "day"), question.world.zone
    span = question.span.since(question.world.reset_at_ms)
    if span.end_ms < span.start_ms:
        return 0
    day = unit_start_day(to_local(span.start_ms, zone).date(), unit)
    last = to_local(span.end_ms, zone).date()
    units = 0
    while day <= last:
        units += 1
        day = add_units(day, unit, 1)
    return units
