"""UTM: page views by campaign parameter (docs/spec/utm.md)."""

from __future__ import annotations

from kokumi.reports.base import Answer, Parameters, Report, Rows, Scope
from kokumi.reports.rows import read
from kokumi.sql.fragment import Fragment, sql

UTM_PARAMETERS = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content")
LONGEST_LIST = 50


class UtmRow(Answer):
    """A value of a campaign parameter and the page views that came with it."""

    utm: str
    views: int


class UtmAnswer(Answer):
    """For each campaign parameter its values, most page views first, at most 50."""

    utm_source: list[UtmRow]
    utm_medium: list[UtmRow]
    utm_campaign: list[UtmRow]
    utm_term: list[UtmRow]
    utm_content: list[UtmRow]


def statement(_parameters: Parameters, scope: Scope) -> Fragment:
    """Return the statement; rows `(parameter, value, views)`, ordered within each parameter."""
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
        filtered=scope.select().filtered,
        longest=LONGEST_LIST,
    )


def shape(_parameters: Parameters, _scope: Scope, rows: Rows) -> dict[str, list[dict[str, object]]]:
    """Return `[{utm, views}]` for each of the five parameters."""
    lists: dict[str, list[dict[str, object]]] = {name: [] for name in UTM_PARAMETERS}
    for parameter, value, views in rows:
        lists[read(parameter, str)].append({"utm": read(value, str), "views": read(views, int)})
    return lists


REPORT = Report(
    name="utm",
    saved_as="utm",
    title="UTM",
    summary="Page views by campaign: source, medium, campaign, term and content.",
    parameters=Parameters,
    answer=UtmAnswer,
    statement=statement,
    shape=shape,
    example={},
    aliases=("utmFilters",),
)
