"""Goals (docs/spec/goals.md)."""

from collections.abc import Iterable

from oracle.filters import Saved
from oracle.model import Event
from oracle.question import Body, ask
from oracle.steps import fits


def goals(
    events: Iterable[Event],
    body: Body,
    saved: Saved | None = None,
    *,
    reset_at_ms: int | None = None,
    now_ms: int = 0,
) -> dict[str, object]:
    """Return how many sessions did it, and how many there were at all (docs/spec/goals.md)."""
    question = ask(events, body, saved, reset_at_ms=reset_at_ms, now_ms=now_ms)
    kind, pattern = question.text("type"), question.text("value")
    filtered = question.filtered()
    return {
        "num": len({event.session_id for event in filtered if fits(event, kind, pattern)}),
        "total": len({event.session_id for event in filtered}),
    }
