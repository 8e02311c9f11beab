"""Breakdown: page views, visitors, visits, bounces and time by any fields (docs/spec/breakdown.md).

There is one row for each combination of the fields' values that occurs. Rows are ordered by
visitors, then views, then the values in the order of the fields; there are at most 500. Each field
is also a key of the row, named as it was asked for.

`views`, `visitors` and `visits` count page views, and the sessions and visits that they belong to.
With `event` among the fields, custom events are counted too, also in `views`. Page views then have
an empty event.

`bounces` are visits whose only page view that passes the filters falls in this row. A visit of two
pages is a bounce on neither of them.

`totaltime` is in seconds. The time from each counted event to the next counted event of its visit
goes to the row of the earlier one. So it is the time spent on a page; for fields of the visitor, it
is the whole length of the visits. After the last event of a visit nothing is known, and nothing is
added.
"""

from __future__ import annotations

from pydantic import Field

from kokumi.domain.validation import SparseModel
from kokumi.queries.query import Subject
from kokumi.queries.rows import Row, Rows
from kokumi.reports.breakdown.cells import BreakdownCell, behind
from kokumi.reports.breakdown.parameters import BreakdownParameters
from kokumi.reports.breakdown.shortcut import shortcut
from kokumi.reports.breakdown.statement import statement
from kokumi.reports.parts.behind import Cells
from kokumi.reports.report import Report, Sample, definition_of


class BreakdownRow(SparseModel, extra="allow"):
    """One combination of values; each field is a key as well, named as asked."""

    views: int = Field(description="Page views.")
    visitors: int = Field(description="Different visitors.")
    visits: int = Field(description="Different visits.")
    bounces: int = Field(description="Visits whose only page view falls in this row.")
    totaltime: float = Field(description="Seconds from each event to the next of its visit.")
    conversions: list[int] | None = Field(
        None, description="With `goals`: for each goal, the visitors of the row who reached it."
    )
    revenue: float | None = Field(
        None, description="With `currency`: the revenue of the visitors of the row."
    )


def shape(parameters: BreakdownParameters, _subject: Subject, rows: Rows) -> list[dict[str, object]]:
    """Return a row a combination: each field as asked, then its figures; `totaltime` in seconds."""
    fields = [(each.name, str(each.answered)) for each in parameters.asked()]
    return [
        {
            **{field: row.text(name) for field, name in fields},
            "views": row.number("total_views"),
            "visitors": row.number("visitors"),
            "visits": row.number("visits"),
            "bounces": row.number("bounces"),
            "totaltime": row.number("total_time") / 1000,
            **_done(parameters, row),
        }
        for row in rows
    ]


def _done(parameters: BreakdownParameters, row: Row) -> dict[str, object]:
    conversions = {"conversions": row.numbers("conversions")} if parameters.goals else {}
    revenue = {"revenue": row.amount("revenue")} if parameters.currency else {}
    return {**conversions, **revenue}


SAMPLE = Sample(
    parameters={
        "startDate": "2025-07-23T07:00:00.000Z",
        "endDate": "2025-10-22T06:59:59.999Z",
        "fields": ["os", "country"],
    },
    answer=[
        {
            "views": 37856,
            "visitors": 9229,
            "visits": 13145,
            "bounces": 8105,
            "totaltime": 12985151,
            "os": "Mac OS",
            "country": "US",
        },
        {
            "views": 24399,
            "visitors": 6628,
            "visits": 10673,
            "bounces": 7119,
            "totaltime": 21398417,
            "os": "Windows 10",
            "country": "US",
        },
        {
            "views": 21561,
            "visitors": 4916,
            "visits": 6532,
            "bounces": 3452,
            "totaltime": 22984512,
            "os": "Mac OS",
            "country": "DE",
        },
        {
            "views": 12977,
            "visitors": 2976,
            "visits": 4180,
            "bounces": 2440,
            "totaltime": 9962317,
            "os": "Windows 10",
            "country": "DE",
        },
    ],
    options={
        "Channels by purchases and revenue": {
            "fields": ["channel"],
            "goals": [{"type": "event", "value": "purchase"}],
            "currency": "USD",
            "orderBy": "revenue",
        },
        "Where visits begin and end": {"fields": ["entryPath", "exitPath"], "orderBy": "visits", "limit": 20},
        "Plans of event data, visitors as persons": {"fields": ["property:plan"], "entity": "person"},
    },
)

REPORT = Report(
    name="breakdown",
    saved_as="breakdown",
    definition=definition_of(__doc__),
    title="Breakdown",
    summary="Page views, visitors, visits, bounces and time for each combination of fields.",
    parameters=BreakdownParameters,
    answer=list[BreakdownRow],
    statement=statement,
    shape=shape,
    sample=SAMPLE,
    shortcut=shortcut,
    cells=Cells(model=BreakdownCell, behind=behind, sample={"values": {"os": "Mac OS", "country": "US"}}),
)
