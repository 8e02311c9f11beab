"""Goals (docs/spec/goals.md)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from oracle.errors import BadRequestError
from oracle.figures import nearest_rank, wilson
from oracle.filters import Saved
from oracle.groups import group_of, in_groups
from oracle.model import Event
from oracle.question import Body, Question, ask, by_visitor
from oracle.steps import Step, fits_step, shown
from oracle.times import Range, buckets, format_instant, previous_range, unit_start, year_earlier

Visitors = Mapping[str, list[Event]]
"""The filtered events of each visitor, in order."""


def goals(
    events: Iterable[Event],
    body: Body,
    saved: Saved | None = None,
    *,
    reset_at_ms: int | None = None,
    now_ms: int = 0,
) -> dict[str, object]:
    """Return how many visitors did it, and how many there were at all (docs/spec/goals.md)."""
    question = ask(events, body, saved, reset_at_ms=reset_at_ms, now_ms=now_ms)
    answer = _answer(question, question.span)
    match question.parameters.get("compare"):
        case "prev":
            compared = previous_range(question.span)
        case "yoy":
            compared = year_earlier(question.span, question.world.zone)
        case _:
            return answer
    return {**answer, "comparison": _answer(question, compared)}


def _answer(question: Question, span: Range) -> dict[str, object]:
    visitors = by_visitor(question.filtered(span), question.visitor_of(span))
    wanted = question.parameters.get("goals")
    if wanted is None:
        keys = ("type", "value", "filters", "anyOf")
        goal = {key: question.parameters[key] for key in keys if key in question.parameters}
        return {"num": len(_reaching(visitors, goal)), "total": len(visitors)}
    if not isinstance(wanted, list):
        raise BadRequestError("goals must be a list")
    answer: dict[str, object] = {"rows": _rows(question, wanted, visitors)}
    if question.parameters.get("trend"):
        answer["trend"] = _trend(question, wanted, visitors, span)
    if split := question.parameters.get("breakdown"):
        entries = {visitor: group_of(own[0], split) for visitor, own in visitors.items()}
        groups, other = in_groups(entries, question.parameters.get("limit", 10))
        answer["groups"] = [
            {"name": name, "rows": _rows(question, wanted, {each: visitors[each] for each in members})}
            for name, members in groups
        ]
        answer["other"] = _rows(question, wanted, {each: visitors[each] for each in other}) if other else None
    return answer


def _reaching(visitors: Visitors, goal: Step) -> set[str]:
    return {name for name, own in visitors.items() if any(fits_step(event, goal) for event in own)}


def _rows(question: Question, wanted: list[Step], visitors: Visitors) -> list[dict[str, object]]:
    return [_row(question, goal, visitors) for goal in wanted]


def _row(question: Question, goal: Step, visitors: Visitors) -> dict[str, object]:
    reaching, total = _reaching(visitors, goal), len(visitors)
    fitting = {name: [e for e in visitors[name] if fits_step(e, goal)] for name in reaching}
    row: dict[str, object] = {
        **shown(goal),
        "num": len(reaching),
        "total": total,
        "rate": len(reaching) / total if total else None,
    }
    if question.parameters.get("intervals"):
        row["low"], row["high"] = wilson(len(reaching), total)
    if currency := question.parameters.get("currency"):
        earned = [e.revenue_in(str(currency)) or Decimal(0) for own in fitting.values() for e in own]
        row["revenue"] = float(sum(earned, Decimal(0)))
    if question.parameters.get("timing"):
        waits = [own[0].created_at_ms - visitors[name][0].created_at_ms for name, own in fitting.items()]
        row["timing"] = _timing(waits) if waits else None
    return row


def _timing(waits: list[int]) -> dict[str, object]:
    return {
        "mean": sum(waits) / len(waits) / 1000,
        "median": nearest_rank(waits, Fraction(1, 2)) / 1000,
        "p90": nearest_rank(waits, Fraction(9, 10)) / 1000,
    }


def _trend(
    question: Question, wanted: list[Step], visitors: Visitors, span: Range
) -> list[dict[str, object]]:
    unit, zone = str(question.parameters["trend"]), question.world.zone
    within: dict[int, dict[str, list[Event]]] = defaultdict(lambda: defaultdict(list))
    for name, own in visitors.items():
        for event in own:
            within[unit_start(event.created_at_ms, unit, zone)][name].append(event)
    starts = buckets(span.since(question.world.reset_at_ms), unit, zone)
    return [
        {
            "t": format_instant(start),
            "num": [len(_reaching(within[start], goal)) for goal in wanted],
            "total": len(within[start]),
        }
        for start in starts
    ]
