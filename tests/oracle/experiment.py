"""Experiment (docs/spec/experiment.md)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from statistics import NormalDist

from oracle.errors import BadRequestError
from oracle.filters import Saved
from oracle.model import Event
from oracle.question import Body, Question, ask, by_visitor
from oracle.steps import fits_step

Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Exposed:
    """A visitor who counts: its variant, and whether it converted."""

    visitor: str
    variant: str
    converted: bool


def experiment(
    events: Iterable[Event],
    body: Body,
    saved: Saved | None = None,
    *,
    reset_at_ms: int | None = None,
    now_ms: int = 0,
) -> list[dict[str, object]]:
    """Return how often the visitors of each variant converted (docs/spec/experiment.md)."""
    question = ask(events, body, saved, reset_at_ms=reset_at_ms, now_ms=now_ms)
    everyone = exposed(question)
    variants = sorted({each.variant for each in everyone})
    control = question.parameters.get("control", variants[0] if variants else None)
    counts = {name: _counts(everyone, name) for name in variants}
    names = [name for name in variants if name == control] + [name for name in variants if name != control]
    return [_row(name, counts[name], counts.get(str(control)) if name != control else None) for name in names]


def exposed(question: Question) -> list[Exposed]:
    """Return the visitors with an exposure, without those who saw several variants if they are left out."""
    exposure, goal = question.parameters["exposure"], question.parameters["goal"]
    if not isinstance(exposure, Mapping) or not isinstance(goal, Mapping):
        raise BadRequestError("exposure and goal must be objects")
    found = []
    for visitor, events in by_visitor(question.filtered(), question.visitor_of()).items():
        seen = [
            (event, text)
            for event in events
            for name, _, text in event.properties
            if name == exposure["property"] and fits_step(event, exposure.get("step", {"type": "any"}))
        ]
        if not seen:
            continue
        if question.parameters.get("multiple") == "exclude" and len({text for _, text in seen}) > 1:
            continue
        first, variant = seen[0]
        after = [event for event in events if event.order > first.order and fits_step(event, goal)]
        found.append(Exposed(visitor, variant, bool(after)))
    return found


def _counts(everyone: Sequence[Exposed], variant: str) -> tuple[int, int]:
    of = [each for each in everyone if each.variant == variant]
    return len(of), sum(each.converted for each in of)


def _row(variant: str, counts: tuple[int, int], control: tuple[int, int] | None) -> dict[str, object]:
    visitors, conversions = counts
    rate = conversions / visitors
    middle = rate + Z**2 / (2 * visitors)
    half = Z * sqrt(rate * (1 - rate) / visitors + Z**2 / 4 / visitors**2)
    whole = 1 + Z**2 / visitors
    return {
        "variant": variant,
        "visitors": visitors,
        "conversions": conversions,
        "rate": rate,
        "low": (middle - half) / whole,
        "high": (middle + half) / whole,
        **_compared(counts, control),
    }


def _compared(counts: tuple[int, int], control: tuple[int, int] | None) -> dict[str, object]:
    if control is None:
        return {"lift": None, "pValue": None}
    rate, base = Fraction(counts[1], counts[0]), Fraction(control[1], control[0])
    pooled = Fraction(counts[1] + control[1], counts[0] + control[0])
    lift = float(rate / base - 1) if base else None
    if pooled in {0, 1}:
        return {"lift": lift, "pValue": None}
    variance = pooled * (1 - pooled) * (Fraction(1, counts[0]) + Fraction(1, control[0]))
    z = float(abs(rate - base)) / sqrt(variance)
    return {"lift": lift, "pValue": 2 * NormalDist().cdf(-z)}
