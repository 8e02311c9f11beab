"""Retention: of the visitors who first came in a day, week or month, how many came back later.

See docs/spec/retention.md.

A visitor belongs to the local day, in `timezone`, of their start event: their first event in the
range that passes the filters. `visitors` is how many belong to that day. `returnVisitors` is how
many of them have any event, whatever the filters, on the local day `day` days later, up to 31.
`percentage` is their share. Day 0 is the day itself, so it has all of them. Rows without a
returning visitor are left out.

Days are calendar days: a day of 23 or 25 hours, when clocks change, is one day. `date` is the
instant at which that local day begins. With `unit`, cohorts and distances are weeks or months; the
key of the distance stays `day`.

With `start`, the start event must fit a step; with `first: ever` it must be the first such event of
all time. With `return`, returns must fit a step, and with `minimum` there must be several of them
in the unit. In the unit of the start event, only returns at or after it count. If `returns` is
`onOrAfter`, a visitor also returns at a distance if they return in any later unit of the range.

With `cells: all` there are rows without returns too, and each row says whether it is `complete`.
`average` adds up the complete rows of each distance. With `breakdown`, visitors are grouped by a
field or property of their start event.

A visitor without an id is recognised for one period only, a month unless set otherwise. Those who
come back in another period count as new.
"""

from __future__ import annotations

from kokumi.queries.comparison import comparison_of
from kokumi.reports.parts.behind import Cells
from kokumi.reports.report import Report, Sample, definition_of
from kokumi.reports.retention.answer import RetentionAnswer, RetentionRow, shape
from kokumi.reports.retention.cells import RetentionCell, behind
from kokumi.reports.retention.parameters import RetentionParameters
from kokumi.reports.retention.statement import statement

SAMPLE = Sample(
    parameters={
        "startDate": "2025-10-01T07:00:00.000Z",
        "endDate": "2025-11-01T06:59:59.999Z",
        "timezone": "America/Los_Angeles",
    },
    answer=[
        {
            "date": "2025-10-01T07:00:00Z",
            "day": 0,
            "visitors": 1499,
            "returnVisitors": 1499,
            "percentage": 100,
        },
        {
            "date": "2025-10-01T07:00:00Z",
            "day": 1,
            "visitors": 1499,
            "returnVisitors": 151,
            "percentage": 10.073382254836558,
        },
        {
            "date": "2025-10-01T07:00:00Z",
            "day": 2,
            "visitors": 1499,
            "returnVisitors": 83,
            "percentage": 5.537024683122081,
        },
        {
            "date": "2025-10-01T07:00:00Z",
            "day": 3,
            "visitors": 1499,
            "returnVisitors": 45,
            "percentage": 3.002001334222815,
        },
    ],
    options={
        "Months of people": {"unit": "month", "periods": 6, "entity": "person"},
        "Purchases after a signup": {
            "unit": "week",
            "start": {"type": "event", "value": "signup"},
            "return": {"type": "event", "value": "purchase"},
            "minimum": 2,
        },
        "First visits of all time, and any later return": {"first": "ever", "returns": "onOrAfter"},
        "The whole table with averages and intervals": {"cells": "all", "average": True, "intervals": True},
        "The largest countries, and all others": {"breakdown": {"field": "country"}, "limit": 5},
        "Beside the range before": {"compare": "prev"},
    },
)

REPORT = Report(
    name="retention",
    saved_as="retention",
    definition=definition_of(__doc__),
    title="Retention",
    summary="Of the visitors who first came on a day, how many came back on later days.",
    parameters=RetentionParameters,
    answer=list[RetentionRow] | RetentionAnswer,
    statement=statement,
    shape=shape,
    comparison=comparison_of,
    sample=SAMPLE,
    cells=Cells(model=RetentionCell, behind=behind, sample={"date": "2025-10-01T07:00:00Z", "day": 1}),
)
