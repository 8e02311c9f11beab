"""Revenue: what was earned in one currency, when, where, and from whom it came (docs/spec/revenue.md).

Revenue comes from events whose data has `revenue` (a number, or text that is one) and `currency`
(three letters). Only the requested currency is looked at; nothing is converted. Sums are exact.

`chart` is the revenue of each event name in each bucket of a calendar `unit` in `timezone`, by
time, then by event name. Empty buckets are left out, and the first one may begin before the range.
`country` and `region` are those of the event. `referrer` and `channel` are those of the visitor's
first event in the range, whatever the filters. An empty name means none, so each list adds up to
the total.

In `total`, `count` is the number of events with revenue, and `unique_count` the number of their
visitors. `average` is sum / count. `arpu` is sum / all visitors with any event that passes the
filters. `comparison` has the same figures, with the same filters, for the range of equal length
just before, or with `compare: yoy` for the range a calendar year earlier.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from kokumi.domain.numbers import ratio
from kokumi.domain.times import Unit, iso
from kokumi.domain.validation import SPELLED, WireModel
from kokumi.queries.comparison import Comparison, compared_range
from kokumi.queries.query import Subject
from kokumi.queries.rows import Row, Rows
from kokumi.reports.parts.currency import Currency
from kokumi.reports.report import Parameters, Report, Sample, definition_of
from kokumi.sql.buckets import bucket, bucket_start
from kokumi.sql.fragment import Fragment, sql
from kokumi.sql.idioms import MOMENT, channel, revenue_in


class RevenueParameters(Parameters):
    """The currency, how the chart is cut, and what the total is compared with."""

    currency: Currency
    unit: Unit = Field(Unit.DAY, description="Calendar unit of the chart's buckets.")
    compare: Annotated[Comparison, SPELLED] = Field(
        Comparison.PREVIOUS, description="`prev`: the range of equal length before; `yoy`: a year earlier."
    )


class ChartRow(WireModel):
    """Revenue of one kind of event in one bucket."""

    x: str = Field(description="Event name.")
    t: str = Field(description="Start of the bucket, a UTC instant.")
    y: float = Field(description="Revenue.")
    count: int = Field(description="Events with revenue.")


class NamedRow(WireModel):
    """Revenue by some name; an empty one means none."""

    name: str = Field(description="The country, region, referrer or channel.")
    value: float = Field(description="Revenue.")


class RegionRow(NamedRow):
    """Revenue by region."""

    country: str = Field(description="The country that the region is in.")


class Figures(WireModel, alias_generator=str):
    """Revenue of a whole range."""

    sum: float = Field(description="Revenue.")
    count: int = Field(description="Events with revenue.")
    unique_count: int = Field(description="Visitors with revenue.")
    average: float = Field(description="sum / count; 0 if there are none.")
    arpu: float = Field(description="sum / all visitors that pass the filters; 0 if there are none.")


class Total(Figures):
    """Revenue of the range and of the one it is compared with."""

    comparison: Figures = Field(description="The same figures of the range compared with.")


class RevenueAnswer(WireModel):
    """Revenue over time, by place and origin, and in total."""

    chart: list[ChartRow] = Field(description="Revenue over time, by event name.")
    country: list[NamedRow] = Field(description="Revenue by country.")
    region: list[RegionRow] = Field(description="Revenue by region.")
    referrer: list[NamedRow] = Field(description="Revenue by referring domain.")
    channel: list[NamedRow] = Field(description="Revenue by channel.")
    total: Total = Field(description="Revenue of the whole range.")


def statement(parameters: RevenueParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(part, bucket, name, country, amount, sales, buyers, visitors)`.

    `part` is one of the answer's lists, `total`, `visitors` (all who pass the filters), or `comparison`. A
    bucket is epoch milliseconds for hours, and days since 1970 for longer units.
    """
    selection = subject.select()
    compared = subject.select(compared_range(subject.range, parameters.compare, subject.zone), "comparison_")
    return sql(
        """
        with
            -- How many visitors pass the filters, and which of them bought something.
            (
                select (uniqExact(session_id), groupUniqArrayIf(session_id, $is_sale))
                from events
                where $filtered
            ) as visitors_and_buyers,
            -- Whoever bought something: the sales, and the first event in the range, whatever the filters.
            buyers as
            (
                select
                    session_id,
                    argMin((referrer, query, utm_source, utm_medium, hostname), $moment) as origin,
                    groupArrayIf(
                        ($bucket, toString(event_name), toString(country), toString(region), $amount),
                        $passes and $is_sale
                    ) as sales
                from events
                prewhere $unfiltered
                    and session_id in (select arrayJoin(visitors_and_buyers.2))
                group by session_id
            ),
            origins as
            (
                select session_id, sales, origin.1 as referrer, origin.2 as query, origin.3 as utm_source,
                    origin.4 as utm_medium, origin.5 as hostname
                from buyers
            ),
            sales as
            (
                select session_id, sale.1 as bucket, sale.2 as event_name, sale.3 as country,
                    sale.4 as region, sale.5 as amount, toString(referrer) as source, $channel as channel
                from origins
                array join sales as sale
            )
        select entry.1 as part, entry.2 as start, entry.3 as name, entry.4 as place,
            sum(amount) as total, count() as sold, uniqExact(session_id) as buyers, 0 as visitors
        from sales
        array join
        [
            ('chart', bucket, event_name, ''),
            ('country', 0, country, ''),
            ('region', 0, region, country),
            ('referrer', 0, source, ''),
            ('channel', 0, channel, ''),
            ('total', 0, '', '')
        ] as entry
        group by entry
        union all
        select 'visitors', 0, '', '', toDecimal256(0, 4), 0, 0, visitors_and_buyers.1
        union all
        select 'comparison', 0, '', '', sum($amount), countIf($is_sale), uniqExactIf(session_id, $is_sale),
            uniqExact(session_id)
        from events
        where $compared
        """,
        bucket=bucket(parameters.unit, subject.zone),
        amount=revenue_in(parameters.currency),
        is_sale=sql("has(revenue_currencies, {currency:String})", currency=parameters.currency),
        channel=channel(),
        moment=MOMENT,
        passes=selection.passes,
        filtered=selection.filtered,
        unfiltered=selection.unfiltered,
        compared=compared.filtered,
    )


