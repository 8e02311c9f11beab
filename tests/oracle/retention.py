"""Retention (docs/spec/retention.md)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from oracle.filters import Saved
from oracle.model import Event
from oracle.question import Body, ask
from oracle.times import day_start, format_instant, to_local

LAST_DAY = 31


def retention(
    events: Iterable[Event],
    body: Body,
    saved: Saved | None = None,
    *,
    reset_at_ms: int | None = None,
    now_ms: int = 0,
) -> list[dict[str, object]]:
    """Return for each cohort and day after it the sessions that came back (docs/spec/retention.md)."""
    question = ask(events, body, saved, reset_at_ms=reset_at_ms, now_ms=now_ms)
    zone = question.world.zone

    cohort_of: dict[str, date] = {}
    for event in question.filtered():
        cohort_of.setdefault(event.session_id, to_local(event.created_at_ms, zone).date())
    members: dict[date, set[str]] = defaultdict(set)
    for session, day in cohort_of.items():
        members[day].add(session)

    returned: dict[tuple[date, int], set[str]] = defaultdict(set)
    for event in question.unfiltered():
        if event.session_id in cohort_of:
            first = cohort_of[event.session_id]
            later = (to_local(event.created_at_ms, zone).date() - first).days
            if 0 <= later <= LAST_DAY:
                returned[first, later].add(event.session_id)

    return [
        {
            "date": format_instant(day_start(first, zone)),
            "day": later,
            "visitors": len(members[first]),
            "returnVisitors": len(sessions),
            "percentage": 100 * len(sessions) / len(members[first]),
        }
        for (first, later), sessions in sorted(returned.items())
    ]
