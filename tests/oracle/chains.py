"""The chains of a funnel, all of them, one by one (docs/spec/funnel.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from oracle.errors import BadRequestError
from oracle.model import Event
from oracle.steps import Step, fits_step
from oracle.times import Range

UNIT_MS = {"minute": 60_000, "hour": 3_600_000, "day": 86_400_000}

Chain = tuple[int, ...]
"""The places of a chain's events among the filtered events of the visitor."""


def plain(step: Step) -> Step:
    """Return a step or an exclusion without the keys that only a funnel knows."""
    own = {"window", "atLeast", "windowUnit", "after", "before"}
    return {key: value for key, value in step.items() if key not in own}


def milliseconds(number: object, unit: object) -> Fraction:
    """Return a number of units of time; it may have a fraction."""
    if isinstance(number, bool) or not isinstance(number, (int, float)):
        raise BadRequestError(f"not a number: {number!r}")
    return Fraction(Decimal(repr(number))) * UNIT_MS[str(unit)]


@dataclass(frozen=True, slots=True)
class Rules:
    """What makes a chain; `entry` is the range of its first event."""

    steps: list[Step]
    parameters: Mapping[str, object]
    entry: Range

    @property
    def _unit(self) -> object:
        return self.parameters.get("windowUnit", "day")

    @property
    def order(self) -> object:
        """How the steps follow each other."""
        return self.parameters.get("order", "sequence")

    def window(self, index: int) -> Fraction:
        """Return the most between the step before and this one, counted from 0."""
        step = self.steps[index]
        if "window" in step:
            return milliseconds(step["window"], step.get("windowUnit", self._unit))
        return milliseconds(self.parameters["window"], self._unit)

    def _at_least(self, index: int) -> Fraction:
        step = self.steps[index]
        return milliseconds(step.get("atLeast", 0), step.get("windowUnit", self._unit))

    def total(self) -> Fraction | None:
        """Return the most from the first event to the last, if there is a limit."""
        if "totalWindow" not in self.parameters:
            return None
        return milliseconds(
            self.parameters["totalWindow"], self.parameters.get("totalWindowUnit", self._unit)
        )

    def is_excluded(self, event: Event, number: int) -> bool:
        """Whether the event may not lie between step `number`, counted from 1, and the next."""
        exclusions = self.parameters.get("exclusions", [])
        assert isinstance(exclusions, list)
        for exclusion in exclusions:
            reaches = exclusion.get("after", 1) <= number < exclusion.get("before", len(self.steps))
            if reaches and fits_step(event, plain(exclusion)):
                return True
        return False

    def chains(self, events: list[Event]) -> list[list[Chain]]:
        """Return the chains of each length, from 1."""
        first, *others = [
            [place for place, event in enumerate(events) if fits_step(event, plain(step))]
            for step in self.steps
        ]
        lengths: list[list[Chain]] = [
            [(place,) for place in first if events[place].created_at_ms in self.entry]
        ]
        for places in others:
            lengths.append(
                [
                    (*chain, place)
                    for chain in lengths[-1]
                    for place in places
                    if place > chain[-1] and self._follows(events, chain, place)
                ]
            )
        return lengths

    def _follows(self, events: list[Event], chain: Chain, place: int) -> bool:
        last, total = chain[-1], self.total()
        gap = events[place].created_at_ms - events[last].created_at_ms
        between = range(last + 1, place)
        return (
            self._at_least(len(chain)) <= gap <= self.window(len(chain))
            and (total is None or events[place].created_at_ms - events[chain[0]].created_at_ms <= total)
            and (self.order != "strict" or not between)
            and not any(self.is_excluded(events[each], len(chain)) for each in between)
        )

    def may_go_on(self, events: list[Event], chain: Chain, until: int) -> bool:
        """Whether a chain could still get another event after `until`."""
        first, last, total = events[chain[0]], events[chain[-1]], self.total()
        later = events[chain[-1] + 1 :]
        return (
            last.created_at_ms + self.window(len(chain)) > until
            and (total is None or first.created_at_ms + total > until)
            and (self.order != "strict" or not later)
            and not any(self.is_excluded(event, len(chain)) for event in later)
        )

    def most_in_any_order(self, events: list[Event]) -> int:
        """Return the most steps that events within one window fit."""
        most = 0
        for first in events:
            span = [e for e in events if 0 <= e.created_at_ms - first.created_at_ms <= self.window(0)]
            fitted = [step for step in self.steps if any(fits_step(event, plain(step)) for event in span)]
            most = max(most, len(fitted))
        return most


def chosen(longest: list[Chain]) -> Chain:
    """Return the visitor's chain: the earliest end, and back from there each time the latest event."""
    taken: Chain = (min(chain[-1] for chain in longest),)
    while len(taken) < len(longest[0]):
        fitting = [chain for chain in longest if chain[-len(taken) :] == taken]
        taken = (max(chain[-len(taken) - 1] for chain in fitting), *taken)
    return taken
