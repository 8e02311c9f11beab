"""Retention (docs/spec/retention.md)."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from oracle.behind import sessions_behind
from oracle.errors import BadRequestError
from oracle.figures import wilson
from oracle.filters import Saved, camel
from oracle.groups import group_of, largest_groups, sizes_of
from oracle.model import Event
from oracle.question import Body, Question, ask
from oracle.steps import fits_step
from oracle.times import (
    FOREVER_MS,
    Range,
    add_units,
    day_start,
    format_instant,
    parse_instant,
    previous_range,
    to_local,
    unit_start_day,
    year_earlier,
)

Rows = list[dict[str, object]]
PERIODS = {"day": 31, "week": 12, "month": 12}


def retention(
    events: Iterable[Event],
    body: Body,
    saved: Saved | None = None,
    *,
    reset_at_ms: int | None = None,
    now_ms: int = 0,
) -> Any:
    """Return for each cohort and distance the visitors that came back (docs/spec/retention.md)."""
    question = ask(events, body, saved, reset_at_ms=reset_at_ms, now_ms=now_ms)
    compare = question.parameters.get("compare")
    answer = Retention.of(question).answer()
    if compare is None:
        return answer
    zone = question.world.zone
    span = previous_range(question.span) if compare == "prev" else year_earlier(question.span, zone)
    beside = Retention.of(replace(question, span=span)).answer()
    return {**as_object(answer), "comparison": as_object(beside)}


def sessions_of_retention(question: Question, cell: Mapping[str, object]) -> list[str]:
    """Return the sessions behind a cell (docs/spec/retention.md#sessions)."""
    return Retention.of(question).sessions(cell)


def as_object(answer: object) -> Mapping[str, object]:
    """Return an answer as an object: a list stands in it as `rows`."""
    return answer if isinstance(answer, Mapping) else {"rows": answer}


def distance(unit: str, first: date, later: date) -> int:
    """Return how many units one lies after another; both are the first days of their units."""
    if unit == "month":
        return 12 * (later.year - first.year) + later.month - first.month
    return (later - first).days // (7 if unit == "week" else 1)


def _fits(event: Event, step: object) -> bool:
    return not isinstance(step, Mapping) or fits_step(event, step)


@dataclass(frozen=True)
class Retention:
    """What each visitor did: the first day of the unit of its start event, and its returns."""

    question: Question
    cohort_of: Mapping[str, date]
    returns_of: Mapping[str, Counter[int]]
    """For each visitor, how many returns lie at each distance."""
    group_of: Mapping[str, str]

    @classmethod
    def of(cls, question: Question) -> "Retention":
        """Return it of a question."""
        parameters, span = question.parameters, question.span
        if parameters.get("entity") == "visit":
            raise BadRequestError("a visit does not return")
        unit, zone = question.text("unit", "day"), question.world.zone
        reading = Range(-FOREVER_MS, span.end_ms) if parameters.get("first") == "ever" else span
        visitor_of = question.visitor_of(reading)
        start_of: dict[str, Event] = {}
        for event in question.filtered(reading):
            if _fits(event, parameters.get("start")):
                start_of.setdefault(visitor_of[event.event_id], event)
        started = {
            visitor: event for visitor, event in start_of.items() if event.created_at_ms >= span.start_ms
        }

        def unit_of(event: Event) -> date:
            return unit_start_day(to_local(event.created_at_ms, zone).date(), unit)

        returns_of: dict[str, Counter[int]] = {visitor: Counter() for visitor in started}
        for event in question.unfiltered():
            start = started.get(visitor_of[event.event_id])
            is_return = _fits(event, parameters.get("return"))
            if start is not None and is_return and event.order >= start.order:
                later = distance(unit, unit_of(start), unit_of(event))
                returns_of[visitor_of[event.event_id]][later] += 1
        split = parameters.get("breakdown")
        return cls(
            question,
            {visitor: unit_of(event) for visitor, event in started.items()},
            returns_of,
            {visitor: group_of(event, split) for visitor, event in started.items()}
            if isinstance(split, Mapping)
            else {},
        )

    @property
    def unit(self) -> str:
        """The unit of cohorts."""
        return self.question.text("unit", "day")

    @property
    def last(self) -> int:
        """The largest distance."""
        return int(str(self.question.parameters.get("periods", PERIODS[self.unit])))

    def answer(self) -> object:
        """Return the answer, without a comparison."""
        rows = self.rows(list(self.cohort_of))
        parts: dict[str, object] = {}
        if self.question.parameters.get("average"):
            parts["average"] = self.average()
        if "breakdown" in self.question.parameters:
            named = [{"name": name, "rows": self.rows(self.members(name))} for name in self.named()]
            other = self.members(None)
            parts |= {"groups": named, "other": self.rows(other) if other else None}
        return {"rows": rows, **parts} if parts else rows

    def named(self) -> list[str]:
        """Return the groups that stand alone."""
        limit = int(str(self.question.parameters.get("limit", 10)))
        return largest_groups(sizes_of(self.group_of), limit)

    def members(self, group: object) -> list[str]:
        """Return the visitors of a group, or of all that do not stand alone."""
        named = self.named()
        return [
            visitor
            for visitor, name in self.group_of.items()
            if (name not in named if group is None else name == group and name in named)
        ]

    def has_returned(self, visitor: str, day: int) -> bool:
        """Whether the visitor returned at a distance."""
        minimum = int(str(self.question.parameters.get("minimum", 1)))
        enough = {later for later, count in self.returns_of[visitor].items() if count >= minimum}
        if camel(str(self.question.parameters.get("returns", "exact"))) == "onOrAfter":
            return any(later >= day for later in enough)
        return day in enough

    def start(self, first: date, later: int = 0) -> int:
        """Return the instant at which the unit so much later starts."""
        return day_start(add_units(first, self.unit, later), self.question.world.zone)

    def is_complete(self, first: date, day: int) -> bool:
        """Whether the range has the cohort's unit and the one at the distance whole."""
        span = self.question.span.since(self.question.world.reset_at_ms)
        return self.start(first) >= span.start_ms and self.start(first, day + 1) <= span.end_ms + 1

    def cohorts(self, visitors: Collection[str]) -> dict[date, list[str]]:
        """Return the cohorts of these visitors."""
        firsts = sorted({self.cohort_of[visitor] for visitor in visitors})
        return {first: [each for each in visitors if self.cohort_of[each] == first] for first in firsts}

    def rows(self, visitors: Collection[str]) -> Rows:
        """Return the rows of these visitors."""
        shows_all = self.question.parameters.get("cells") == "all"
        found: Rows = []
        for first, members in self.cohorts(visitors).items():
            for day in range(self.last + 1):
                returned = sum(self.has_returned(each, day) for each in members)
                begins = self.start(first, day) <= self.question.span.end_ms
                if returned or (shows_all and begins):
                    row = {"date": format_instant(self.start(first)), "day": day}
                    row |= self.figures(len(members), returned)
                    found.append(row | ({"complete": self.is_complete(first, day)} if shows_all else {}))
        return found

    def average(self) -> Rows:
        """Return the sums over complete cohorts."""
        found: Rows = []
        cohorts = self.cohorts(list(self.cohort_of))
        for day in range(self.last + 1):
            whole = [each for first, some in cohorts.items() if self.is_complete(first, day) for each in some]
            if whole:
                returned = sum(self.has_returned(each, day) for each in whole)
                found.append({"day": day, **self.figures(len(whole), returned)})
        return found

    def figures(self, visitors: int, returned: int) -> dict[str, object]:
        """Return what rows say of so many visitors."""
        figures: dict[str, object] = {
            "visitors": visitors,
            "returnVisitors": returned,
            "percentage": 100 * returned / visitors,
        }
        if self.question.parameters.get("intervals"):
            low, high = wilson(returned, visitors)
            figures |= {"low": 100 * (low or 0), "high": 100 * (high or 0)}
        return figures

    def sessions(self, cell: Mapping[str, object]) -> list[str]:
        """Return the sessions behind a cell."""
        zone = self.question.world.zone
        instant = parse_instant(cell["date"], zone, is_end=False)
        visitors = self.members(cell["group"]) if "group" in cell else list(self.cohort_of)
        counted = [each for each in visitors if self.start(self.cohort_of[each]) == instant]
        day = cell.get("day", cell.get("period"))
        if day is not None:
            wanted = int(str(day))
            counted = [each for each in counted if wanted <= self.last and self.has_returned(each, wanted)]
        ever = Range(-FOREVER_MS, self.question.span.end_ms)
        is_ever = self.question.parameters.get("first") == "ever"
        return sessions_behind(self.question, counted, self.question.span, ever if is_ever else None)
