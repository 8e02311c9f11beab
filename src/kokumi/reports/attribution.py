"""Attribution: which referrers, ads and campaigns the converting visitors came from (SPEC 4, attribution)."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field, WithJsonSchema

from kokumi.domain.channels import PAID_ADS
from kokumi.domain.validation import SPELLED
from kokumi.filters.compile import Selection
from kokumi.reports.base import Answer, Parameters, Report, Rows, Scope
from kokumi.reports.money import Currency
from kokumi.reports.rows import read
from kokumi.reports.steps import StepType, fits_step
from kokumi.sql.fragment import Fragment, sql
from kokumi.sql.idioms import EXTERNAL_REFERRER, packed, revenue_in

LONGEST_LIST = 20
LISTS = ("referrer", "paidAds", "utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term")


class Model(StrEnum):
    """Which touch before the conversion is credited."""

    FIRST_CLICK = "firstClick"
    LAST_CLICK = "lastClick"


_SPELLINGS = ["first-click", "last-click", *(model.value for model in Model)]


class AttributionParameters(Parameters):
    """What counts as a conversion, and which touch is credited with it."""

    model: Annotated[Model, SPELLED, WithJsonSchema({"type": "string", "enum": _SPELLINGS})] = Field(
        description="`first-click` credits the first touch, `last-click` the last; other spellings are fine."
    )
    type: StepType = Field(description="`path`: a page view; `event`: a custom event.")
    step: str = Field(description="The path or event name; `*` stands for any text, `\\*` for a star.")
    currency: Currency | None = Field(None, description="Weigh visitors by their revenue in this currency.")


class CreditRow(Answer):
    """A source and what it is credited with: visitors, or revenue if a currency is given."""

    name: str
    value: float


class ConversionTotal(Answer):
    """The events that fit the step, and their visitors and visits."""

    pageviews: int
    visitors: int
    visits: int


class AttributionAnswer(Answer):
    """For each kind of source its credited names, largest first, at most 20; and all conversions."""

    referrer: list[CreditRow]
    paidAds: list[CreditRow]  # noqa: N815 (as on the wire)
    utm_source: list[CreditRow]
    utm_medium: list[CreditRow]
    utm_campaign: list[CreditRow]
    utm_content: list[CreditRow]
    utm_term: list[CreditRow]
    total: ConversionTotal


def statement(parameters: AttributionParameters, scope: Scope) -> Fragment:
    """Return the statement; rows `(list, name, value, visits)`, and one of list `total`.

    In the row `total`, `name` is empty, `value` the matching events, and then sessions and visits.
    """
    selection = scope.select()
    return sql(
        """
        with
            conversions as
            (
                select session_id, max($moment) as converted_at, $event_revenue as revenue
                from events
                where $filtered and $fits
                group by session_id
            ),
            -- All of the converting visitors' touches, whatever the filters: the credited one of each.
            touches as
            (
                select session_id, any(revenue) as revenue, $credited($source, moment) as source
                from (select *, $moment as moment from events where $unfiltered and $is_touch) as candidates
                inner join conversions using session_id
                where moment <= converted_at
                group by session_id
            ),
            worths as ($worths)
        select list, name, value, 0 as sessions, 0 as visits
        from
        (
            select list, name, sum(worth) as value
            from worths
            array join {lists:Array(String)} as list, source as name
            where name != ''
            group by list, name
            having value != 0
            order by list, value desc, name
            limit {longest:UInt32} by list
        )
        union all
        select 'total' as list, '' as name, toDecimal256(count(), 4) as value,
            uniqExact(session_id) as sessions, uniqExact(visit_id) as visits
        from events
        where $filtered and $fits
        """,
        moment=packed("0"),
        event_revenue=_event_revenue(parameters),
        fits=fits_step(parameters.type, parameters.step, "step"),
        credited=Fragment("argMin" if parameters.model is Model.FIRST_CLICK else "argMax"),
        source=_source(),
        is_touch=_TOUCHES,
        worths=_worths(parameters, selection),
        lists=LISTS,
        longest=LONGEST_LIST,
        unfiltered=selection.unfiltered,
        filtered=selection.filtered,
    )


def shape(parameters: AttributionParameters, _scope: Scope, rows: Rows) -> dict[str, object]:
    """Return `[{name, value}]` for each list, and `total`."""
    lists: dict[str, list[dict[str, object]]] = {name: [] for name in LISTS}
    total: dict[str, int] = {}
    for kind, name, value, sessions, visits in rows:
        amount = read(value, Decimal)
        if kind == "total":
            total = {"pageviews": int(amount), "visitors": read(sessions, int), "visits": read(visits, int)}
        else:
            worth = amount if parameters.currency else int(amount)
            lists[read(kind, str)].append({"name": read(name, str), "value": worth})
    for entries in lists.values():
        entries.sort(key=_largest_first)
    return {**lists, "total": total}


def _largest_first(entry: dict[str, object]) -> tuple[Decimal, str]:
    return -Decimal(str(entry["value"])), str(entry["name"])


_UTM = ("utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term")
_TOUCHES = Fragment(
    f"({EXTERNAL_REFERRER.text} or " + " or ".join(f"{name} != ''" for name in (*_UTM, *PAID_ADS)) + ")"
)


def _source() -> Fragment:
    """Return what a touch is credited under, one text for each list."""
    ads = ", ".join(f"{click_id} != '', '{name}'" for click_id, name in PAID_ADS.items())
    values = ", ".join(f"toString({name})" for name in _UTM)
    return Fragment(f"[if({EXTERNAL_REFERRER.text}, toString(referrer), ''), multiIf({ads}, ''), {values}]")


def _event_revenue(parameters: AttributionParameters) -> Fragment:
    """Return the revenue of a session's matching events; 0 where none is asked for."""
    if parameters.currency is None:
        return Fragment("toDecimal256(0, 4)")
    return sql("sum($amount)", amount=revenue_in(parameters.currency))


def _worths(parameters: AttributionParameters, selection: Selection) -> Fragment:
    """Return the credited touches with what each session counts: 1, or its revenue.

    Of a path no revenue comes by itself, so there all the session's events count, whatever the filters.
    """
    if parameters.currency is None:
        return Fragment("select source, toDecimal256(1, 4) as worth from touches")
    if parameters.type is StepType.EVENT:
        return Fragment("select source, revenue as worth from touches")
    return sql(
        """
        select any(source) as source, sum($amount) as worth
        from (select * from events where $unfiltered and has(revenue_currencies, {currency:String})) as sales
        inner join (select session_id, source from touches) as credited using session_id
        group by session_id
        """,
        amount=revenue_in(parameters.currency),
        unfiltered=selection.unfiltered,
        currency=parameters.currency,
    )


REPORT = Report(
    name="attribution",
    saved_as="attribution",
    title="Attribution",
    summary="Which referrers, ads and campaigns the converting visitors came from.",
    parameters=AttributionParameters,
    answer=AttributionAnswer,
    statement=statement,
    shape=shape,
    example={"model": "first-click", "type": "path", "step": "/"},
)
