"""Attribution: which referrers, ads and campaigns the converting visitors came from (SPEC 4, attribution)."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field, WithJsonSchema

from kokumi.domain.channels import PAID_ADS
from kokumi.domain.validation import SPELLED
from kokumi.reports.base import Answer, Parameters, Report, Rows, Scope
from kokumi.reports.money import Currency
from kokumi.reports.rows import read
from kokumi.reports.steps import StepType, fits_step
from kokumi.sql.fragment import Fragment, sql
from kokumi.sql.idioms import EXTERNAL_REFERRER, MOMENT, revenue_in

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
            -- Conversions pass the filters; touches and revenue count whatever the filters (SPEC 4).
            relevant as
            (
                select
                    session_id,
                    $moment as moment,
                    $converts as converts,
                    $touches as is_touch,
                    $source as source,
                    $amount as amount
                from events
                where $unfiltered and (converts or is_touch or $has_revenue)
            ),
            visitors as
            (
                select
                    $worth as worth,
                    maxIf(moment, converts) as converted_at,
                    arraySort(arrayFilter(touch -> touch.1 <= converted_at,
                        groupArrayIf((moment, source), is_touch))) as touches
                from relevant
                group by session_id
                having countIf(converts) > 0
            ),
            credited as
            (
                select worth, touches[{credited:Int8}].2 as source
                from visitors
                where notEmpty(touches)
            )
        select list, name, value, 0 as sessions, 0 as visits
        from
        (
            select list, name, sum(worth) as value
            from credited
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
        moment=MOMENT,
        converts=sql(
            "($passes and $fits)",
            passes=selection.passes,
            fits=fits_step(parameters.type, parameters.step, "step"),
        ),
        touches=_TOUCHES,
        source=_source(),
        amount=_amount(parameters),
        has_revenue=_has_revenue(parameters),
        worth=_worth(parameters),
        credited=1 if parameters.model is Model.FIRST_CLICK else -1,
        lists=LISTS,
        longest=LONGEST_LIST,
        unfiltered=selection.unfiltered,
        filtered=selection.filtered,
        fits=fits_step(parameters.type, parameters.step, "step"),
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


def _amount(parameters: AttributionParameters) -> Fragment:
    return revenue_in(parameters.currency) if parameters.currency else Fragment("toDecimal256(0, 4)")


def _has_revenue(parameters: AttributionParameters) -> Fragment:
    if parameters.currency is None:
        return Fragment("false")
    return sql("has(revenue_currencies, {currency:String})", currency=parameters.currency)


def _worth(parameters: AttributionParameters) -> Fragment:
    """Return what a converting session counts: 1, or its revenue.

    Of a path no revenue comes by itself, so there all the session's events count.
    """
    if parameters.currency is None:
        return Fragment("toDecimal256(1, 4)")
    return Fragment("sumIf(amount, converts)" if parameters.type is StepType.EVENT else "sum(amount)")


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
