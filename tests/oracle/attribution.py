"""Attribution (docs/spec/attribution.md)."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter

from oracle.channels import channel
from oracle.errors import BadRequestError
from oracle.filters import Saved, camel
from oracle.markov import removal_effects
from oracle.model import CLICK_IDS, UTM_FIELDS, Event, has_external_referrer
from oracle.question import Body, Question, ask, by_visitor
from oracle.revenue import currency_of
from oracle.shapley import shapley_values
from oracle.steps import fits_step
from oracle.times import Range

MAX_LIST = 20
DAY_MS = 86_400_000
CLOSE = Fraction(1, 10**9)
PAID_ADS = {
    "gclid": "Google Ads",
    "fbclid": "Facebook / Meta",
    "msclkid": "Microsoft Ads",
    "ttclid": "TikTok Ads",
    "li_fat_id": "LinkedIn Ads",
    "twclid": "Twitter Ads (X)",
}
NameOf = Callable[[Event], str]


@dataclass(frozen=True, slots=True)
class Journey:
    """What a visitor did: its touches in order, its conversion if it has one, and what that is worth."""

    visitor: str
    touches: Sequence[Event]
    conversion: Event | None
    worth: Fraction


def attribution(
    events: Iterable[Event],
    body: Body,
    saved: Saved | None = None,
    *,
    reset_at_ms: int | None = None,
    now_ms: int = 0,
) -> dict[str, object]:
    """Return what the touches of the converting visitors are credited with (docs/spec/attribution.md)."""
    question = ask(events, body, saved, reset_at_ms=reset_at_ms, now_ms=now_ms)
    found = journeys(question)
    matching = [event for event in question.filtered() if fits_step(event, _step(question))]
    visitor_of = question.visitor_of(reading(question))
    return {
        **{name: _rows(credit(question, found, name_of)) for name, name_of in lists(question).items()},
        "total": {
            "pageviews": len(matching),
            "visitors": len({visitor_of[event.event_id] for event in matching}),
            "visits": len({event.visit_id for event in matching}),
        },
    }


def lists(question: Question) -> Mapping[str, NameOf]:
    """Return how each list of the answer names a touch; an empty text is no name."""
    asked: dict[str, NameOf] = {
        "referrer": external_referrer,
        "paidAds": paid_ad,
        **{field: attrgetter(field) for field in UTM_FIELDS},
    }
    return asked | ({"channel": channel} if question.parameters.get("channel") else {})


def is_touch(event: Event) -> bool:
    """Whether the event shows where the visitor came from; a direct visit does not.

    See docs/spec/attribution.md#touches.
    """
    marks = [event.text(name) for name in (*UTM_FIELDS, *CLICK_IDS)]
    return has_external_referrer(event) or any(mark != "" for mark in marks)


def external_referrer(event: Event) -> str:
    """Return the referrer's host as it is stored, empty if it is not external."""
    return event.referrer if has_external_referrer(event) else ""


def paid_ad(event: Event) -> str:
    """Return the name of the network of the first click id present, empty without one."""
    return next((name for click_id, name in PAID_ADS.items() if event.text(click_id) != ""), "")


def journeys(question: Question) -> list[Journey]:
    """Return the visitors with a filtered event in the range."""
    span = reading(question)
    visitor_of = question.visitor_of(span)
    filtered = by_visitor(question.filtered(), visitor_of)
    read = by_visitor(question.world.within(span), visitor_of)
    in_range = by_visitor(question.unfiltered(), visitor_of)
    found = []
    for visitor, events in filtered.items():
        matching = [event for event in events if fits_step(event, _step(question))]
        conversion = None
        if matching:
            conversion = matching[0 if question.parameters.get("conversion") == "first" else -1]
        near = read[visitor] if conversion else in_range[visitor]
        touches = [event for event in near if is_touch(event) and _in_time(question, event, conversion)]
        worth = _worth(question, matching, in_range[visitor])
        found.append(Journey(visitor, touches, conversion, worth))
    return found


def credited(question: Question, found: Iterable[Journey], name_of: NameOf, name: str) -> set[str]:
    """Return the visitors whose conversion is credited to a name of a list, whatever they earned."""
    model = _model(question)
    visitors = set()
    for journey in found:
        touches = list(journey.touches)
        if model in {"firstClick", "lastClick"}:
            touches = touches[:1] if model == "firstClick" else touches[-1:]
        if journey.conversion and name != "" and name in {name_of(touch) for touch in touches}:
            visitors.add(journey.visitor)
    return visitors


