"""The sessions behind a number (docs/spec/sessions-behind.md)."""

from collections.abc import Collection

from oracle.question import Question
from oracle.times import Range


def sessions_behind(
    question: Question,
    visitors: Collection[str],
    listed: Range | None = None,
    judged: Range | None = None,
) -> list[str]:
    """Return the sessions of these visitors with an event in the span that is listed, the latest first.

    Persons are those of the span that is judged. Of a visit, its own events say how late it is.
    """
    visitor_of = question.visitor_of(judged or listed)
    latest: dict[str, int] = {}
    for event in question.world.within(listed or question.span):
        if visitor_of[event.event_id] in visitors:
            latest[event.session_id] = event.created_at_ms
    return sorted(latest, key=lambda session: (-latest[session], session))
