"""The statement of revenue. What an option does not ask for is not in it."""

from __future__ import annotations

from kokumi.queries.query import Subject
from kokumi.reports.parts.earnings import left_out
from kokumi.reports.parts.entity import Entity
from kokumi.reports.revenue.parameters import LifetimeParameters, RevenueParameters
from kokumi.reports.revenue.reading import Reading
from kokumi.sql.buckets import bucket
from kokumi.sql.fragment import Fragment, join, sql
from kokumi.sql.idioms import MOMENT, amount_in, channel

_NOTHING = sql("")


def statement(parameters: RevenueParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(part, bucket, name, country, amount, sales, buyers, visitors)`.

    `part` is one of the answer's lists, `total`, `visitors` (all who pass the filters), `comparison`,
    `unconverted`, `new`, `returning`, or `ltv`. A bucket is epoch milliseconds for hours, and days since 1970
    for longer units. With `refunds` there is `gross` as well, and with `ltv` the bucket of sales,
    `sold_in`.
    """
    reading = Reading(parameters, subject)
    earnings, who, selection = reading.earnings, reading.visitors, reading.selection
    return sql(
        """
        with
            -- How many visitors pass the filters, and which of them bought something.
            (
                select (uniqExact($visitor), groupUniqArrayIf($visitor, $is_sale))
                from $events
                where $filtered
            ) as visitors_and_buyers,
            -- Whoever bought something: the sales, and the first event in the range, whatever the filters.
            buyers as
            (
                select
                    $visitor$named,
                    argMin((referrer, query, utm_source, utm_medium, hostname$campaign), $moment) as origin,
                    groupArrayIf(
                        ($bucket, toString(event_name), toString(country), toString(region), $amount$gross),
                        $passes and $is_sale
                    ) as sales
                from $events
                $sift $unfiltered
                    and $visitor in (select arrayJoin(visitors_and_buyers.2))
                group by $name
            ),
            origins as
            (
                select $name, sales, origin.1 as referrer, origin.2 as query, origin.3 as utm_source,
                    origin.4 as utm_medium, origin.5 as hostname$campaign_of_origin
                from buyers
            ),
            sales as
            (
                select $name, sale.1 as bucket, sale.2 as event_name, sale.3 as country,
                    sale.4 as region, sale.5 as amount, toString(referrer) as source, $channel as channel$kept
                from origins
                array join sales as sale
            )
        select entry.1 as part, entry.2 as start, entry.3 as name, entry.4 as place,
            sum(amount) as total, count() as sold, uniqExact($name) as buyers, 0 as visitors$more_of_sales
        from sales
        array join
        [
            ('chart', bucket, event_name, ''),
            ('country', 0, country, ''),
            ('region', 0, region, country),
            ('referrer', 0, source, ''),
            ('channel', 0, channel, ''),$campaign_lists
            ('total', 0, '', '')
        ] as entry
        group by entry
        union all
        select 'visitors', 0, '', '', toDecimal256(0, 4), 0, 0, visitors_and_buyers.1$nothing_more
        union all
        select 'comparison', 0, '', '', sum($amount), countIf($is_sale), uniqExactIf($then_visitor, $is_sale),
            uniqExact($then_visitor)$more_of_comparison
        from $compared_events
        where $compared$parts
        """,
        visitor=who.id,
        events=who.events,
        named=_NOTHING if _is_plain(parameters) else sql(" as visitor"),
        name=_name(parameters),
        is_sale=earnings.is_sale,
        amount=earnings.amount,
        bucket=bucket(parameters.unit, subject.zone),
        channel=channel(),
        moment=MOMENT,
        passes=selection.passes,
        filtered=selection.filtered,
        # The engine can sift by what a table holds before it reads the rest, but not by what a join adds.
        sift=sql("where") if parameters.entity is Entity.PERSON else sql("prewhere"),
        unfiltered=selection.unfiltered,
        then_visitor=reading.compared_visitors.id,
        compared_events=reading.compared_visitors.events,
        compared=reading.compared_selection.filtered,
        parts=_parts(reading),
        **_campaigns(parameters),
        **_more(reading),
    )


def _is_plain(parameters: RevenueParameters) -> bool:
    """Whether the visitor of an event is a column, so that it needs no name of its own."""
    return parameters.entity is Entity.SESSION


def _name(parameters: RevenueParameters) -> Fragment:
    return sql("session_id") if _is_plain(parameters) else sql("visitor")


def _campaigns(parameters: RevenueParameters) -> dict[str, Fragment]:
    """Return what the lists of campaigns need in each place."""
    if parameters.lists is None:
        places = ("campaign", "campaign_of_origin", "campaign_lists")
        return dict.fromkeys(places, _NOTHING)
    return {
        "campaign": sql(", utm_campaign"),
        "campaign_of_origin": sql(", origin.6 as utm_campaign"),
        "campaign_lists": sql(
            """
            ('utm_source', 0, toString(utm_source), ''),
            ('utm_medium', 0, toString(utm_medium), ''),
            ('utm_campaign', 0, toString(utm_campaign), ''),"""
        ),
    }


def _more(reading: Reading) -> dict[str, Fragment]:
    """Return the further columns of each part of the statement: `gross` and `sold_in`."""
    parameters = reading.parameters
    zero = sql("toDecimal256(0, 4)")
    kept = [sql(", utm_source, utm_medium, utm_campaign")] if parameters.lists else []
    if parameters.refunds:
        kept.append(sql(", sale.6 as gross"))
    return {
        "gross": sql(", $gross", gross=reading.earnings.gross) if parameters.refunds else _NOTHING,
        "kept": join("", kept),
        "more_of_sales": _columns(parameters, sql("sum(gross) as gross"), sql("0 as sold_in")),
        "nothing_more": _columns(parameters, zero, sql("0")),
        "more_of_comparison": _columns(
            parameters, sql("sum($gross)", gross=reading.earnings.gross), sql("0")
        ),
    }


def _columns(parameters: RevenueParameters, gross: Fragment, sold_in: Fragment) -> Fragment:
    """Return the further columns of a part, those that the options ask for, each after a comma."""
    asked = ([gross] if parameters.refunds else []) + ([sold_in] if parameters.ltv else [])
    return join("", [sql(", $column", column=column) for column in asked])


def _parts(reading: Reading) -> Fragment:
    """Return the parts that options add to the statement, each after a `union all`."""
    parameters = reading.parameters
    asked = []
    if parameters.convert:
        asked.append(_unconverted(reading))
    if parameters.customers:
        asked.append(_customers(reading))
    if parameters.ltv:
        asked.append(_lifetime(reading, parameters.ltv))
    return join("", [sql("\n        union all$part", part=part) for part in asked])


def _nothing_more(reading: Reading) -> Fragment:
    return _columns(reading.parameters, sql("toDecimal256(0, 4)"), sql("0"))


def _unconverted(reading: Reading) -> Fragment:
    """Return the part of the amounts that have no rate, by currency."""
    return sql(
        """
        select 'unconverted', 0, toString(unconverted_code), '', sum($amount), count(), 0, 0$nothing_more
        from events
        array join $left_out as unconverted_code
        where $filtered
        group by unconverted_code
        """,
        amount=amount_in(sql("unconverted_code")),
        left_out=left_out(reading.parameters.currency, reading.subject.quotes),
        filtered=reading.selection.filtered,
        nothing_more=_nothing_more(reading),
    )


def _customers(reading: Reading) -> Fragment:
    """Return the part of the buyers who bought before the range, and that of those who did not."""
    return sql(
        """
        select if(is_returning, 'returning', 'new'), 0, '', '', sum(total), sum(sold), count(), 0$nothing_more
        from ($customers)
        group by is_returning
        """,
        customers=customers(reading),
        nothing_more=_nothing_more(reading),
    )


def customers(reading: Reading) -> Fragment:
    """Return the query of all buyers of the range; rows `(visitor, is_returning, total, sold)`.

    Earlier purchases are judged over all time, those in the range over the range.
    """
    who = reading.long_visitors
    return sql(
        """
        select
            $visitor as visitor,
            countIf($before and $passes_ever) > 0 as is_returning,
            sumIf($amount, $in_range) as total,
            countIf($in_range) as sold
        from $events
        where $read and $is_sale
        group by visitor
        having sold > 0
        """,
        visitor=who.id,
        events=who.events,
        before=reading.before,
        passes_ever=reading.long_selection.passes,
        in_range=reading.in_range,
        amount=reading.earnings.amount,
        is_sale=reading.earnings.is_sale,
        read=reading.long_selection.unfiltered,
    )


def _lifetime(reading: Reading, ltv: LifetimeParameters) -> Fragment:
    """Return the part of the lifetime value: a row for each unit of first events and each unit of sales.

    The visitors of a unit stand in a row of their own, beside which nothing was sold.
    """
    return sql(
        """
        select 'ltv', cohort, '', '', sum(sale.2), 0, 0, sum(sale.3)$more
        from ($newcomers)
        array join arrayConcat([(cohort, toDecimal256(0, 4), 1)], sales) as sale
        group by cohort, sale.1
        """,
        newcomers=newcomers(reading, ltv),
        more=_columns(reading.parameters, sql("toDecimal256(0, 4)"), sql("sale.1")),
    )


def newcomers(reading: Reading, ltv: LifetimeParameters) -> Fragment:
    """Return the query of the visitors whose first event of all time lies in the range.

    Rows `(visitor, first_at, cohort, sales)`; `cohort` is the bucket of the first event, and sales are
    `(bucket, amount, 0)`.
    """
    who = reading.long_visitors
    return sql(
        """
        select
            $visitor as visitor,
            countIf($passes_ever and $before) as earlier,
            countIf($passes_ever) as passing,
            minIf($bucket, $passes_ever) as cohort,
            groupArrayIf(($bucket, $amount, 0), $in_range and $is_sale) as sales
        from $events
        where $read
        group by visitor
        having passing > 0 and earlier = 0
        """,
        visitor=who.id,
        events=who.events,
        passes_ever=reading.long_selection.passes,
        before=reading.before,
        bucket=bucket(ltv.unit, reading.subject.zone),
        amount=reading.earnings.amount,
        in_range=reading.in_range,
        is_sale=reading.earnings.is_sale,
        read=reading.long_selection.unfiltered,
    )