def credit(question: Question, found: Sequence[Journey], name_of: NameOf) -> Mapping[str, Fraction]:
    """Return what the names of a list are credited with."""
    model = _model(question)
    converted = [journey for journey in found if journey.conversion]
    if model == "shapley":
        return shapley_values(
            [({name_of(touch) for touch in each.touches} - {""}, each.worth) for each in converted]
        )
    if model == "markov":
        named = [(each, [name for name in map(name_of, each.touches) if name != ""]) for each in found]
        sequences = [(names, each.conversion is not None) for each, names in named if names]
        worth = sum((each.worth for each, names in named if each.conversion and names), Fraction(0))
        effects = removal_effects(sequences)
        whole = sum(effects.values())
        return {name: worth * effect / whole for name, effect in effects.items()}
    values: dict[str, Fraction] = defaultdict(Fraction)
    for journey in converted:
        for name, share in _shares(question, model, journey, name_of).items():
            values[name] += share * journey.worth
    return values


def _shares(question: Question, model: str, journey: Journey, name_of: NameOf) -> Mapping[str, Fraction]:
    """Return the share of each name in the credit of a conversion: together 1, if there are any."""
    touches = list(journey.touches)
    if model in {"firstClick", "lastClick"}:
        # The one touch has it all, also in lists in which another touch has a name.
        touches = touches[:1] if model == "firstClick" else touches[-1:]
    weights: Counter[str] = Counter()
    for place, touch in enumerate(touches):
        if name_of(touch) != "":
            weights[name_of(touch)] += _weight(question, model, journey, place)  # type: ignore[assignment]
    whole = sum(weights.values())
    return {name: Fraction(weight) / whole for name, weight in weights.items()}


def _weight(question: Question, model: str, journey: Journey, place: int) -> Fraction:
    count = len(journey.touches)
    if model == "position" and count > 2:
        return Fraction(2, 5) if place in {0, count - 1} else Fraction(1, 5) / (count - 2)
    if model == "decay":
        assert journey.conversion is not None
        age = journey.conversion.created_at_ms - journey.touches[place].created_at_ms
        half_life = Decimal(str(question.parameters.get("halfLife") or 7)) * DAY_MS
        return Fraction(Decimal(2) ** (-age / half_life))
    return Fraction(1)


def _in_time(question: Question, touch: Event, conversion: Event | None) -> bool:
    if conversion is None:
        return True
    lookback = question.parameters.get("lookback")
    age = conversion.created_at_ms - touch.created_at_ms
    is_recent = lookback is None or age <= Fraction(str(lookback)) * DAY_MS
    return touch.order <= conversion.order and is_recent


def reading(question: Question) -> Range:
    """Return where touches may lie."""
    lookback = question.parameters.get("lookback")
    earlier = 0 if lookback is None else int(Fraction(str(lookback)) * DAY_MS)
    return Range(question.span.start_ms - earlier, question.span.end_ms)


def _worth(question: Question, matching: Sequence[Event], in_range: Sequence[Event]) -> Fraction:
    """Return what a conversion is worth: 1, or the visitor's revenue in the currency."""
    if question.parameters.get("currency") is None:
        return Fraction(1)
    currency = currency_of(question.text("currency"))
    # Of a path no revenue comes by itself, so all the visitor's events count, whatever their time.
    counted = in_range if _step(question).get("type") == "path" else matching
    return sum((Fraction(event.revenue_in(currency) or Decimal(0)) for event in counted), Fraction(0))


def _step(question: Question) -> Mapping[str, object]:
    step = question.parameters.get("step")
    kind = question.parameters.get("type")
    if isinstance(step, Mapping):
        if kind is not None:
            raise BadRequestError("a step object has a type of its own")
        return step
    if kind not in {"path", "event"}:
        raise BadRequestError("a pattern needs a type")
    return {"type": kind, "value": question.text("step")}


def _model(question: Question) -> str:
    model = camel(question.text("model"))
    if model not in {"firstClick", "lastClick", "linear", "position", "decay", "shapley", "markov"}:
        raise BadRequestError(f"no such model: {model}")
    return model


def _rows(values: Mapping[str, Fraction]) -> list[dict[str, object]]:
    """Return names by value, largest first; a value that is close to the one before it is a tie with it."""
    rows = sorted(
        ((name, value) for name, value in values.items() if abs(value) >= CLOSE), key=lambda row: -row[1]
    )
    places = [0]
    for (_, larger), (_, smaller) in itertools.pairwise(rows):
        places.append(places[-1] + (larger - smaller >= CLOSE))
    ordered = sorted(zip(places, rows, strict=False), key=lambda each: (each[0], each[1][0]))
    return [{"name": name, "value": float(value)} for _, (name, value) in ordered[:MAX_LIST]]
