"""The overview's statistics, counted in the plainest way (docs/statistics.md)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from oracle.attribution import external_referrer
from oracle.channels import channel
from oracle.filters import attribute_of
from oracle.model import CUSTOM_EVENT, PAGE_VIEW, Event
from oracle.question import Question, largest_first
from oracle.times import Range, format_instant, previous_range, unit_start, year_earlier

OF_VISIT = {"entry": 0, "exit": -1}
NAMES: dict[str, Callable[[Event], str]] = {
    "referrer": external_referrer,
    "channel": channel,
    "language": lambda event: event.language[:2].lower(),
}


def stats(question: Question, compare: str) -> dict[str, object]:
    """Return views, visitors, visits, bounces and time, and those of the range compared with."""
    other = _compared(question, compare)
    return {**_totals(question.filtered()), "comparison": _totals(question.filtered(other))}


def pageviews(question: Question, unit: str) -> dict[str, object]:
    """Return page views, and sessions with one, in each bucket."""
    buckets: dict[int, list[Event]] = defaultdict(list)
    for event in _views(question.filtered()):
        buckets[unit_start(event.created_at_ms, unit, question.world.zone)].append(event)
    starts = sorted(buckets)
    return {
        "pageviews": [{"x": format_instant(start), "y": len(buckets[start])} for start in starts],
        "sessions": [
            {"x": format_instant(start), "y": len({event.session_id for event in buckets[start]})}
            for start in starts
        ],
    }


def metrics(question: Question, dimension: str) -> list[dict[str, object]]:
    """Return the sessions of each name; for `event`, the events."""
    if dimension == "event":
        counts: dict[str, int] = defaultdict(int)
        for event in question.filtered():
            counts[event.event_name] += event.event_type == CUSTOM_EVENT
        return _rows(counts)
    sessions: dict[str, set[str]] = defaultdict(set)
    for event, name in _named(_views(question.filtered()), dimension):
        sessions[name].add(event.session_id)
    return _rows({name: len(found) for name, found in sessions.items()})


def expanded(rows: Iterable[Mapping[str, object]], dimension: str) -> list[dict[str, object]]:
    """Return the rows of the report breakdown that have a name, with time in whole seconds."""
    return [
        {
            "name": row[dimension],
            "pageviews": row["views"],
            **{name: row[name] for name in ("visitors", "visits", "bounces")},
            "totaltime": int(float(str(row["totaltime"]))),
        }
        for row in rows
        if row[dimension]
    ]


def _compared(question: Question, compare: str) -> Range:
    if compare == "yoy":
        return year_earlier(question.span, question.world.zone)
    return previous_range(question.span)


def _views(events: Iterable[Event]) -> list[Event]:
    return [event for event in events if event.event_type == PAGE_VIEW]


def _by_visit(events: Iterable[Event]) -> list[list[Event]]:
    visits: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        visits[event.visit_id].append(event)
    return list(visits.values())


def _totals(events: Iterable[Event]) -> dict[str, int]:
    views = _views(events)
    visits = _by_visit(views)
    return {
        "pageviews": len(views),
        "visitors": len({event.session_id for event in views}),
        "visits": len(visits),
        "bounces": sum(len(visit) == 1 for visit in visits),
        "totaltime": sum(visit[-1].created_at_ms - visit[0].created_at_ms for visit in visits) // 1000,
    }


def _named(views: list[Event], dimension: str) -> list[tuple[Event, str]]:
    if dimension in OF_VISIT:
        chosen = [visit[OF_VISIT[dimension]] for visit in _by_visit(views)]
        return [(event, event.path) for event in chosen]
    if dimension in NAMES:
        return [(event, NAMES[dimension](event)) for event in views]
    return [(event, event.text(attribute_of(dimension))) for event in views]


def _rows(figures: dict[str, int]) -> list[dict[str, object]]:
    named = {name: figure for name, figure in figures.items() if name and figure}
    return [{"x": name, "y": figure} for name, figure in largest_first(named)]
