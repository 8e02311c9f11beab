"""Trend: how often something happens, how many do it, or what it amounts to, over time (docs/spec/trend.md).

Each series is a step with a `measure`. Its number in a row is taken over the events that pass the
filters, lie in the bucket and fit the step; its number in `totals` is taken over the whole range.
Every bucket of the range has a row.

`events`, `visitors` and `visits` are counts. `sum`, `average`, `median`, `p90`, `min` and `max` are
taken over the numbers of a property; events whose property is not there, or is no number, are left
out. Without any number they are null. With `currency`, the property `revenue` means the revenue of
the events in that currency.

With `breakdown`, each event belongs to the group of its own value. The size of a group is the number
of its events that fit at least one series. The largest `limit` groups are answered one by one, all
others together in `other`. A visitor with events in several groups counts in each of them.
"""

from __future__ import annotations

from kokumi.queries.comparison import comparison_of
from kokumi.reports.parts.behind import Cells
from kokumi.reports.report import Report, Sample, definition_of
from kokumi.reports.trend.answer import TrendAnswer, shape
from kokumi.reports.trend.cells import TrendCell, behind
from kokumi.reports.trend.parameters import TrendParameters
from kokumi.reports.trend.statement import statement

SAMPLE = Sample(
    parameters={
        "startDate": "2025-10-20",
        "endDate": "2025-10-22",
        "timezone": "America/Los_Angeles",
        "series": [
            {"type": "path", "value": "/pricing", "measure": "visitors"},
            {"type": "event", "value": "purchase", "measure": "sum", "property": "revenue"},
        ],
        "currency": "USD",
    },
    answer={
        "rows": [
            {"t": "2025-10-20T07:00:00Z", "values": [412, 480.5]},
            {"t": "2025-10-21T07:00:00Z", "values": [398, 0]},
            {"t": "2025-10-22T07:00:00Z", "values": [431, None]},
        ],
        "totals": [1173, 480.5],
    },
    options={
        "In groups, compared with the year before": {
            "breakdown": {"field": "country"},
            "limit": 3,
            "compare": "yoy",
        },
        "By week, visitors as persons": {"unit": "week", "entity": "person"},
    },
)

REPORT = Report(
    name="trend",
    saved_as="trend",
    definition=definition_of(__doc__),
    title="Trend",
    summary="How often something happens over time, how many do it, or what it amounts to.",
    parameters=TrendParameters,
    answer=TrendAnswer,
    statement=statement,
    shape=shape,
    comparison=comparison_of,
    sample=SAMPLE,
    cells=Cells(model=TrendCell, behind=behind, sample={"series": 0, "t": "2025-10-20T07:00:00Z"}),
)
