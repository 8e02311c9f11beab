"""Lifecycle (docs/spec/lifecycle.md)."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from oracle.behind import sessions_behind
from oracle.filters import Saved
from oracle.model import Event
from oracle.question import Body, Question, ask
from oracle.times import (
    FOREVER_MS,
    Range,
    add_units,
    day_start,
    format_instant,
    parse_instant,
    to_local,
    unit_start_day,
)

STATES = ("new", "returning", "resurrecting", "dormant")


def lifecycle(
    events: Iterable[Event],
    body: Body,
    saved: Saved | None = None,
    *,
    reset_at_ms: int | None = None,
    now_ms: int = 0,
) -> list[dict[str, object]]:
    """Return for each unit the visitors that are new, return, come back or stay away.

    See docs/spec/lifecycle.md.
    """
    question = ask(events, body, saved, reset_at_ms=reset_at_ms, now_ms=now_ms)
    unit, zone = question.text("unit", "day"), question.world.zone
    active = _active(question)
    return [
        {
            "t": format_instant(day_start(first, zone)),
            **{state: len(_visitors(active, first, unit, state)) for state in STATES},
            "complete": day_start(add_units(first, unit, 1), zone) <= question.span.end_ms + 1,
        }
        for first in _units(question)
    ]


def sessions_of_lifecycle(question: Question, cell: Mapping[str, object]) -> list[str]:
    """Return the sessions behind a cell (docs/spec/lifecycle.md#sessions)."""
    unit, zone = question.text("unit", "day"), question.world.zone
    instant = parse_instant(cell["t"], zone, is_end=False)
    for first in _units(question):
        if day_start(first, zone) == instant:
            counted = _visitors(_active(question), first, unit, str(cell["state"]))
            before = day_start(_before(_units(question)[0], unit), zone)
            return sessions_behind(question, counted, Range(before, question.span.end_ms), _reading(question))
    return []


def _reading(question: Question) -> Range:
    return Range(-FOREVER_MS, question.span.end_ms)


def _active(question: Question) -> dict[str, set[date]]:
    """Return the units of all time in which each visitor was active, by their first days."""
    unit, zone = question.text("unit", "day"), question.world.zone
    visitor_of = question.visitor_of(_reading(question))
    active: dict[str, set[date]] = {}
    for event in question.filtered(_reading(question)):
        day = unit_start_day(to_local(event.created_at_ms, zone).date(), unit)
        active.setdefault(visitor_of[event.event_id], set()).add(day)
    return active


def _before(first: date, unit: str) -> date:
    return unit_start_day(first - timedelta(days=1), unit)


def _visitors(active: Mapping[str, set[date]], first: date, unit: str, state: str) -> list[str]:
    before = _before(first, unit)
    found = []
    for visitor, units in active.items():
        is_here, was_here = first in units, before in units
        is_new = min(units) == first
        states = {
            "new": is_new,
            "returning": is_here and was_here,
            "resurrecting": is_here and not was_here and not is_new,
            "dormant": was_here and not is_here,
        }
        if states[state]:
            found.append(visitor)
    return found


def _units(question: Question) -> list[date]:
    """Return the first days of the units of the range."""
    unit, zone = question.text("unit", "day"), question.world.zone
    span = question.span.since(question.world.reset_at_ms)
    if span.end_ms < span.start_ms:
        return []
    days = [unit_start_day(to_local(span.start_ms, zone).date(), unit)]
    while add_units(days[-1], unit, 1) <= to_local(span.end_ms, zone).date():
        days.append(add_units(days[-1], unit, 1))
    return days
