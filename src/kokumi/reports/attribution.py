"""Attribution: which referrers, ads and campaigns the converting visitors came from.

See docs/spec/attribution.md.

A conversion is a visitor with an event that passes the filters and fits the step. Its time is that
of the last such event. `total` counts those events, their visitors and their visits.

A touch is an event that shows where a converting visitor came from: it has a referrer of another
host, a campaign parameter or a click id. It lies in the range and not after the conversion, and it
need not pass the filters. A direct visit is no touch. `first-click` credits the first touch,
`last-click` the last one. Exactly one touch is credited for each visitor; a visitor without a touch
is credited nowhere.

Each list reads the credited touch: its external referrer, the advertiser of its first click id, and
each of its campaign parameters. Values are visitors, largest first, at most 20 names. Empty names
are left out.

With `currency`, the values are revenue instead. If the step is an event, that is the revenue of the
events that fit the step. If it is a path, it is the revenue of all the visitor's events in the
range. Names without revenue are left out.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, WithJsonSchema

from kokumi.domain.channels import PAID_ADS
from kokumi.domain.validation import SPELLED, Pattern, WireModel
from kokumi.queries.query import Subject
from kokumi.queries.rows import Rows
from kokumi.reports.parts.currency import Currency
from kokumi.reports.parts.steps import StepType, fits_step
from kokumi.reports.report import Parameters, Report, Sample, definition_of
from kokumi.sql.fragment import Fragment, identifier, join, sql
from kokumi.sql.idioms import EXTERNAL_REFERRER, MOMENT, revenue_in

MAX_LIST = 20
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
    step: Pattern = Field(description="The path or event name; `*` stands for any text, `\\*` for a star.")
    currency: Currency | None = Field(None, description="Weigh visitors by their revenue in this currency.")


class CreditRow(WireModel):
    """A source and what it is credited with: visitors, or revenue if a currency is given."""

    name: str = Field(description="A value of the list, such as a domain or a campaign.")
    value: float = Field(description="Visitors credited to it; with `currency`, their revenue.")


class ConversionTotal(WireModel):
    """The events that fit the step, and their visitors and visits."""

    pageviews: int = Field(description="Events that pass the filters and fit the step.")
    visitors: int = Field(description="Their visitors.")
    visits: int = Field(description="Their visits.")


class AttributionAnswer(WireModel, alias_generator=str):
    """For each kind of source its credited names, largest first, at most 20; and all conversions."""

    referrer: list[CreditRow] = Field(description="Credit by referring domain.")
    paidAds: list[CreditRow] = Field(description="Credit by advertiser.")  # noqa: N815 (as on the wire)
    utm_source: list[CreditRow] = Field(description="Credit by `utm_source`.")
    utm_medium: list[CreditRow] = Field(description="Credit by `utm_medium`.")
    utm_campaign: list[CreditRow] = Field(description="Credit by `utm_campaign`.")
    utm_content: list[CreditRow] = Field(description="Credit by `utm_content`.")
    utm_term: list[CreditRow] = Field(description="Credit by `utm_term`.")
    total: ConversionTotal = Field(description="Figures of all conversions.")


def statement(parameters: AttributionParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(list, name, value, events, sessions, visits)`, and one of list `total`.

    The last three count the conversions, and are of interest in the row `total` only.
    """
    selection = subject.select()
    return sql(
        """
        with
            -- What counts of the visitors who converted: conversions, touches, and sales.
            -- Touches and sales count whatever the filters.
            candidates as
            (
                select
                    session_id,
                    visit_id,
                    $passes and $fits as is_conversion,
                    $is_touch as is_touch,
                    $moment as moment,
                    $source as source,
                    $worth as worth
                from events
                prewhere $unfiltered
                    and session_id in (select session_id from events where $filtered and $fits)
                where is_conversion or is_touch or worth != 0
            ),
            visitors as
            (
                select
                    countIf(is_conversion) as conversions,
                    uniqExactStateIf(visit_id, is_conversion) as visits,
                    maxIf(moment, is_conversion) as converted_at,
                    arraySort(
                        touch -> touch.1,
                        arrayFilter(
                            touch -> touch.1 <= converted_at,
                            groupArrayIf((moment, source), is_touch)
                        )
                    ) as touches,
                    $visitors_worth as worth
                from candidates
                group by session_id
            )
        select
            entry.1 as list,
            entry.2 as name,
            sum(worth) as value,
            sumIf(conversions, list = 'total') as events,
            countIf(list = 'total') as sessions,
            uniqExactMergeIf(visits, list = 'total') as total_visits
        from visitors
        array join arrayConcat(
            [('total', '')],
            arrayFilter(
                source -> source.2 != '',
                arrayZip({lists:Array(String)}, arrayResize(touches[$credited].2, {number_of_lists:UInt8}))
            )
        ) as entry
        group by list, name
        having value != 0 or list = 'total'
        order by list, value desc, name
        limit {longest:UInt32} by list
        """,
        passes=selection.passes,
        fits=fits_step(parameters.type, parameters.step, "step"),
        is_touch=_TOUCHES,
        moment=MOMENT,
        source=_source(),
        worth=_worth(parameters),
        visitors_worth=sql("toDecimal256(1, 4)") if parameters.currency is None else sql("sum(worth)"),
        unfiltered=selection.unfiltered,
        filtered=selection.filtered,
        credited=sql("1") if parameters.model is Model.FIRST_CLICK else sql("-1"),
        lists=LISTS,
        number_of_lists=len(LISTS),
        longest=MAX_LIST,
    )


