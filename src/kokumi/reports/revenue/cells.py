"""The sessions behind a number of revenue."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from kokumi.domain.columns import camel_case
from kokumi.domain.times import parse_instant
from kokumi.domain.validation import field_error
from kokumi.errors import BadRequestError
from kokumi.queries.query import Subject
from kokumi.reports.parts.behind import Behind, Cell, Judged
from kokumi.reports.parts.trends import in_bucket
from kokumi.reports.report import WireDate
from kokumi.reports.revenue.parameters import CAMPAIGN_LISTS, RevenueParameters
from kokumi.reports.revenue.reading import LONG, Reading
from kokumi.reports.revenue.statement import customers, newcomers
from kokumi.sql.buckets import bucket_starting
from kokumi.sql.fragment import Fragment, identifier, join, sql
from kokumi.sql.idioms import MOMENT, channel


class RevenueList(StrEnum):
    """A list of the answer."""

    COUNTRY = "country"
    REGION = "region"
    REFERRER = "referrer"
    CHANNEL = "channel"
    UTM_SOURCE = "utm_source"
    UTM_MEDIUM = "utm_medium"
    UTM_CAMPAIGN = "utm_campaign"


_SPELLINGS = {camel_case(each.value): each for each in RevenueList}


def _spelled(value: object) -> object:
    return _SPELLINGS.get(camel_case(value), value) if isinstance(value, str) else value


_KINDS = {"t": "chart", "x": "chart", "list": "list", "name": "list", "country": "list"}
"""The keys that go together; the others stand alone."""


class RevenueCell(Cell):
    """A number of the answer. Without any key it is all buyers.

    `t` and `x` name a row of the chart, or all rows of one bucket or one event name; `list` and `name` a row
    of a list.
    """

    t: WireDate | None = Field(None, description="The start of a bucket of the chart.")
    x: str | None = Field(None, description="An event name of the chart.")
    list: Annotated[RevenueList | None, BeforeValidator(_spelled)] = Field(
        None, description="A list of the answer."
    )
    name: str | None = Field(None, description="A name in that list; required with `list`.")
    country: str | None = Field(None, description="The country of a region; required with the list `region`.")
    customers: Literal["new", "returning"] | None = Field(
        None, description="With the option `customers`: the new or the returning ones."
    )
    ltv: WireDate | None = Field(None, description="With the option `ltv`: a date of that list.")

    @model_validator(mode="after")
    def _names_one_number(self) -> RevenueCell:
        given = [name for name in type(self).model_fields if getattr(self, name) is not None]
        kinds = {_KINDS.get(name, name) for name in given}
        if len(kinds) > 1:
            raise field_error(given[-1], f"does not go together with {given[0]}")
        if kinds == {"list"}:
            self._check_list()
        return self

    def _check_list(self) -> None:
        if self.list is None:
            raise field_error("list", "is required with name and country")
        if self.name is None:
            raise field_error("name", "is required with list")
        if self.list is RevenueList.REGION and self.country is None:
            raise field_error("country", "is required with the list region")


def behind(parameters: RevenueParameters, cell: RevenueCell, subject: Subject) -> Behind:
    """Return who is counted in a cell.

    Raises:
        BadRequestError: it needs an option that is not asked for.
    """
    reading = Reading(parameters, subject)
    ever = Judged(reading.long, LONG)
    if cell.customers is not None:
        if not parameters.customers:
            raise BadRequestError.at("cell.customers", "needs customers among the parameters")
        counted = _customers(reading, is_returning=cell.customers == "returning")
        return Behind(counted, parameters.entity, judged=ever)
    if cell.ltv is not None:
        return Behind(_newcomers(reading, cell.ltv), parameters.entity, judged=ever)
    if cell.list in CAMPAIGN_LISTS and parameters.lists is None:
        raise BadRequestError.at("cell.list", f"needs lists among the parameters for {cell.list}")
    if cell.list in (None, RevenueList.COUNTRY, RevenueList.REGION):
        return Behind(_buyers(reading, cell), parameters.entity)
    return Behind(_buyers_from(reading, cell), parameters.entity)


def _buyers(reading: Reading, cell: RevenueCell) -> Fragment:
    """Return the query of the visitors with a sale that a row of the chart or of a place counts."""
    who = reading.visitors
    return sql(
        "select $visitor from $events where $filtered and $is_sale and $counted",
        visitor=who.id,
        events=who.events,
        filtered=reading.selection.filtered,
        is_sale=reading.earnings.is_sale,
        counted=join(" and ", _conditions(reading, cell)),
    )


def _conditions(reading: Reading, cell: RevenueCell) -> list[Fragment]:
    """Return the conditions on a sale of a row of the chart or of a place."""
    conditions = [sql("true")]
    if cell.t is not None:
        conditions.append(in_bucket(reading.parameters.unit, cell.t, reading.subject))
    if cell.x is not None:
        conditions.append(sql("event_name = {cell_x:String}", cell_x=cell.x))
    if cell.list is not None:
        column = identifier(cell.list.value)
        conditions.append(sql("$column = {cell_name:String}", column=column, cell_name=cell.name or ""))
    if cell.list is RevenueList.REGION:
        conditions.append(sql("country = {cell_country:String}", cell_country=cell.country or ""))
    return conditions


def _buyers_from(reading: Reading, cell: RevenueCell) -> Fragment:
    """Return the query of the buyers whose first event in the range, whatever the filters, has the name."""
    who = reading.visitors
    name = channel() if cell.list is RevenueList.CHANNEL else identifier(str(cell.list))
    return sql(
        """
        select visitor
        from
        (
            select visitor, origin.1 as referrer, origin.2 as query, origin.3 as utm_source,
                origin.4 as utm_medium, origin.5 as hostname, origin.6 as utm_campaign
            from
            (
                select
                    $visitor as visitor,
                    argMin(
                        (referrer, query, utm_source, utm_medium, hostname, utm_campaign), $moment
                    ) as origin
                from $events
                where $unfiltered
                group by visitor
                having countIf($passes and $is_sale) > 0
            )
        )
        where $name = {cell_name:String}
        """,
        visitor=who.id,
        events=who.events,
        moment=MOMENT,
        unfiltered=reading.selection.unfiltered,
        passes=reading.selection.passes,
        is_sale=reading.earnings.is_sale,
        name=name,
        cell_name=cell.name or "",
    )


def _customers(reading: Reading, *, is_returning: bool) -> Fragment:
    return sql(
        "select visitor from ($customers) where is_returning = {cell_returning:UInt8}",
        customers=customers(reading),
        cell_returning=int(is_returning),
    )


def _newcomers(reading: Reading, start: str | float) -> Fragment:
    ltv, zone = reading.parameters.ltv, reading.subject.zone
    if ltv is None:
        raise BadRequestError.at("cell.ltv", "needs ltv among the parameters")
    wanted = bucket_starting(ltv.unit, parse_instant(start, zone, "cell.ltv"), zone)
    return sql(
        "select visitor from ($newcomers) where $in_cohort",
        newcomers=newcomers(reading, ltv),
        in_cohort=sql("false") if wanted is None else sql("cohort = {cell_cohort:Int64}", cell_cohort=wanted),
    )
