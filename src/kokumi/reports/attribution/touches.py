"""The visitors of an attribution, with their conversions and their touches in order."""

from __future__ import annotations

from kokumi.domain.channels import PAID_ADS
from kokumi.filters.compile import TRUE, Selection
from kokumi.queries.query import Subject
from kokumi.reports.attribution.parameters import AttributionParameters, Conversion
from kokumi.reports.parts.entity import Entity, Visitors, visitors
from kokumi.reports.parts.steps import StepType, fits
from kokumi.sql.fragment import Fragment, identifier, join, sql
from kokumi.sql.idioms import EXTERNAL_REFERRER, MOMENT, channel, revenue_in, time_of

READING = "reading_"
"""What the parameters of the range begin with in which touches may lie, where `lookback` moves it."""


def tables(
    parameters: AttributionParameters, subject: Subject, *, of_everyone: bool = False, named: bool = False
) -> Fragment:
    """Return the tables `candidates` and `visitors`, as they stand behind `with`.

    `visitors` has `conversions` (how many events of the visitor fit the step), the state `visits` of their
    visits, `touches` in order, each `(moment, source)` with a name for each list in `source`, and `worth`;
    with `named` also its id, as `visitor`. With `of_everyone`, visitors without a conversion are there too,
    with their touches in the range.
    """
    selection = subject.select()
    who = who_converts(parameters, subject)
    is_session = parameters.entity is Entity.SESSION
    key = who.id if is_session else sql("visitor")
    conversions = sql("countIf(is_conversion) as conversions")
    return sql(
        """-- What counts of the visitors who converted: conversions, touches, and sales.
            -- Touches and sales count whatever the filters.
            candidates as
            (
                select
                    $id,
                    visit_id,
                    $passes and $fits as is_conversion,
                    $is_touch as is_touch,
                    $moment as moment,
                    $source as source,
                    $worth as worth
                from $events
                $chosen
            ),
            visitors as
            (
                select
                    $conversions,
                    uniqExactStateIf(visit_id, is_conversion) as visits,
                    $converted_at as converted_at,
                    arraySort(
                        touch -> touch.1,
                        arrayFilter(
                            touch -> $in_time,
                            groupArrayIf((moment, source), is_touch)
                        )
                    ) as touches,
                    $visitors_worth as worth
                from candidates
                group by $key
            )""",
        id=who.id if is_session else sql("$id as visitor", id=who.id),
        passes=selection.passes if parameters.lookback is None else selection.filtered,
        fits=fits(parameters.converting(), "step"),
        is_touch=_TOUCHES,
        moment=MOMENT,
        source=_source(parameters),
        worth=_worth(parameters, selection),
        events=who.events,
        chosen=_chosen(parameters, subject, selection, who, of_everyone=of_everyone),
        conversions=sql("$key as visitor, $conversions", key=key, conversions=conversions)
        if named
        else conversions,
        converted_at=sql("minIf(moment, is_conversion)")
        if parameters.conversion is Conversion.FIRST
        else sql("maxIf(moment, is_conversion)"),
        in_time=_in_time(parameters, subject, of_everyone=of_everyone),
        visitors_worth=sql("toDecimal256(1, 4)") if parameters.currency is None else sql("sum(worth)"),
        key=key,
    )


def who_converts(parameters: AttributionParameters, subject: Subject) -> Visitors:
    """Return how visitors are named: persons are judged over all that is read, earlier touches too."""
    if parameters.lookback is None:
        return visitors(parameters.entity, subject)
    return visitors(parameters.entity, subject, parameters.reading(subject.range), READING)


def conversions_of(parameters: AttributionParameters, subject: Subject) -> Fragment:
    """Return a query of one column: the visitors with a conversion."""
    who = who_converts(parameters, subject)
    return sql(
        "select $id from $events where $filtered and $fits",
        id=who.id,
        events=who.events,
        filtered=subject.select().filtered,
        fits=fits(parameters.converting(), "step"),
    )


