"""Trends (docs/spec/trend.md)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal

from oracle.errors import BadRequestError
from oracle.filters import Saved, attribute_of
from oracle.model import Event
from oracle.question import Body, Question, ask
from oracle.revenue import currency_of
from oracle.steps import Step, fits_step, number_of
from oracle.times import Range, buckets, format_instant, previous_range, unit_start, year_earlier

COUNTS = ("events", "visitors", "visits")
NUMBERS = ("sum", "average", "median", "p90", "min", "max")
MAX_SERIES = 10


def trend(
    events: Iterable[Event],
    body: Body,
    saved: Saved | None = None,
    *,
    reset_at_ms: int | None = None,
    now_ms: int = 0,
) -> dict[str, object]:
    """Return the numbers of each series, over time and in total (docs/spec/trend.md)."""
    question = ask(events, body, saved, reset_at_ms=reset_at_ms, now_ms=now_ms)
    compare = question.parameters.get("compare")
    answer = _figures(question, question.span)
    if compare is None:
        return answer
    if compare not in {"prev", "yoy"}:
        raise BadRequestError(f"no such comparison: {compare}")
    span = question.span
    other = previous_range(span) if compare == "prev" else year_earlier(span, question.world.zone)
    return answer | {"comparison": _figures(question, other)}


def series_of(question: Question) -> list[Step]:
    """Return the series that are asked for."""
    series = question.parameters.get("series")
    if not isinstance(series, list) or not 1 <= len(series) <= MAX_SERIES:
        raise BadRequestError("1 to 10 series")
    for each in series:
        if each["measure"] not in (*COUNTS, *NUMBERS):
            raise BadRequestError(f"no such measure: {each['measure']}")
        if each["measure"] in NUMBERS and each.get("property") is None:
            raise BadRequestError("a measure over a property needs one")
    return series


def fitting(question: Question, span: Range, series: Step) -> list[Event]:
    """Return the filtered events of a range that fit a series."""
    step = {key: value for key, value in series.items() if key not in {"measure", "property"}}
    return [event for event in question.filtered(span) if fits_step(event, step)]


def groups(question: Question, span: Range) -> tuple[list[str], bool]:
    """Return the names of the groups that stand alone, and whether there are others."""
    fitting_ids = {event.event_id for each in series_of(question) for event in fitting(question, span, each)}
    sizes = Counter(
        value_of(question, event) for event in question.filtered(span) if event.event_id in fitting_ids
    )
    limit = question.parameters.get("limit", 10)
    assert isinstance(limit, int)
    ordered = sorted(sizes, key=lambda name: (-sizes[name], name))
    return ordered[:limit], len(ordered) > limit


def value_of(question: Question, event: Event) -> str:
    """Return the name of the group that an event belongs to."""
    breakdown = question.parameters["breakdown"]
    assert isinstance(breakdown, Mapping)
    if "field" in breakdown:
        return event.text(attribute_of(breakdown["field"]))
    texts = {name: text for name, _, text in event.properties}
    return texts.get(breakdown["property"], "")


def _figures(question: Question, span: Range) -> dict[str, object]:
    everything = question.filtered(span)
    answer: dict[str, object] = {
        "rows": _rows(question, span, everything),
        "totals": [_measured(question, span, each, everything) for each in series_of(question)],
    }
    if question.parameters.get("breakdown") is None:
        return answer
    alone, has_others = groups(question, span)
    of_group = {name: [e for e in everything if value_of(question, e) == name] for name in alone}
    others = [e for e in everything if value_of(question, e) not in alone]
    return answer | {
        "groups": [{"name": name, "rows": _rows(question, span, of_group[name])} for name in alone],
        "other": _rows(question, span, others) if has_others else None,
    }


def _rows(question: Question, span: Range, events: list[Event]) -> list[dict[str, object]]:
    unit, zone = question.text("unit", "day"), question.world.zone
    if unit not in {"hour", "day", "week", "month"}:
        raise BadRequestError(f"no such unit: {unit}")
    rows: list[dict[str, object]] = []
    for start in buckets(span.since(question.world.reset_at_ms), unit, zone):
        within = [event for event in events if unit_start(event.created_at_ms, unit, zone) == start]
        values = [_measured(question, span, each, within) for each in series_of(question)]
        rows.append({"t": format_instant(start), "values": values})
    return rows


def _measured(question: Question, span: Range, series: Step, among: list[Event]) -> float | None:
    ids = {event.event_id for event in among}
    events = [event for event in fitting(question, span, series) if event.event_id in ids]
    measure = str(series["measure"])
    if measure in COUNTS:
        visitor_of = question.visitor_of(span)
        counted = {
            "events": {event.event_id for event in events},
            "visitors": {visitor_of[event.event_id] for event in events},
            "visits": {event.visit_id for event in events},
        }
        return len(counted[measure])
    numbers = [_number(question, event, str(series["property"])) for event in events]
    values = sorted(number for number in numbers if number is not None)
    if not values:
        return None
    total = sum(values, Decimal(0))
    return float(
        {
            "sum": total,
            "average": total / len(values),
            "median": values[-(-len(values) // 2) - 1],
            "p90": values[-(-len(values) * 9 // 10) - 1],
            "min": values[0],
            "max": values[-1],
        }[measure]
    )


def _number(question: Question, event: Event, name: str) -> Decimal | None:
    if name == "revenue" and question.parameters.get("currency") is not None:
        return event.revenue_in(currency_of(question.text("currency")))
    held = {key: (kind, text) for key, kind, text in event.properties}
    return number_of(*held[name]) if name in held else None
