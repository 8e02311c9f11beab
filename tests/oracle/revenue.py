"""Revenue (docs/spec/revenue.md)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from oracle.channels import channel
from oracle.errors import BadRequestError
from oracle.filters import Saved
from oracle.model import Event
from oracle.question import Body, Name, Question, ask, by_visitor, largest_first
from oracle.rates import converted
from oracle.times import (
    FOREVER_MS,
    UNITS,
    Range,
    add_units,
    day_start,
    format_instant,
    previous_range,
    to_local,
    unit_start,
    unit_start_day,
    year_earlier,
)

MAX_PERIODS = 366
CAMPAIGNS = ("utm_source", "utm_medium", "utm_campaign")


@dataclass(frozen=True, slots=True)
class Sale:
    """An event with revenue: its amounts in the asked currency, one for each currency it earned in."""

    event: Event
    amounts: tuple[Decimal, ...]

    @property
    def amount(self) -> Decimal:
        """What the event earned."""
        return sum(self.amounts, Decimal(0))


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
    sales = _sales(question, question.span)
    first = _first_events(question)
    visitor_of = question.visitor_of()

    def by_origin(name: str) -> list[dict[str, object]]:
        return _named(
            _sums((first[visitor_of[sale.event.event_id]].text(name), sale.amount) for sale in sales)
        )

    channels = _sums((channel(first[visitor_of[sale.event.event_id]]), sale.amount) for sale in sales)
    return {
        "chart": _chart(question, sales),
        "country": _named(_sums((sale.event.country, sale.amount) for sale in sales)),
        "region": _regions(sales),
        "referrer": by_origin("referrer"),
        "channel": _named(channels),
        "total": {
            **_figures(question, question.span),
            "comparison": _figures(question, _comparison_range(question)),
        },
        **({name: by_origin(name) for name in CAMPAIGNS} if _lists(question) else {}),
        **({"customers": _customers(question)} if question.parameters.get("customers") else {}),
        **({"ltv": _lifetime(question)} if question.parameters.get("ltv") else {}),
        **({"unconverted": _unconverted(question)} if question.parameters.get("convert") else {}),
    }


def currency_of(text: str) -> str:
    """Return the currency in upper case; it has three letters."""
    if not re.fullmatch(r"[A-Za-z]{3}", text):
        raise BadRequestError(f"not a currency: {text!r}")
    return text.upper()


def _lists(question: Question) -> bool:
    lists = question.parameters.get("lists")
    if lists not in {None, "all"}:
        raise BadRequestError(f"no such lists: {lists}")
    return lists == "all"


def _currency(question: Question) -> str:
    return currency_of(question.text("currency"))


def _sale(question: Question, event: Event) -> Sale | None:
    currency = _currency(question)
    codes = {code for code, _ in event.revenue}
    if not question.parameters.get("convert"):
        codes &= {currency}
    amounts = [converted(event, code, currency) for code in sorted(codes)]
    kept = tuple(amount for amount in amounts if amount is not None)
    return Sale(event, kept) if kept else None


def _sales(question: Question, span: Range) -> list[Sale]:
    sales = [_sale(question, event) for event in question.filtered(span)]
    return [sale for sale in sales if sale is not None]


def _first_events(question: Question) -> Mapping[str, Event]:
    visitors = by_visitor(question.unfiltered(), question.visitor_of())
    return {visitor: events[0] for visitor, events in visitors.items()}


def _long(question: Question) -> Range:
    """Return all time up to the end of the range."""
    return Range(-FOREVER_MS, question.span.end_ms)


def _customers(question: Question) -> dict[str, object]:
    visitor_of = question.visitor_of(_long(question))
    returning = {
        visitor_of[sale.event.event_id]
        for sale in _sales(question, _long(question))
        if sale.event.created_at_ms < question.span.start_ms
    }
    sales = _sales(question, question.span)
    parts = {
        "new": [sale for sale in sales if visitor_of[sale.event.event_id] not in returning],
        "returning": [sale for sale in sales if visitor_of[sale.event.event_id] in returning],
    }
    return {
        name: {
            "sum": float(sum(sale.amount for sale in part)),
            "count": len(part),
            "unique_count": len({visitor_of[sale.event.event_id] for sale in part}),
        }
        for name, part in parts.items()
    }


def _lifetime(question: Question) -> list[dict[str, object]]:
    wanted = question.parameters["ltv"]
    if not isinstance(wanted, Mapping):
        raise BadRequestError("ltv must be an object")
    unit, periods = wanted.get("unit"), wanted.get("periods")
    if unit not in {"week", "month"} or not isinstance(periods, int) or not 0 <= periods <= MAX_PERIODS:
        raise BadRequestError("ltv needs a unit and periods")
    zone = question.world.zone
    visitor_of = question.visitor_of(_long(question))
    cohorts: dict[int, set[str]] = defaultdict(set)
    for visitor, events in by_visitor(question.filtered(_long(question)), visitor_of).items():
        if events[0].created_at_ms >= question.span.start_ms:
            cohorts[unit_start(events[0].created_at_ms, unit, zone)].add(visitor)
    sales = _sales(question, question.span)
    rows = []
    for start, visitors in sorted(cohorts.items()):
        first_day = unit_start_day((to_local(start, zone) + timedelta(hours=12)).date(), unit)
        worth: list[float | None] = []
        for n in range(periods + 1):
            end = day_start(add_units(first_day, unit, n + 1), zone)
            if end > question.span.end_ms + 1:
                worth.append(None)
                continue
            earned = (
                sale.amount
                for sale in sales
                if visitor_of[sale.event.event_id] in visitors and sale.event.created_at_ms < end
            )
            worth.append(float(sum(earned)))
        rows.append({"date": format_instant(start), "visitors": len(visitors), "revenue": worth})
    return rows


def _unconverted(question: Question) -> list[dict[str, object]]:
    currency = _currency(question)
    left: dict[str, list[Decimal]] = defaultdict(list)
    for event in question.filtered():
        for code in {code for code, _ in event.revenue}:
            amount = event.revenue_in(code)
            if converted(event, code, currency) is None and amount is not None:
                left[code].append(amount)
    ordered = sorted(left.items(), key=lambda item: (-sum(item[1]), item[0]))
    return [
        {"currency": code, "sum": float(sum(amounts)), "count": len(amounts)} for code, amounts in ordered
    ]


def _sums(pairs: Iterable[tuple[Name, Decimal]]) -> dict[Name, Decimal]:
    sums: dict[Name, Decimal] = defaultdict(Decimal)
    for key, amount in pairs:
        sums[key] += amount
    return sums


def _named(sums: Mapping[str, Decimal]) -> list[dict[str, object]]:
    return [{"name": name, "value": float(amount)} for name, amount in largest_first(sums)]


def _regions(sales: Iterable[Sale]) -> list[dict[str, object]]:
    sums = _sums(((sale.event.region, sale.event.country), sale.amount) for sale in sales)
    return [
        {"name": region, "country": country, "value": float(amount)}
        for (region, country), amount in largest_first(sums)
    ]


def _chart(question: Question, sales: Iterable[Sale]) -> list[dict[str, object]]:
    unit = question.text("unit", "day")
    if unit not in UNITS:
        raise BadRequestError(f"no such unit: {unit}")
    buckets: dict[tuple[int, str], list[Decimal]] = defaultdict(list)
    for sale in sales:
        start = unit_start(sale.event.created_at_ms, unit, question.world.zone)
        buckets[start, sale.event.event_name].append(sale.amount)
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


def _figures(question: Question, span: Range) -> dict[str, object]:
    sales = _sales(question, span)
    visitor_of = question.visitor_of(span)
    amounts = [amount for sale in sales for amount in sale.amounts]
    total = sum(amounts, Decimal(0))
    visitors = len({visitor_of[event.event_id] for event in question.filtered(span)})
    refunds = {
        "gross": float(sum(amount for amount in amounts if amount > 0)),
        "refunded": float(-sum(amount for amount in amounts if amount < 0)),
    }
    return {
        "sum": float(total),
        "count": len(sales),
        "unique_count": len({visitor_of[sale.event.event_id] for sale in sales}),
        "average": float(total / len(sales)) if sales else 0,
        "arpu": float(total / visitors) if visitors else 0,
        **(refunds if question.parameters.get("refunds") else {}),
    }
