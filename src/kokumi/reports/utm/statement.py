"""The statements of campaigns: page views alone, or with details."""

from __future__ import annotations

from kokumi.queries.query import Subject
from kokumi.reports.parts.conversions import done_by_visitors
from kokumi.reports.parts.entity import visitors
from kokumi.reports.utm.parameters import UtmParameters
from kokumi.sql.fragment import Fragment, integer, join, sql

MAX_LIST = 50


def statement(parameters: UtmParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(parameter, value, views)`, ordered within each parameter.

    With `details` they have `visitors`, `visits` and `bounces`, with `goals` `conversions`, an array, and
    with `currency` `revenue`.
    """
    return _with_details(parameters, subject) if parameters.details else _views(subject)


def _views(subject: Subject) -> Fragment:
    return sql(
        """
        with
            -- Most page views have no campaign: to look for one first spares reading the rest of them. And
            -- there are far fewer campaigns than page views: these are counted before they are taken apart.
            campaigns as
            (
                select utm_source, utm_medium, utm_campaign, utm_term, utm_content, count() as page_views
                from events
                prewhere utm_source != '' or utm_medium != '' or utm_campaign != ''
                    or utm_term != '' or utm_content != ''
                where $filtered and event_type = 1
                group by utm_source, utm_medium, utm_campaign, utm_term, utm_content
            )
        select parameter, value, sum(page_views) as views
        from campaigns
        array join
            ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'] as parameter,
            [utm_source, utm_medium, utm_campaign, utm_term, utm_content] as value
        where value != ''
        group by parameter, value
        order by parameter, views desc, value
        limit {longest:UInt32} by parameter
        """,
        filtered=subject.select().filtered,
        longest=MAX_LIST,
    )


def _with_details(parameters: UtmParameters, subject: Subject) -> Fragment:
    who = visitors(parameters.entity, subject)
    goals = parameters.goals or ()
    filtered = subject.select().filtered
    return sql(
        """
        with
            -- The page views of each visit that came with a campaign.
            campaigns as
            (
                select
                    $visitor as visitor, visit_id,
                    utm_source, utm_medium, utm_campaign, utm_term, utm_content, count() as page_views
                from $events
                where $filtered and event_type = 1 and $has_campaign
                group by visitor, visit_id, utm_source, utm_medium, utm_campaign, utm_term, utm_content
            ),
            -- Of the visits with a campaign, those of a single page view.
            single_views as
            (
                select visit_id
                from events
                where $filtered and event_type = 1
                    and visit_id in
                    (
                        select visit_id from events where $filtered and event_type = 1 and $has_campaign
                    )
                group by visit_id
                having count() = 1
            ),
            values as
            (
                select visitor, visit_id, page_views, parameter, value
                from campaigns
                array join
                    ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'] as parameter,
                    [utm_source, utm_medium, utm_campaign, utm_term, utm_content] as value
                where value != ''
            )$done
        select
            parameter, value,
            sum(page_views) as views,
            uniqExact(visitor) as visitors,
            uniqExact(visit_id) as visits,
            countIf(visit_id in (select visit_id from single_views)) as bounces$figures
        from values$beside
        group by parameter, value
        order by parameter, views desc, value
        limit {longest:UInt32} by parameter
        """,
        visitor=who.id,
        events=who.events,
        filtered=filtered,
        has_campaign=_HAS_CAMPAIGN,
        done=sql(
            """,
            -- Of each visitor: a bit for each goal that it reached, and its revenue.
            done as
            ($done
            )""",
            done=done_by_visitors(goals, parameters.currency, parameters.entity, subject),
        )
        if parameters.tells_done()
        else sql(""),
        figures=join(
            "", [sql(",\n            $figure", figure=each) for each in _figures_of_done(parameters)]
        ),
        beside=sql("\n        left any join done using visitor") if parameters.tells_done() else sql(""),
        longest=MAX_LIST,
    )


def _figures_of_done(parameters: UtmParameters) -> list[Fragment]:
    """Return the columns of what the visitors did. One may have several page views; it counts once."""
    counts = [
        sql("uniqExactIf(visitor, bitTest(reached, $bit))", bit=integer(bit))
        for bit in range(len(parameters.goals or ()))
    ]
    earned = sql("arraySum(each -> each.2, groupUniqArrayIf((visitor, earned), earned != 0)) as revenue")
    return [
        *([sql("[$counts] as conversions", counts=join(", ", counts))] if counts else []),
        *([earned] if parameters.currency else []),
    ]


_HAS_CAMPAIGN = sql(
    "(utm_source != '' or utm_medium != '' or utm_campaign != '' or utm_term != '' or utm_content != '')"
)
