"""UTM: page views by campaign parameter (docs/spec/utm.md).

For each of the five campaign parameters, the answer has the values that page views came with, and
how many page views had each: the most first, at most 50. Page views without the parameter are left
out.
"""

from __future__ import annotations

from pydantic import Field

from kokumi.domain.validation import WireModel
from kokumi.queries.query import Subject
from kokumi.queries.rows import Rows
from kokumi.reports.report import Parameters, Report, Sample, definition_of
from kokumi.sql.fragment import Fragment, sql

UTM_PARAMETERS = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content")
MAX_LIST = 50


class UtmRow(WireModel):
    """A value of a campaign parameter and the page views that came with it."""

    utm: str = Field(description="The parameter's value.")
    views: int = Field(description="Page views with it.")


class UtmAnswer(WireModel, alias_generator=str):
    """For each campaign parameter its values, most page views first, at most 50."""

    utm_source: list[UtmRow] = Field(description="Values of `utm_source`, most page views first.")
    utm_medium: list[UtmRow] = Field(description="Values of `utm_medium`, most page views first.")
    utm_campaign: list[UtmRow] = Field(description="Values of `utm_campaign`, most page views first.")
    utm_term: list[UtmRow] = Field(description="Values of `utm_term`, most page views first.")
    utm_content: list[UtmRow] = Field(description="Values of `utm_content`, most page views first.")


def statement(_parameters: Parameters, subject: Subject) -> Fragment:
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
        filtered=subject.select().filtered,
        longest=MAX_LIST,
    )


def shape(_parameters: Parameters, _subject: Subject, rows: Rows) -> dict[str, list[dict[str, object]]]:
    """Return `[{utm, views}]` for each of the five parameters."""
    lists: dict[str, list[dict[str, object]]] = {name: [] for name in UTM_PARAMETERS}
    for row in rows:
        lists[row.text("parameter")].append({"utm": row.text("value"), "views": row.number("views")})
    return lists


SAMPLE = Sample(
    parameters={"startDate": "2025-10-14T07:00:00.000Z", "endDate": "2025-10-22T06:59:59.999Z"},
    answer={
        "utm_source": [
            {"utm": "chatgpt.com", "views": 341},
            {"utm": "coolify.io", "views": 235},
            {"utm": "openalternative.co", "views": 89},
            {"utm": "facebook", "views": 28},
        ],
        "utm_medium": [{"utm": "cpc", "views": 28}, {"utm": "referral", "views": 26}],
        "utm_campaign": [{"utm": "website_analytics", "views": 28}, {"utm": "navigation", "views": 16}],
        "utm_term": [{"utm": "0_df65b6d7c8-e2c14ebdc7-59136105", "views": 1}],
        "utm_content": [{"utm": "comparison-page", "views": 1}, {"utm": "sidebar-cta", "views": 1}],
    },
)

REPORT = Report(
    name="utm",
    saved_as="utm",
    definition=definition_of(__doc__),
    title="UTM",
    summary="Page views by campaign: source, medium, campaign, term and content.",
    parameters=Parameters,
    answer=UtmAnswer,
    statement=statement,
    shape=shape,
    sample=SAMPLE,
    aliases=("utmFilters",),
)
