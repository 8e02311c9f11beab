"""Revenue (docs/spec/revenue.md)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from oracle.channels import channel
from oracle.errors import BadRequestError
from oracle.filters import Saved
from oracle.model import Event
from oracle.question import Body, Name, Question, ask, largest_first
from oracle.times import UNITS, Range, format_instant, previous_range, unit_start, year_earlier

Sale = tuple[Event, Decimal]


def revenue(
    events: Iterable[Event],
    body: Body,
    saved: Saved | None = None,
    *,
    reset_at_ms: int | None = None,
    now_ms: int = 0,
) -> dict[str, object]:
    """Return the revenue in one currency over time, by place and origin, and in total.

    See docs/spec/revenue.md.
    """
    question = ask(events, body, saved, reset_at_ms=reset_at_ms, now_ms=now_ms)
    currency = currency_of(question.text("currency"))
    sales = _sales(question, question.span, currency)
    first = _first_events(question)
    return {
        "chart": _chart(question, sales),
        "country": _named(_sums((event.country, amount) for event, amount in sales)),
        "region": _regions(sales),
        "referrer": _named(_sums((first[event.session_id].referrer, amount) for event, amount in sales)),
        "channel": _named(_sums((channel(first[event.session_id]), amount) for event, amount in sales)),
        "total": {
            **_figures(question, question.span, currency),
            "comparison": _figures(question, _comparison_range(question), currency),
        },
    }


def currency_of(text: str) -> str:
    """Return the currency in upper case; it has three letters."""
    if not re.fullmatch(r"[A-Za-z]{3}", text):
        raise BadRequestError(f"not a currency: {text!r}")
    return text.upper()


def _sales(question: Question, span: Range, currency: str) -> list[Sale]:
    amounts = [(event, event.revenue_in(currency)) for event in question.filtered(span)]
    return [(event, amount) for event, amount in amounts if amount is not None]


def _first_events(question: Question) -> Mapping[str, Event]:
    first: dict[str, Event] = {}
    for event in question.unfiltered():
        first.setdefault(event.session_id, event)
    return first


def _sums(pairs: Iterable[tuple[Name, Decimal]]) -> dict[Name, Decimal]:
    sums: dict[Name, Decimal] = defaultdict(Decimal)
    for key, amount in pairs:
        sums[key] += amount
    return sums


def _named(sums: Mapping[str, Decimal]) -> list[dict[str, object]]:
    return [{"name": name, "value": float(amount)} for name, amount in largest_first(sums)]


def _regions(sales: Iterable[Sale]) -> list[dict[str, object]]:
    sums = _sums(((event.region, event.country), amount) for event, amount in sales)
    return [
        {"name": region, "country": country, "value": float(amount)}
        for (region, country), amount in largest_first(sums)
    ]


def _chart(question: Question, sales: Iterable[Sale]) -> list[dict[str, object]]:
    unit = question.text("unit", "day")
    if unit not in UNITS:
        raise BadRequestError(f"no such unit: {unit}")
    buckets: dict[tuple[int, str], list[Decimal]] = defaultdict(list)
    for event, amount in sales:
        start = unit_start(event.created_at_ms, unit, question.world.zone)
        buckets[start, event.event_name].append(amount)
    return [
        {"x": name, "t": format_instant(start), "y": float(sum(amounts)), "count": len(amounts)}
        for (start, name), amounts in sorted(buckets.items())
    ]


def _comparison_range(question: Question) -> Range:
    compare = question.text("compare", "prev")
    if compare == "prev":
        return previous_range(question.span)
    if compare == "yoy":
        return year_earlier(question.span, question.world.zone)
    raise BadRequestError(f"no such comparison: {compare}")


def _figures(question: Question, span: Range, currency: str) -> dict[str, object]:
    sales = _sales(question, span, currency)
    total = sum((amount for _, amount in sales), Decimal(0))
    sessions = len({event.session_id for event in question.filtered(span)})
    return {
        "sum": float(total),
        "count": len(sales),
        "unique_count": len({event.session_id for event, _ in sales}),
        "average": float(total / len(sales)) if sales else 0,
        "arpu": float(total / sessions) if sessions else 0,
    }
