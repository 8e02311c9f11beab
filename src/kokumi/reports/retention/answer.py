"""The answer of the retention report (docs/spec/retention.md)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from pydantic import Field

from kokumi.domain.times import TimeRange, iso
from kokumi.domain.validation import SparseModel, WireModel
from kokumi.errors import QueryTooLargeError
from kokumi.queries.confidence import wilson
from kokumi.queries.query import Subject
from kokumi.queries.rows import Row, Rows
from kokumi.reports.retention.parameters import RetentionParameters
from kokumi.reports.retention.statement import MAX_ROWS, WHOLE, needs_start_events
from kokumi.sql.buckets import number_of_unit, start_of_unit


class RetentionRow(SparseModel):
    """A cohort at one distance."""

    date: str = Field(description="The start of the cohort's unit in the zone, as a UTC instant.")
    day: int = Field(description="The distance: days, weeks or months after that unit.")
    visitors: int = Field(description="Visitors whose start event lies in that unit.")
    return_visitors: int = Field(description="Those of them who returned at the distance.")
    percentage: float = Field(description="returnVisitors / visitors, times 100.")
    low: float | None = Field(None, description="With `intervals`: the lower bound of `percentage` at 95 %.")
    high: float | None = Field(None, description="With `intervals`: the upper bound.")
    complete: bool | None = Field(
        None, description="With `cells`: the range holds both units whole, the cohort's and the later one."
    )


class RetentionAverage(SparseModel):
    """All complete cohorts at one distance."""

    day: int = Field(description="The distance.")
    visitors: int = Field(description="Visitors of the cohorts that are complete at this distance.")
    return_visitors: int = Field(description="Those of them who returned.")
    percentage: float = Field(description="returnVisitors / visitors, times 100.")
    low: float | None = Field(None, description="With `intervals`: the lower bound of `percentage` at 95 %.")
    high: float | None = Field(None, description="With `intervals`: the upper bound.")


class RetentionGroup(WireModel):
    """The cohorts of one group."""

    name: str = Field(description="The value that the start events have in common.")
    rows: list[RetentionRow] = Field(description="Its rows.")


class RetentionTable(SparseModel):
    """The rows, with what `average` and `breakdown` add."""

    rows: list[RetentionRow] = Field(description="By date, then distance.")
    average: list[RetentionAverage] | None = Field(None, description="With `average`, by distance.")
    groups: list[RetentionGroup] | None = Field(None, description="With `breakdown`: the largest groups.")
    other: list[RetentionRow] | None = Field(
        None, description="With `breakdown`: the rows of all other visitors; null if there are none."
    )


class RetentionAnswer(RetentionTable):
    """The answer as an object, with `average`, `breakdown` or `compare`."""

    comparison: RetentionTable | None = Field(None, description="With `compare`: the other range.")


class _Counts(NamedTuple):
    """How many visitors there are, and how many of them returned."""

    visitors: int
    returned: int

    def add(self, other: _Counts) -> _Counts:
        """Return both together."""
        return _Counts(self.visitors + other.visitors, self.returned + other.returned)


@dataclass(slots=True)
class _Cohort:
    """How many visitors there are, and how many of them return at each distance."""

    size: int = 0
    returns: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    def at(self, day: int) -> _Counts:
        """Return its figures at a distance."""
        return _Counts(self.size, self.returns.get(day, 0))


_Cohorts = dict[int, _Cohort]
"""Cohorts by their units."""


def shape(parameters: RetentionParameters, subject: Subject, rows: Rows) -> object:
    """Return the rows, by date, then distance; with `average` or `breakdown`, an object that holds them.

    Raises:
        QueryTooLargeError: with cells or groups there are more than 200 000 rows.
    """
    calendar = _Calendar(parameters, subject)
    if len(rows) > MAX_ROWS and parameters.breakdown:
        raise _too_large()
    if parameters.breakdown is None:
        cohorts = _cohorts(parameters, rows)
        parts: dict[str, object] = {}
    else:
        named, other = _groups(parameters, rows)
        cohorts = _together([*(each for _, each in named), other])
        parts = {
            "groups": [{"name": name, "rows": calendar.rows(each)} for name, each in named],
            "other": calendar.rows(other) if other else None,
        }
    answered = calendar.rows(cohorts)
    if parameters.average:
        parts = {"average": calendar.average(cohorts), **parts}
    return {"rows": answered, **parts} if parts else answered


def _cohorts(parameters: RetentionParameters, rows: Iterable[Row]) -> _Cohorts:
    """Return the cohorts that rows of the statement tell of."""
    size_at = WHOLE if needs_start_events(parameters) else 0
    found: _Cohorts = defaultdict(_Cohort)
    for row in rows:
        cohort, day, visitors = found[row.number("cohort")], row.number("day"), row.number("visitors")
        if day == size_at:
            cohort.size = visitors
        if day >= 0:
            cohort.returns[day] = visitors
    if parameters.is_on_or_after:
        for cohort in found.values():
            _add_later(cohort)
    return dict(found)


def _add_later(cohort: _Cohort) -> None:
    """Count visitors at each distance up to the farthest at which they return."""
    for day in range(max(cohort.returns, default=0), 0, -1):
        cohort.returns[day - 1] += cohort.returns[day]


def _groups(parameters: RetentionParameters, rows: Rows) -> tuple[list[tuple[str, _Cohorts]], _Cohorts]:
    """Return the groups that stand alone, with their names, and all others together."""
    by_place: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        by_place[row.number("place")].append(row)
    other = by_place.pop(parameters.limit + 1, [])
    named = [(each[0].text("name"), _cohorts(parameters, each)) for _, each in sorted(by_place.items())]
    return named, _cohorts(parameters, other)


def _together(parts: Iterable[_Cohorts]) -> _Cohorts:
    """Return the cohorts of several groups as one: each visitor belongs to one group."""
    found: _Cohorts = defaultdict(_Cohort)
    for cohorts in parts:
        for unit, part in cohorts.items():
            found[unit].size += part.size
            for day, visitors in part.returns.items():
                found[unit].returns[day] += visitors
    return dict(found)


class _Calendar:
    """Which rows an answer has, and what stands in them."""

    def __init__(self, parameters: RetentionParameters, subject: Subject) -> None:
        self._parameters = parameters
        self._zone = subject.zone
        self._range: TimeRange = subject.counted_range
        self._starts: dict[int, int] = {}
        self._room = MAX_ROWS

    def rows(self, cohorts: _Cohorts) -> list[dict[str, object]]:
        """Return the rows of these cohorts, by date, then distance."""
        return [
            self._row(unit, day, cohort)
            for unit, cohort in sorted(cohorts.items())
            for day in self._days(unit, cohort)
        ]

    def average(self, cohorts: _Cohorts) -> list[dict[str, object]]:
        """Return the sums over the complete rows of each distance."""
        sums: dict[int, _Counts] = {}
        for unit, cohort in cohorts.items():
            for day in range(self._parameters.last + 1):
                if self._is_complete(unit, day):
                    sums[day] = sums.get(day, _Counts(0, 0)).add(cohort.at(day))
        return [{"day": day, **self._figures(counts)} for day, counts in sorted(sums.items())]

    def _days(self, unit: int, cohort: _Cohort) -> Iterable[int]:
        if self._parameters.cells is None:
            return sorted(day for day, visitors in cohort.returns.items() if visitors)
        days = range(min(self._parameters.last, self._last_unit - unit) + 1)
        self._room -= len(days)
        if self._room < 0:
            raise _too_large()
        return days

    def _row(self, unit: int, day: int, cohort: _Cohort) -> dict[str, object]:
        row = {"date": iso(self._start(unit)), "day": day, **self._figures(cohort.at(day))}
        return row if self._parameters.cells is None else {**row, "complete": self._is_complete(unit, day)}

    def _figures(self, counts: _Counts) -> dict[str, object]:
        visitors, returned = counts
        figures: dict[str, object] = {
            "visitors": visitors,
            "returnVisitors": returned,
            "percentage": 100 * returned / visitors,
        }
        if not self._parameters.intervals:
            return figures
        low, high = wilson(returned, visitors)
        return {**figures, "low": 100 * (low or 0), "high": 100 * (high or 0)}

    def _is_complete(self, unit: int, day: int) -> bool:
        return self._first_whole <= unit and unit + day <= self._last_whole

    @cached_property
    def _last_unit(self) -> int:
        return number_of_unit(self._parameters.unit, self._range.end, self._zone)

    @cached_property
    def _first_whole(self) -> int:
        """The first unit that begins in the range."""
        first = number_of_unit(self._parameters.unit, self._range.start, self._zone)
        return first if self._start(first) >= self._range.start else first + 1

    @cached_property
    def _last_whole(self) -> int:
        """The last unit that the next one follows within a millisecond of the end of the range."""
        last = self._last_unit
        return last if self._start(last + 1) <= self._range.end + 1 else last - 1

    def _start(self, unit: int) -> int:
        """Return the instant at which a unit starts; each is looked up once."""
        found = self._starts.get(unit)
        if found is None:
            found = self._starts[unit] = start_of_unit(self._parameters.unit, unit, self._zone)
        return found


def _too_large() -> QueryTooLargeError:
    return QueryTooLargeError(
        f"The answer would have more than {MAX_ROWS:,} rows. Take a longer unit, fewer periods, "
        "a shorter range or a smaller limit."
    )