def _chosen(
    parameters: AttributionParameters,
    subject: Subject,
    selection: Selection,
    who: Visitors,
    *,
    of_everyone: bool,
) -> Fragment:
    """Return which events are read: those of visitors with a conversion, or with any filtered event."""
    if parameters.lookback is None:
        read = selection
    else:
        read = subject.select(parameters.reading(subject.range), READING)
    if of_everyone and selection.passes == TRUE and parameters.lookback is None:
        return sql(
            "prewhere $unfiltered\n                where is_conversion or is_touch or worth != 0",
            unfiltered=read.unfiltered,
        )
    wanted = (
        sql(
            "select $id from $events where $filtered",
            id=who.id,
            events=who.events,
            filtered=selection.filtered,
        )
        if of_everyone
        else conversions_of(parameters, subject)
    )
    if parameters.entity is Entity.PERSON:
        return sql(
            """where $unfiltered
                    and $id global in ($wanted)
                    and (is_conversion or is_touch or worth != 0)""",
            unfiltered=read.unfiltered,
            id=who.id,
            wanted=wanted,
        )
    return sql(
        """prewhere $unfiltered
                    and $id in ($wanted)
                where is_conversion or is_touch or worth != 0""",
        unfiltered=read.unfiltered,
        id=who.id,
        wanted=wanted,
    )


def _in_time(parameters: AttributionParameters, subject: Subject, *, of_everyone: bool) -> Fragment:
    """Return whether a touch counts: not after the conversion, and not too long before it."""
    in_time = sql("touch.1 <= converted_at")
    lookback = parameters.lookback_in_milliseconds
    if lookback is not None:
        in_time = sql(
            "$in_time and $converted - $touched <= {lookback:Int64}",
            in_time=in_time,
            converted=time_of(sql("converted_at")),
            touched=time_of(sql("touch.1")),
            lookback=lookback,
        )
    if not of_everyone:
        return in_time
    if lookback is None:
        return sql("conversions = 0 or $in_time", in_time=in_time)
    return sql(
        "if(conversions = 0, $touched >= {first:Int64}, $in_time)",
        touched=time_of(sql("touch.1")),
        first=subject.range.start,
        in_time=in_time,
    )


_UTM = ("utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term")
_TOUCHES = sql(
    "($external or $campaigns_and_ads)",
    external=EXTERNAL_REFERRER,
    campaigns_and_ads=join(
        " or ", [sql("$column != ''", column=identifier(name)) for name in (*_UTM, *PAID_ADS)]
    ),
)


def _source(parameters: AttributionParameters) -> Fragment:
    """Return what a touch is credited under, one text for each list."""
    ads = [
        sql("$column != '', {ad:String}", column=identifier(click_id), ad=name).renamed(ad=f"ad_{click_id}")
        for click_id, name in PAID_ADS.items()
    ]
    others = [sql("toString($column)", column=identifier(name)) for name in _UTM]
    if parameters.channel:
        # Only of touches: a channel costs more to find than all else of an event, and most are none.
        others.append(sql("if(is_touch, $channel, '')", channel=channel()))
    return sql(
        "[if($external, toString(referrer), ''), multiIf($ads, ''), $others]",
        external=EXTERNAL_REFERRER,
        ads=join(", ", ads),
        others=join(", ", others),
    )


def _worth(parameters: AttributionParameters, selection: Selection) -> Fragment:
    """Return what an event adds to its visitor's revenue; 0 where none is asked for.

    Of a path no revenue comes by itself, so there all events in the range count, whatever the filters.
    """
    if parameters.currency is None:
        return sql("toDecimal256(0, 4)")
    amount = revenue_in(parameters.currency)
    if parameters.converting().type is not StepType.PATH:
        counts = sql("is_conversion")
    elif parameters.lookback is None:
        return amount
    else:
        counts = selection.unfiltered
    return sql("if($counts, $amount, toDecimal256(0, 4))", counts=counts, amount=amount)
