"""From the statement's rows to the answer: items as they are displayed, and the nodes of the flow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

from kokumi.queries.query import Subject
from kokumi.queries.rows import Row, Rows
from kokumi.reports.journey.parameters import MAX_STEPS, JourneyParameters

_Item: TypeAlias = str | None
_Link: TypeAlias = tuple[int, tuple[_Item, ...]]
"""A step, the item there and the next one, if there is one."""


def shape(parameters: JourneyParameters, _subject: Subject, rows: Rows) -> object:
    """Return `[{items, count}]`, most visits first, ties by items; with `flow`, `{rows, flow}`."""
    if not parameters.flow:
        return [_way(row, parameters) for row in rows]
    links = {
        (row.number("step"), row.optional_texts("items")): row.number("visits")
        for row in rows
        if row.number("step")
    }
    ways = [_way(row, parameters) for row in rows if not row.number("step")]
    return {"rows": ways, "flow": _flow(links, parameters)}


def _way(row: Row, parameters: JourneyParameters) -> dict[str, object]:
    return {"items": _shown(row.texts("items"), parameters), "count": row.number("visits")}


def _shown(items: list[str], parameters: JourneyParameters) -> list[_Item]:
    """Return the items as displayed: padded, equal neighbours folded, one more null below 7 steps."""
    if parameters.collapse:
        return list(items)
    padded = [*items, *[None] * (parameters.steps - len(items))]
    folded: list[_Item] = [item for item, _ in groupby(padded)]
    return [*folded, None] if parameters.steps < MAX_STEPS else folded


def _flow(links: Mapping[_Link, int], parameters: JourneyParameters) -> dict[str, object]:
    """Return `{total, steps, links}`; a node has the visits of its links and those that end there."""
    visits: Counter[tuple[int, _Item]] = Counter()
    ends: Counter[tuple[int, _Item]] = Counter()
    for (step, items), count in links.items():
        visits[step, items[0]] += count
        if len(items) == 1:
            ends[step, items[0]] += count
    steps = sorted({step for step, _ in visits})
    return {
        "total": sum(count for (step, _), count in visits.items() if step == 1),
        "steps": [
            {
                "step": step,
                "nodes": [
                    {"item": item, "visits": visits[step, item], "ends": ends[step, item]}
                    for item in _largest_first(step, visits)
                ],
            }
            for step in steps
        ],
        "links": _links(links, parameters),
    }


def _largest_first(step: int, visits: Mapping[tuple[int, _Item], int]) -> Sequence[_Item]:
    """Return the nodes of a step: largest first, ties by name, all others together last."""
    nodes = [item for at, item in visits if at == step]
    return sorted(nodes, key=lambda item: (item is None, -visits[step, item], item or ""))


def _links(links: Mapping[_Link, int], parameters: JourneyParameters) -> list[dict[str, object]]:
    """Return the links in the order in which events happened: by step, then visits, then their names."""
    found: list[tuple[int, int, _Item, _Item]] = []
    for (step, items), count in links.items():
        if len(items) > 1:
            source, to = reversed(items) if parameters.is_backward else items
            found.append((step, count, source, to))
    found.sort(key=lambda link: (link[0], -link[1], *_null_last(link[2]), *_null_last(link[3])))
    return [{"step": step, "from": source, "to": to, "visits": count} for step, count, source, to in found]


def _null_last(item: _Item) -> tuple[bool, str]:
    return item is None, item or ""
