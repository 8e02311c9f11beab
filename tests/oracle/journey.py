"""Journey (docs/spec/journey.md)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby

from oracle.errors import BadRequestError
from oracle.filters import Saved, pattern_fits
from oracle.model import Event
from oracle.question import Body, Question, ask

MAX_LIST = 100
FEWEST_STEPS, MAX_STEPS = 2, 7

Items = tuple[str | None, ...]


def journey(
    events: Iterable[Event],
    body: Body,
    saved: Saved | None = None,
    *,
    reset_at_ms: int | None = None,
    now_ms: int = 0,
) -> list[dict[str, object]]:
    """Return the ways that visits take, each with its number of visits (docs/spec/journey.md)."""
    question = ask(events, body, saved, reset_at_ms=reset_at_ms, now_ms=now_ms)
    steps = _steps(question)
    collapse = question.parameters.get("collapse") is True
    counts: Counter[Items] = Counter()
    for visit in _visits(question):
        items = fold(visit) if collapse else visit
        items = items[:steps]
        if _wanted(question, items):
            counts[items if collapse else pad(items, steps)] += 1
    rows = [(items if collapse else display(items, steps), items, count) for items, count in counts.items()]
    rows.sort(key=lambda row: (-row[2], _sortable(row[0]), _sortable(row[1]), _nulls_first(row[1])))
    return [{"items": list(shown), "count": count} for shown, _, count in rows[:MAX_LIST]]


def fold(items: Items) -> Items:
    """Return the items with equal neighbours made one."""
    return tuple(item for item, _ in groupby(items))


def pad(items: Items, steps: int) -> Items:
    """Return as many items as steps; the missing ones are null."""
    return items + (None,) * (steps - len(items))


def display(items: Items, steps: int) -> Items:
    """Return padded items as rows show them: folded, with one more null below 7 steps."""
    return fold(items) + ((None,) if steps < MAX_STEPS else ())


def _steps(question: Question) -> int:
    steps = question.parameters.get("steps")
    if isinstance(steps, bool) or not isinstance(steps, int) or not FEWEST_STEPS <= steps <= MAX_STEPS:
        raise BadRequestError("2 to 7 steps")
    return steps


def _visits(question: Question) -> Iterable[Items]:
    kind = question.parameters.get("eventType")
    visits: dict[str, list[str]] = defaultdict(list)
    for event in question.filtered():
        if kind is None or str(event.event_type) == str(kind):
            visits[event.visit_id].append(event.item)
    return [tuple(items) for items in visits.values()]


def _wanted(question: Question, items: Items) -> bool:
    start, end = question.text("startStep", ""), question.text("endStep", "")
    first, last = items[0] or "", items[-1] or ""
    return (not start or pattern_fits(start, first)) and (not end or pattern_fits(end, last))


def _sortable(items: Sequence[str | None]) -> tuple[str, ...]:
    return tuple(item or "" for item in items)


def _nulls_first(items: Sequence[str | None]) -> tuple[bool, ...]:
    # Null counts as empty text. Where a path is empty too, one more rule makes the order total.
    return tuple(item is not None for item in items)
