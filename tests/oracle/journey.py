"""Journey (docs/spec/journey.md): the answer, its flow, and the sessions behind it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise

from oracle.filters import Saved
from oracle.model import Event
from oracle.question import Body, Question, ask
from oracle.ways import Way, common, display, is_backward, rows, steps_of, ways_of

Node = tuple[int, str | None]
"""A step and an item; null for those that do not stand alone."""
Link = tuple[int, str | None, str | None]


def journey(
    events: Iterable[Event],
    body: Body,
    saved: Saved | None = None,
    *,
    reset_at_ms: int | None = None,
    now_ms: int = 0,
) -> object:
    """Return the ways that visits take, each with its number of visits, and the flow if asked for."""
    question = ask(events, body, saved, reset_at_ms=reset_at_ms, now_ms=now_ms)
    if question.parameters.get("flow") is not True:
        return rows(question)
    return {"rows": rows(question), "flow": flow(question)}


def flow(question: Question) -> dict[str, object]:
    """Return how many journeys pass through each node and each link."""
    visits: Counter[Node] = Counter()
    ends: Counter[Node] = Counter()
    links: Counter[Link] = Counter()
    ways = ways_of(question)
    alone = nodes(question, ways.values())
    for way in ways.values():
        passed = passed_nodes(question, way, alone)
        visits.update(passed)
        ends[passed[-1]] += 1
        links.update(passed_links(question, passed))
    return {
        "total": len(ways),
        "steps": [
            {
                "step": step,
                "nodes": [
                    {"item": item, "visits": count, "ends": ends[step, item]}
                    for (at, item), count in sorted(visits.items(), key=largest_first)
                    if at == step
                ],
            }
            for step in sorted({step for step, _ in visits})
        ],
        "links": [
            {"step": step, "from": source, "to": to, "visits": count}
            for (step, source, to), count in sorted(links.items(), key=in_order)
        ],
    }


def sessions_behind(question: Question, cell: Mapping[str, object]) -> set[str]:
    """Return the sessions of the journeys that are counted in a cell (docs/spec/journey.md#cells)."""
    ways = ways_of(question)
    answered = {way for way, _ in common(question, ways.values())}
    alone = nodes(question, ways.values())

    def counts(way: Way) -> bool:
        if "items" in cell:
            return way in answered and list(display(question, way)) == cell["items"]
        passed = passed_nodes(question, way, alone)
        if "item" not in cell:
            return (cell["step"], cell["from"], cell["to"]) in passed_links(question, passed)
        is_last = len(passed) == cell["step"]
        return (cell["step"], cell["item"]) in passed and (is_last or cell.get("ends") is not True)

    chosen = {visitor for visitor, way in ways.items() if counts(way)}
    visitor_of = question.visitor_of(default="visit")
    return {event.session_id for event in question.unfiltered() if visitor_of[event.event_id] in chosen}


def nodes(question: Question, ways: Iterable[Way]) -> set[Node]:
    """Return the items that stand alone: the largest of each step, ties by name."""
    most = question.parameters.get("nodes", 10)
    assert isinstance(most, int)
    sizes: Counter[tuple[int, str]] = Counter()
    for way in ways:
        sizes.update(enumerate(in_steps(question, way), 1))
    alone: set[Node] = set()
    for step in range(1, steps_of(question) + 1):
        here = [(-count, item) for (at, item), count in sizes.items() if at == step]
        alone |= {(step, item) for _, item in sorted(here)[:most]}
    return alone


def in_steps(question: Question, way: Way) -> Way:
    """Return the items in the order in which steps count."""
    return way[::-1] if is_backward(question) else way


def passed_nodes(question: Question, way: Way, alone: set[Node]) -> list[Node]:
    """Return the nodes that a way passes through, one for each of its steps."""
    places = enumerate(in_steps(question, way), 1)
    return [(step, item if (step, item) in alone else None) for step, item in places]


def passed_links(question: Question, passed: list[Node]) -> list[Link]:
    """Return the links between nodes, each from what happened before to what happened after."""
    links = [(step, here, further) for (step, here), (_, further) in pairwise(passed)]
    return [(step, further, here) for step, here, further in links] if is_backward(question) else links


def largest_first(node: tuple[Node, int]) -> tuple[bool, int, str]:
    """Return what nodes are ordered by: null last, then visits, then names."""
    (_, item), count = node
    return item is None, -count, item or ""


def in_order(link: tuple[Link, int]) -> tuple[int | bool | str, ...]:
    """Return what links are ordered by: step, visits, then the two names, null last."""
    (step, source, to), count = link
    return step, -count, source is None, source or "", to is None, to or ""
