"""The answer of revenue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from pydantic import Field

from kokumi.domain.numbers import ratio
from kokumi.domain.times import iso, midnight, next_start
from kokumi.domain.validation import SparseModel, WireModel
from kokumi.queries.query import Subject
from kokumi.queries.rows import Row, Rows
from kokumi.reports.revenue.parameters import CAMPAIGN_LISTS, LifetimeParameters, RevenueParameters
from kokumi.sql.buckets import bucket_start


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


class Figures(SparseModel, alias_generator=str):
    """Revenue of a whole range."""

    sum: float = Field(description="Revenue.")
    count: int = Field(description="Events with revenue.")
    unique_count: int = Field(description="Visitors with revenue.")
    average: float = Field(description="sum / count; 0 if there are none.")
    arpu: float = Field(description="sum / all visitors that pass the filters; 0 if there are none.")
    gross: float | None = Field(None, description="With `refunds`: the sum of the positive amounts.")
    refunded: float | None = Field(
        None, description="With `refunds`: the sum of the negative amounts, as a positive number."
    )


class Total(Figures):
    """Revenue of the range and of the one it is compared with."""

    comparison: Figures = Field(description="The same figures of the range compared with.")


class CustomersFigures(WireModel, alias_generator=str):
    """Revenue from some of the buyers."""

    sum: float = Field(description="Revenue.")
    count: int = Field(description="Events with revenue.")
    unique_count: int = Field(description="Visitors with revenue.")


class Customers(WireModel):
    """Revenue from those who bought before the range, and from those who did not."""

    new: CustomersFigures = Field(description="Without a purchase before the range.")
    returning: CustomersFigures = Field(description="With one.")


class LifetimeRow(WireModel):
    """What the visitors are worth who first came in one unit."""

    date: str = Field(description="Start of the unit, a UTC instant.")
    visitors: int = Field(description="Visitors whose first event lies in it, and in the range.")
    revenue: list[float | None] = Field(
        description="Their revenue in the range up to the end of that unit, of the next one, and so on; null "
        "where a unit ends after the range."
    )


class UnconvertedRow(WireModel):
    """Revenue in a currency that could not be converted."""

    currency: str = Field(description="The currency.")
    sum: float = Field(description="Revenue in that currency.")
    count: int = Field(description="Events.")


class RevenueAnswer(SparseModel, alias_generator=str):
    """Revenue over time, by place and origin, and in total."""

    chart: list[ChartRow] = Field(description="Revenue over time, by event name.")
    country: list[NamedRow] = Field(description="Revenue by country.")
    region: list[RegionRow] = Field(description="Revenue by region.")
    referrer: list[NamedRow] = Field(description="Revenue by referring domain.")
    channel: list[NamedRow] = Field(description="Revenue by channel.")
    total: Total = Field(description="Revenue of the whole range.")
    utm_source: list[NamedRow] | None = Field(None, description="With `lists`: revenue by utm source.")
    utm_medium: list[NamedRow] | None = Field(None, description="With `lists`: revenue by utm medium.")
    utm_campaign: list[NamedRow] | None = Field(None, description="With `lists`: revenue by utm campaign.")
    customers: Customers | None = Field(
        None, description="With `customers`: revenue from new and returning customers."
    )
    ltv: list[LifetimeRow] | None = Field(
        None, description="With `ltv`: lifetime value of the visitors of each unit."
    )
    unconverted: list[UnconvertedRow] | None = Field(
        None, description="With `convert`: what could not be converted, largest first."
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
    gross: Decimal = Decimal(0)
    sold_in: int = 0


_NOTHING = _Row(bucket=0, name="", country="", total=Decimal(0), sales=0, buyers=0, visitors=0)


def shape(parameters: RevenueParameters, subject: Subject, rows: Rows) -> dict[str, object]:
    """Return the lists, largest first, the chart by time, the total, and what the options add."""
    parts: dict[str, list[_Row]] = {}
    for row in rows:
        parts.setdefault(row.text("part"), []).append(_read(parameters, row))
    for found in parts.values():
        found.sort(key=lambda row: (-row.total, row.name, row.country))
    chart = sorted(parts.get("chart", ()), key=lambda row: (row.bucket, row.name))
    compared = parts["comparison"][0]
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
        **({name: _named(parts.get(name, ())) for name in CAMPAIGN_LISTS} if parameters.lists else {}),
        "total": {
            **_figures(parameters, parts.get("total", [_NOTHING])[0], parts["visitors"][0].visitors),
            "comparison": _figures(parameters, compared, compared.visitors),
        },
        **_added(parameters, subject, parts),
    }


def _added(
    parameters: RevenueParameters, subject: Subject, parts: Mapping[str, Sequence[_Row]]
) -> dict[str, object]:
    """Return what stands in the answer beside the usual."""
    added: dict[str, object] = {}
    if parameters.customers:
        added["customers"] = {name: _sold(parts.get(name, [_NOTHING])[0]) for name in ("new", "returning")}
    if parameters.ltv:
        added["ltv"] = _lifetime(parameters.ltv, subject, parts.get("ltv", ()))
    if parameters.convert:
        added["unconverted"] = [
            {"currency": row.name, "sum": row.total, "count": row.sales}
            for row in parts.get("unconverted", ())
        ]
    return added


def _named(rows: Sequence[_Row]) -> list[dict[str, object]]:
    return [{"name": row.name, "value": row.total} for row in rows]


def _sold(row: _Row) -> dict[str, object]:
    return {"sum": row.total, "count": row.sales, "unique_count": row.buyers}


def _figures(parameters: RevenueParameters, sold: _Row, visitors: int) -> dict[str, object]:
    refunds = {"gross": sold.gross, "refunded": sold.gross - sold.total} if parameters.refunds else {}
    return {
        **_sold(sold),
        "average": ratio(sold.total, sold.sales) or 0,
        "arpu": ratio(sold.total, visitors) or 0,
        **refunds,
    }


def _lifetime(ltv: LifetimeParameters, subject: Subject, rows: Iterable[_Row]) -> list[dict[str, object]]:
    cohorts: dict[int, list[_Row]] = {}
    for row in rows:
        cohorts.setdefault(row.bucket, []).append(row)
    return [
        {
            "date": iso(bucket_start(ltv.unit, cohort, subject.zone)),
            "visitors": sum(row.visitors for row in found),
            "revenue": _worth_over_time(ltv, subject, cohort, found),
        }
        for cohort, found in sorted(cohorts.items())
    ]


def _worth_over_time(
    ltv: LifetimeParameters, subject: Subject, cohort: int, rows: Iterable[_Row]
) -> list[Decimal | None]:
    """Return the revenue up to the end of each unit; none where the unit goes on after the range."""
    sales = sorted((row.sold_in, row.total) for row in rows)
    worth: list[Decimal | None] = []
    unit = date(1970, 1, 1) + timedelta(days=cohort)
    total = Decimal(0)
    while len(worth) <= ltv.periods:
        unit = next_start(ltv.unit, unit)
        if midnight(unit, subject.zone) > subject.range.end + 1:
            break
        end = (unit - date(1970, 1, 1)).days
        while sales and sales[0][0] < end:
            total += sales.pop(0)[1]
        worth.append(total)
    return [*worth, *[None] * (ltv.periods + 1 - len(worth))]


def _read(parameters: RevenueParameters, row: Row) -> _Row:
    return _Row(
        bucket=row.number("start"),
        name=row.text("name"),
        country=row.text("place"),
        total=row.amount("total"),
        sales=row.number("sold"),
        buyers=row.number("buyers"),
        visitors=row.number("visitors"),
        gross=row.amount("gross") if parameters.refunds else Decimal(0),
        sold_in=row.number("sold_in") if parameters.ltv else 0,
    )