def shape(parameters: AttributionParameters, _subject: Subject, rows: Rows) -> dict[str, object]:
    """Return `[{name, value}]` for each list, and `total`."""
    lists: dict[str, list[dict[str, object]]] = {name: [] for name in LISTS}
    total = {"pageviews": 0, "visitors": 0, "visits": 0}
    for row in rows:
        if row.text("list") == "total":
            total = {
                "pageviews": row.number("events"),
                "visitors": row.number("sessions"),
                "visits": row.number("total_visits"),
            }
        else:
            value = row.amount("value")
            lists[row.text("list")].append(
                {"name": row.text("name"), "value": value if parameters.currency else int(value)}
            )
    return {**lists, "total": total}


_UTM = ("utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term")
_TOUCHES = sql(
    "($external or $campaigns_and_ads)",
    external=EXTERNAL_REFERRER,
    campaigns_and_ads=join(
        " or ", [sql("$column != ''", column=identifier(name)) for name in (*_UTM, *PAID_ADS)]
    ),
)


def _source() -> Fragment:
    """Return what a touch is credited under, one text for each list."""
    ads = [
        sql("$column != '', {ad:String}", column=identifier(click_id), ad=name).renamed(ad=f"ad_{click_id}")
        for click_id, name in PAID_ADS.items()
    ]
    campaign = [sql("toString($column)", column=identifier(name)) for name in _UTM]
    return sql(
        "[if($external, toString(referrer), ''), multiIf($ads, ''), $campaign]",
        external=EXTERNAL_REFERRER,
        ads=join(", ", ads),
        campaign=join(", ", campaign),
    )


def _worth(parameters: AttributionParameters) -> Fragment:
    """Return what an event adds to its session's revenue; 0 where none is asked for.

    Of a path no revenue comes by itself, so there all the session's events count, whatever the filters.
    """
    if parameters.currency is None:
        return sql("toDecimal256(0, 4)")
    amount = revenue_in(parameters.currency)
    if parameters.type is StepType.PATH:
        return amount
    return sql("if(is_conversion, $amount, toDecimal256(0, 4))", amount=amount)


SAMPLE = Sample(
    parameters={
        "startDate": "2025-10-19T07:00:00.000Z",
        "endDate": "2025-10-26T06:59:59.999Z",
        "model": "first-click",
        "type": "path",
        "step": "/",
    },
    answer={
        "referrer": [{"name": "google.com", "value": 30082}, {"name": "chatgpt.com", "value": 1672}],
        "paidAds": [{"name": "Facebook / Meta", "value": 106}, {"name": "Google Ads", "value": 6}],
        "utm_source": [{"name": "coolify.io", "value": 465}, {"name": "chatgpt.com", "value": 338}],
        "utm_medium": [{"name": "referral", "value": 75}, {"name": "email", "value": 16}],
        "utm_campaign": [{"name": "navigation", "value": 60}, {"name": "website_analytics", "value": 8}],
        "utm_content": [{"name": "comparison-page", "value": 1}, {"name": "sidebar-cta", "value": 1}],
        "utm_term": [
            {"name": "data analysis", "value": 1},
            {"name": "0_df65b6d7c8-e2c14ebdc7-59136105", "value": 1},
        ],
        "total": {"pageviews": 171481, "visitors": 104727, "visits": 138391},
    },
)

REPORT = Report(
    name="attribution",
    saved_as="attribution",
    definition=definition_of(__doc__),
    title="Attribution",
    summary="Which referrers, ads and campaigns the converting visitors came from.",
    parameters=AttributionParameters,
    answer=AttributionAnswer,
    statement=statement,
    shape=shape,
    sample=SAMPLE,
)