@dataclass(frozen=True, slots=True)
class _Row:
    bucket: int
    name: str
    country: str
    total: Decimal
    sales: int
    buyers: int
    visitors: int


_NOTHING = _Row(bucket=0, name="", country="", total=Decimal(0), sales=0, buyers=0, visitors=0)


def shape(parameters: RevenueParameters, subject: Subject, rows: Rows) -> dict[str, object]:
    """Return chart, country, region, referrer, channel and total; lists largest first, the chart by time."""
    parts: dict[str, list[_Row]] = {}
    for row in rows:
        parts.setdefault(row.text("part"), []).append(_read(row))
    for found in parts.values():
        found.sort(key=lambda row: (-row.total, row.name, row.country))
    chart = sorted(parts.get("chart", ()), key=lambda row: (row.bucket, row.name))
    return {
        "chart": [
            {
                "x": row.name,
                "t": iso(bucket_start(parameters.unit, row.bucket, subject.zone)),
                "y": row.total,
                "count": row.sales,
            }
            for row in chart
        ],
        "country": _named(parts.get("country", ())),
        "region": [
            {"name": row.name, "country": row.country, "value": row.total} for row in parts.get("region", ())
        ],
        "referrer": _named(parts.get("referrer", ())),
        "channel": _named(parts.get("channel", ())),
        "total": {
            **_figures(parts.get("total", [_NOTHING])[0], parts["visitors"][0].visitors),
            "comparison": _figures(parts["comparison"][0], parts["comparison"][0].visitors),
        },
    }


def _named(rows: Sequence[_Row]) -> list[dict[str, object]]:
    return [{"name": row.name, "value": row.total} for row in rows]


def _figures(sold: _Row, visitors: int) -> dict[str, object]:
    return {
        "sum": sold.total,
        "count": sold.sales,
        "unique_count": sold.buyers,
        "average": ratio(sold.total, sold.sales) or 0,
        "arpu": ratio(sold.total, visitors) or 0,
    }


def _read(row: Row) -> _Row:
    return _Row(
        bucket=row.number("start"),
        name=row.text("name"),
        country=row.text("place"),
        total=row.amount("total"),
        sales=row.number("sold"),
        buyers=row.number("buyers"),
        visitors=row.number("visitors"),
    )


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
    sample=SAMPLE,
)
