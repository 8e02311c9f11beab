"""Funnel (docs/spec/funnel.md)."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from oracle.errors import BadRequestError
from oracle.filters import Saved
from oracle.model import Event
from oracle.question import Body, Question, ask, by_session
from oracle.steps import Step, fits_step

UNIT_MS = {"minute": 60_000, "hour": 3_600_000, "day": 86_400_000}
FEWEST_STEPS, MAX_STEPS = 2, 8


def funnel(
    events: Iterable[Event],
    body: Body,
    saved: Saved | None = None,
    *,
    reset_at_ms: int | None = None,
    now_ms: int = 0,
) -> list[dict[str, object]]:
    """Return for each step how many sessions reach it (docs/spec/funnel.md)."""
    question = ask(events, body, saved, reset_at_ms=reset_at_ms, now_ms=now_ms)
    steps = _steps(question)
    window = _window_ms(question)
    depths = [reached(session, steps, window) for session in by_session(question.filtered()).values()]
    visitors = [sum(1 for depth in depths if depth > index) for index in range(len(steps))]
    return [_row(step, index, visitors) for index, step in enumerate(steps)]


def reached(session: list[Event], steps: list[Step], window_ms: Fraction) -> int:
    """Return how many steps the session reaches.

    Every chain counts: `ends` holds each event at which some chain of the steps so far may end.
    """
    ends = [event for event in session if fits_step(event, steps[0])]
    depth = 0
    for step in [*steps[1:], None]:
        if not ends:
            return depth
        depth += 1
        if step is not None:
            ends = [
                event
                for event in session
                if fits_step(event, step) and any(_follows(event, earlier, window_ms) for earlier in ends)
            ]
    return depth


def _follows(event: Event, earlier: Event, window_ms: Fraction) -> bool:
    return event.order > earlier.order and event.created_at_ms - earlier.created_at_ms <= window_ms


def _steps(question: Question) -> list[Step]:
    steps = question.parameters.get("steps")
    if not isinstance(steps, list) or not FEWEST_STEPS <= len(steps) <= MAX_STEPS:
        raise BadRequestError("2 to 8 steps")
    return steps


def _window_ms(question: Question) -> Fraction:
    window = question.parameters.get("window")
    if isinstance(window, bool) or not isinstance(window, (int, float)) or window <= 0:
        raise BadRequestError("window must be a number over 0")
    return Fraction(Decimal(repr(window))) * UNIT_MS[question.text("windowUnit", "day")]


def _row(step: Step, index: int, visitors: list[int]) -> dict[str, object]:
    here, first = visitors[index], visitors[0]
    previous = visitors[index - 1] if index else 0
    return {
        **{key: step[key] for key in ("type", "value", "filters") if key in step},
        "visitors": here,
        "previous": previous,
        "dropped": previous - here if previous else 0,
        "dropoff": 1 - here / previous if previous else None,
        "remaining": here / first if first else None,
    }
