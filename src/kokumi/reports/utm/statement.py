"""The statements of campaigns: page views alone, or with details."""

from __future__ import annotations

from kokumi.queries.query import Subject
from kokumi.reports.parts.conversions import done_by_visitors, figures_of_done
from kokumi.reports.parts.entity import visitors
from kokumi.reports.utm.parameters import UtmParameters
from kokumi.sql.fragment import Fragment, sql

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
                where $filtered and event_type = 1
                    and (utm_source != '' or utm_medium != '' or utm_campaign != ''
                        or utm_term != '' or utm_content != '')
                group by visitor, visit_id, utm_source, utm_medium, utm_campaign, utm_term, utm_content
            ),
            single_views as
            (
                select visit_id
                from events
                where $filtered and event_type = 1
                group by visit_id
                having count() = 1
            ),
            -- What each visitor has of a row.
            shares as
            (
                select
                    parameter, value, visitor,
                    sum(page_views) as part_of_views,
                    uniqExact(visit_id) as part_of_visits,
                    uniqExactIf(visit_id, visit_id in (select visit_id from single_views)) as part_of_bounces
                from campaigns
                array join
                    ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'] as parameter,
                    [utm_source, utm_medium, utm_campaign, utm_term, utm_content] as value
                where value != ''
                group by parameter, value, visitor
            )$done
        select
            parameter, value,
            sum(part_of_views) as views,
            count() as visitors,
            sum(part_of_visits) as visits,
            sum(part_of_bounces) as bounces$figures
        from shares$beside
        group by parameter, value
        order by parameter, views desc, value
        limit {longest:UInt32} by parameter
        """,
        visitor=who.id,
        events=who.events,
        filtered=filtered,
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
        figures=sql(",\n            $figures", figures=figures_of_done(goals, parameters.currency))
        if parameters.tells_done()
        else sql(""),
        beside=sql("\n        left any join done using visitor") if parameters.tells_done() else sql(""),
        longest=MAX_LIST,
    )
