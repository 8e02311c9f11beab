"""Revenue: what was earned in one currency, when, where, and from whom it came (docs/spec/revenue.md).

Revenue comes from events whose data has `revenue` (a number, or text that is one) and `currency`
(three letters). Only the requested currency is looked at. With `convert`, revenue in other currencies
is converted by the rates of its day, and `unconverted` lists what has no rate. Sums are exact.

`chart` is the revenue of each event name in each bucket of a calendar `unit` in `timezone`, by
time, then by event name. Empty buckets are left out, and the first one may begin before the range.
`country` and `region` are those of the event. `referrer` and `channel` are those of the visitor's
first event in the range, whatever the filters. An empty name means none, so each list adds up to
the total.

In `total`, `count` is the number of events with revenue, and `unique_count` the number of their
visitors. `average` is sum / count. `arpu` is sum / all visitors with any event that passes the
filters. `comparison` has the same figures, with the same filters, for the range of equal length
just before, or with `compare: yoy` for the range a calendar year earlier.

`customers` tells revenue from visitors who bought before the range from that of all others.
`refunds` tells positive and negative amounts apart. `ltv` groups visitors by when they first came,
and adds up what they earned in that unit and in each of the next ones. `lists` adds the campaigns of
the visitor's first event.
"""

from __future__ import annotations

from kokumi.reports.parts.behind import Cells
from kokumi.reports.report import Report, Sample, definition_of
from kokumi.reports.revenue.answer import RevenueAnswer, shape
from kokumi.reports.revenue.cells import RevenueCell, behind
from kokumi.reports.revenue.parameters import RevenueParameters
from kokumi.reports.revenue.reading import conversion
from kokumi.reports.revenue.statement import statement

SAMPLE = Sample(
    parameters={
        "startDate": "2025-07-23T07:00:00.000Z",
        "endDate": "2025-10-22T06:59:59.999Z",
        "timezone": "America/Los_Angeles",
        "currency": "USD",
    },
    answer={
        "chart": [
            {"x": "revenue-demo", "t": "2025-10-14T07:00:00Z", "y": 400, "count": 13},
            {"x": "revenue-demo", "t": "2025-10-15T07:00:00Z", "y": 480, "count": 16},
            {"x": "revenue-demo", "t": "2025-10-16T07:00:00Z", "y": 490, "count": 17},
        ],
        "country": [
            {"name": "US", "value": 1050},
            {"name": "FR", "value": 1040},
            {"name": "GB", "value": 720},
        ],
        "region": [
            {"name": "US-CA", "country": "US", "value": 1050},
            {"name": "FR-IDF", "country": "FR", "value": 1040},
            {"name": "GB-ENG", "country": "GB", "value": 720},
        ],
        "referrer": [{"name": "google.com", "value": 2110}, {"name": "", "value": 1760}],
        "channel": [{"name": "organicSearch", "value": 2110}, {"name": "direct", "value": 1760}],
        "total": {
            "sum": 3870,
            "count": 131,
            "unique_count": 131,
            "average": 29.541984732824428,
            "arpu": 0.0369,
            "comparison": {"sum": 3240, "count": 108, "unique_count": 106, "average": 30, "arpu": 0.0312},
        },
    },
    options={
        "All currencies converted": {"convert": True},
        "New and returning customers, and refunds": {"customers": True, "refunds": True},
        "Lifetime value over three months": {"ltv": {"unit": "month", "periods": 3}},
        "Lists of campaigns, visitors as persons": {"lists": "all", "entity": "person"},
    },
)

REPORT = Report(
    name="revenue",
    saved_as="revenue",
    definition=definition_of(__doc__),
    title="Revenue",
    summary="What was earned in one currency: over time, by place and origin, and in total.",
    parameters=RevenueParameters,
    answer=RevenueAnswer,
    statement=statement,
    shape=shape,
    conversion=conversion,
    sample=SAMPLE,
    cells=Cells(model=RevenueCell, behind=behind, sample={}),
)
