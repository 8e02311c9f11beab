"""The ways that visits take (docs/spec/journey.md), and the rows that show them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from oracle.errors import BadRequestError
from oracle.filters import pattern_fits
from oracle.question import Question, by_visitor
from oracle.steps import fits_step

MAX_LIST = 100
FEWEST_STEPS, MAX_STEPS = 2, 7

Items = tuple[str | None, ...]
Way = tuple[str, ...]


def rows(question: Question) -> list[dict[str, object]]:
    """Return the most common ways as they are displayed, each with its number of visits."""
    ways = ways_of(question).values()
    return [{"items": list(display(question, way)), "count": count} for way, count in common(question, ways)]


def ways_of(question: Question) -> dict[str, Way]:
    """Return the counted items of each visitor whose journey is not left out."""
    kind = question.parameters.get("eventType")
    excluded = question.parameters.get("exclude") or []
    assert isinstance(excluded, list)
    counted = [
        event
        for event in question.filtered()
        if (kind is None or str(event.event_type) == str(kind))
        and not any(fits_step(event, step) for step in excluded)
    ]
    journeys = by_visitor(counted, question.visitor_of(default="visit"))
    ways = {}
    for visitor, taken in journeys.items():
        items = tuple(renamed(question, event.item) for event in taken)
        way = cut(question, fold(items) if question.parameters.get("collapse") is True else items)
        if way:
            ways[visitor] = way
    return ways


def renamed(question: Question, item: str) -> str:
    """Return the name of the first group that an item fits, or itself."""
    groups = question.parameters.get("groups") or []
    assert isinstance(groups, list)
    return next((group["name"] for group in groups if pattern_fits(group["pattern"], item)), item)


def cut(question: Question, items: Way) -> Way:
    """Return the items that are shown, nothing if the journey is left out."""
    steps = steps_of(question)
    if is_backward(question):
        end = first_that_fits(question, "endStep", items)
        if end is None:
            return ()
        shown = items[max(0, end + 1 - steps) : end + 1]
        return shown if is_at(question, "startStep", shown[0]) else ()
    if question.parameters.get("from") != "anywhere":
        shown = items[:steps]
        fits = is_at(question, "startStep", shown[0]) and is_at(question, "endStep", shown[-1])
        return shown if fits else ()
    start = first_that_fits(question, "startStep", items)
    if start is None:
        return ()
    if not question.text("endStep", ""):
        return items[start : start + steps]
    after = first_that_fits(question, "endStep", items[start + 1 :])
    shown = () if after is None else items[start : start + after + 2]
    return shown if len(shown) <= steps else ()


def is_at(question: Question, name: str, item: str) -> bool:
    """Whether an item fits a pattern of the request; everything fits one that is not given."""
    pattern = question.text(name, "")
    return not pattern or pattern_fits(pattern, item)


def first_that_fits(question: Question, name: str, items: Way) -> int | None:
    """Return the place of the first item that fits a pattern of the request."""
    return next((place for place, item in enumerate(items) if is_at(question, name, item)), None)


def is_backward(question: Question) -> bool:
    """Whether journeys end where `endStep` fits."""
    return question.parameters.get("direction") == "backward"


def common(question: Question, ways: Iterable[Way]) -> list[tuple[Way, int]]:
    """Return the 100 most common ways, in order, each with its number of visits."""
    collapse = question.parameters.get("collapse") is True

    def order(row: tuple[Way, int]) -> tuple[object, ...]:
        way, count = row
        items = way if collapse else pad(way, steps_of(question))
        return -count, _sortable(display(question, way)), _sortable(items), _nulls_first(items)

    return sorted(Counter(ways).items(), key=order)[:MAX_LIST]


def fold(items: Way) -> Way:
    """Return the items with equal neighbours made one."""
    return tuple(item for item, _ in groupby(items))


def pad(items: Way, steps: int) -> Items:
    """Return as many items as steps; the missing ones are null."""
    return items + (None,) * (steps - len(items))


def display(question: Question, way: Way) -> Items:
    """Return items as rows show them: padded and folded, with one more null below 7 steps."""
    if question.parameters.get("collapse") is True:
        return way
    steps = steps_of(question)
    folded = tuple(item for item, _ in groupby(pad(way, steps)))
    return folded + ((None,) if steps < MAX_STEPS else ())


def steps_of(question: Question) -> int:
    """Return how many items are shown at most."""
    steps = question.parameters.get("steps")
    if isinstance(steps, bool) or not isinstance(steps, int) or not FEWEST_STEPS <= steps <= MAX_STEPS:
        raise BadRequestError("2 to 7 steps")
    return steps


def _sortable(items: Sequence[str | None]) -> tuple[str, ...]:
    return tuple(item or "" for item in items)


def _nulls_first(items: Sequence[str | None]) -> tuple[bool, ...]:
    # Null counts as empty text. Where a path is empty too, one more rule makes the order total.
    return tuple(item is not None for item in items)
