"""Funnel (docs/spec/funnel.md)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from oracle.chains import Chain, Rules, chosen, plain
from oracle.errors import BadRequestError
from oracle.figures import nearest_rank, wilson
from oracle.filters import Saved
from oracle.groups import group_of
from oracle.model import Event
from oracle.question import Body, Question, ask, by_visitor
from oracle.steps import Step, fits_step, shown
from oracle.times import (
    Range,
    buckets,
    format_instant,
    parse_instant,
    previous_range,
    unit_start,
    year_earlier,
)

FEWEST_STEPS, MAX_STEPS = 2, 8
UP_TO = (10, 30, 60, 300, 1800, 3600, 21_600, 86_400, 604_800, 2_592_000)


@dataclass(frozen=True, slots=True)
class Visitor:
    """How far a visitor came; `depth` is how many steps it reached."""

    events: list[Event]
    depth: int
    chain: Chain
    is_pending: bool
    entry: Event | None
    """The event by which it belongs to a group."""

    def since(self, index: int, earlier: int) -> int:
        """Return the milliseconds from one event of the chain to another."""
        return self.at(index).created_at_ms - self.at(earlier).created_at_ms

    def at(self, index: int) -> Event:
        """Return the event of the chain for a step, counted from 0."""
        return self.events[self.chain[index]]


def funnel(
    events: Iterable[Event],
    body: Body,
    saved: Saved | None = None,
    *,
    reset_at_ms: int | None = None,
    now_ms: int = 0,
) -> list[dict[str, object]] | dict[str, object]:
    """Return for each step how many visitors reach it, and what else is asked (docs/spec/funnel.md)."""
    question = ask(events, body, saved, reset_at_ms=reset_at_ms, now_ms=now_ms)
    answer = _answer(question)
    compare = question.parameters.get("compare")
    if compare is None:
        return answer
    span, zone = question.span, question.world.zone
    other = year_earlier(span, zone) if compare == "yoy" else previous_range(span)
    return {**_object(answer), "comparison": _object(_answer(replace(question, span=other)))}


def _object(answer: list[dict[str, object]] | dict[str, object]) -> dict[str, object]:
    return {"rows": answer} if isinstance(answer, list) else answer


def _answer(question: Question) -> list[dict[str, object]] | dict[str, object]:
    visitors = visitors_of(question)
    trend, breakdown = question.parameters.get("trend"), question.parameters.get("breakdown")
    rows = _rows(question, visitors)
    answer: dict[str, object] = {"rows": rows}
    if trend is not None:
        answer["trend"] = _trend(question, visitors, str(trend))
    if isinstance(breakdown, Mapping):
        answer |= _groups(question, visitors, breakdown)
    return answer if len(answer) > 1 else rows


def visitors_of(question: Question) -> list[Visitor]:
    """Return the visitors who reached the first step."""
    steps = steps_of(question)
    until = _until(question)
    reading = question.span if until is None else Range(question.span.start_ms, until)
    rules = Rules(steps, question.parameters, question.span)
    found = by_visitor(question.filtered(reading), question.visitor_of(reading)).values()
    visitors = [_visitor(rules, events, until) for events in found]
    return [visitor for visitor in visitors if visitor.depth]


def _visitor(rules: Rules, events: list[Event], until: int | None) -> Visitor:
    if rules.order == "any":
        fitting = [event for event in events if any(fits_step(event, plain(step)) for step in rules.steps)]
        entry = fitting[0] if fitting else None
        return Visitor(events, rules.most_in_any_order(events), (), is_pending=False, entry=entry)
    lengths = [chains for chains in rules.chains(events) if chains]
    if not lengths:
        return Visitor(events, 0, (), is_pending=False, entry=None)
    is_pending = (
        until is not None
        and len(lengths) < len(rules.steps)
        and any(rules.may_go_on(events, chain, until) for chain in lengths[-1])
    )
    chain = chosen(lengths[-1])
    return Visitor(events, len(lengths), chain, is_pending, events[chain[0]])


def steps_of(question: Question) -> list[Step]:
    """Return the steps that are asked for."""
    steps = question.parameters.get("steps")
    if not isinstance(steps, list) or not FEWEST_STEPS <= len(steps) <= MAX_STEPS:
        raise BadRequestError("2 to 8 steps")
    return steps


def _until(question: Question) -> int | None:
    if question.parameters.get("entry") != "range":
        return None
    until = question.parameters.get("until")
    if until is None:
        return question.world.now_ms
    return parse_instant(until, question.world.zone, is_end=True)


def _rows(question: Question, visitors: Sequence[Visitor]) -> list[dict[str, object]]:
    return [_row(question, step, index, visitors) for index, step in enumerate(steps_of(question))]


def _row(question: Question, step: Step, index: int, all_visitors: Sequence[Visitor]) -> dict[str, object]:
    visitors = [visitor for visitor in all_visitors if visitor.depth > index]
    before = [visitor for visitor in all_visitors if visitor.depth >= index] if index else []
    here, previous, first = len(visitors), len(before), len(all_visitors)
    dropped = previous - here if previous else 0
    row = {
        **shown(step),
        **({"filters": step["filters"]} if "filters" in step else {}),
        "visitors": here,
        "previous": previous,
        "dropped": dropped,
        "dropoff": 1 - here / previous if previous else None,
        "remaining": here / first if first else None,
    }
    if question.parameters.get("intervals"):
        row["dropoffLow"], row["dropoffHigh"] = wilson(dropped, previous)
        row["remainingLow"], row["remainingHigh"] = wilson(here, first)
    if question.parameters.get("entry") == "range" and index:
        row["pending"] = sum(1 for visitor in before if visitor.depth == index and visitor.is_pending)
    if question.parameters.get("timing") and index:
        row |= _timing(visitors, index)
    if "currency" in question.parameters:
        currency = question.text("currency")
        earned = [visitor.at(index).revenue_in(currency) or Decimal(0) for visitor in visitors]
        row["revenue"] = float(sum(earned, Decimal(0)))
    return row


def _timing(visitors: Sequence[Visitor], index: int) -> dict[str, object]:
    from_previous = [visitor.since(index, index - 1) for visitor in visitors]
    bounds = [(None, *UP_TO)[place] for place in range(len(UP_TO) + 1)]
    histogram = [
        {
            "upTo": most,
            "visitors": sum(
                1
                for ms in from_previous
                if (least is None or ms > 1000 * least) and (most is None or ms <= 1000 * most)
            ),
        }
        for least, most in zip(bounds, (*UP_TO, None), strict=True)
    ]
    return {
        "fromPrevious": _durations(from_previous),
        "fromFirst": _durations([visitor.since(index, 0) for visitor in visitors]),
        "histogram": histogram,
    }


def _durations(milliseconds: Sequence[int]) -> dict[str, float] | None:
    if not milliseconds:
        return None
    return {
        "mean": float(Fraction(sum(milliseconds), 1000 * len(milliseconds))),
        "median": nearest_rank(milliseconds, Fraction(1, 2)) / 1000,
        "p90": nearest_rank(milliseconds, Fraction(9, 10)) / 1000,
    }


def _trend(question: Question, visitors: Sequence[Visitor], unit: str) -> list[dict[str, object]]:
    zone, numbers = question.world.zone, range(len(steps_of(question)))
    return [
        {
            "t": format_instant(start),
            "visitors": [
                sum(
                    1
                    for visitor in visitors
                    if visitor.depth > index and unit_start(visitor.at(0).created_at_ms, unit, zone) == start
                )
                for index in numbers
            ],
        }
        for start in buckets(question.span.since(question.world.reset_at_ms), unit, zone)
    ]


def _groups(
    question: Question, visitors: Sequence[Visitor], breakdown: Mapping[str, object]
) -> dict[str, object]:
    groups: dict[str, list[Visitor]] = defaultdict(list)
    for visitor in visitors:
        assert visitor.entry is not None
        groups[group_of(visitor.entry, breakdown)].append(visitor)
    limit = question.parameters.get("limit", 10)
    assert isinstance(limit, int)
    ordered = sorted(groups, key=lambda name: (-len(groups[name]), name))
    rest = [visitor for name in ordered[limit:] for visitor in groups[name]]
    return {
        "groups": [{"name": name, "rows": _rows(question, groups[name])} for name in ordered[:limit]],
        "other": _rows(question, rest) if rest else None,
    }
