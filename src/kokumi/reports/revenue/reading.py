"""What the statements of revenue read: ranges, visitors and earnings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kokumi.domain.times import TimeRange
from kokumi.filters.compile import Selection
from kokumi.queries.comparison import compared_range
from kokumi.queries.conversion import Conversion
from kokumi.queries.query import EVER, Subject
from kokumi.reports.parts.earnings import Earnings, earned_in, earned_in_all
from kokumi.reports.parts.entity import Visitors, visitors
from kokumi.reports.revenue.parameters import RevenueParameters
from kokumi.sql.fragment import Fragment, sql

_COMPARED = "comparison_"
LONG = "ever_"


@dataclass(frozen=True)
class Reading:
    """What the statements of one request read."""

    parameters: RevenueParameters
    subject: Subject

    @cached_property
    def earnings(self) -> Earnings:
        """What an event earned."""
        if not self.parameters.convert:
            return earned_in(self.parameters.currency)
        return earned_in_all(self.parameters.currency, self.subject.quotes)

    @property
    def amounts_range(self) -> TimeRange:
        """The range in which all events lie whose amounts are read. Of earlier purchases none is."""
        return TimeRange(min(self.subject.range.start, self.compared.start), self.subject.range.end)

    @property
    def compared(self) -> TimeRange:
        """The range that the total is compared with."""
        return compared_range(self.subject.range, self.parameters.compare, self.subject.zone)

    @property
    def long(self) -> TimeRange:
        """All time up to the end of the range."""
        return TimeRange(EVER.start, self.subject.range.end)

    @cached_property
    def selection(self) -> Selection:
        """The events of the range."""
        return self.subject.select()

    @cached_property
    def compared_selection(self) -> Selection:
        """The events of the range compared with."""
        return self.subject.select(self.compared, _COMPARED)

    @cached_property
    def long_selection(self) -> Selection:
        """The events of all time."""
        return self.subject.select(self.long, LONG)

    @property
    def visitors(self) -> Visitors:
        """The visitors of the range."""
        return visitors(self.parameters.entity, self.subject)

    @property
    def compared_visitors(self) -> Visitors:
        """The visitors of the range compared with."""
        return visitors(self.parameters.entity, self.subject, self.compared, _COMPARED)

    @property
    def long_visitors(self) -> Visitors:
        """The visitors of all time: persons are judged by all their events."""
        return visitors(self.parameters.entity, self.subject, self.long, LONG)

    @property
    def in_range(self) -> Fragment:
        """The condition that an event of all time lies in the range and passes its filters."""
        return sql("$since and $passes", since=self.since, passes=self.selection.passes)

    @property
    def since(self) -> Fragment:
        """The condition that an event of all time does not lie before the range."""
        return self._compared_with_start(">=")

    @property
    def before(self) -> Fragment:
        """The condition that an event of all time lies before the range."""
        return self._compared_with_start("<")

    def _compared_with_start(self, operator: str) -> Fragment:
        start = self.subject.counted_range.start
        return sql(
            "created_at $operator fromUnixTimestamp64Milli({start:Int64}, 'UTC')",
            operator=sql(">=") if operator == ">=" else sql("<"),
            start=start,
        )


def conversion(parameters: RevenueParameters, subject: Subject) -> Conversion | None:
    """Return which revenue is converted, if the parameters ask for it."""
    if not parameters.convert:
        return None
    return Conversion(parameters.currency, Reading(parameters, subject).amounts_range)
