"""UTM: page views by campaign parameter (docs/spec/utm.md).

For each of the five campaign parameters, the answer has the values that page views came with, and
how many page views had each: the most first, at most 50. Page views without the parameter are left
out.
"""

from __future__ import annotations

from pydantic import Field

from kokumi.domain.validation import SparseModel
from kokumi.queries.query import Subject
from kokumi.queries.rows import Row, Rows
from kokumi.reports.parts.behind import Cells
from kokumi.reports.report import Report, Sample, definition_of
from kokumi.reports.utm.cells import UtmCell, behind
from kokumi.reports.utm.parameters import UTM_PARAMETERS, UtmParameters
from kokumi.reports.utm.statement import statement


class UtmRow(SparseModel):
    """A value of a campaign parameter and the page views that came with it."""

    utm: str = Field(description="The parameter's value.")
    views: int = Field(description="Page views with it.")
    visitors: int | None = Field(None, description="With `details`: visitors with such a page view.")
    visits: int | None = Field(None, description="With `details`: visits with such a page view.")
    bounces: int | None = Field(None, description="With `details`: visits whose only page view it is.")
    conversions: list[int] | None = Field(
        None, description="With `goals`: for each goal, the visitors of the row who reached it."
    )
    revenue: float | None = Field(
        None, description="With `currency`: the revenue of the visitors of the row."
    )


class UtmAnswer(SparseModel, alias_generator=str):
    """For each campaign parameter its values, most page views first, at most 50."""

    utm_source: list[UtmRow] = Field(description="Values of `utm_source`, most page views first.")
    utm_medium: list[UtmRow] = Field(description="Values of `utm_medium`, most page views first.")
    utm_campaign: list[UtmRow] = Field(description="Values of `utm_campaign`, most page views first.")
    utm_term: list[UtmRow] = Field(description="Values of `utm_term`, most page views first.")
    utm_content: list[UtmRow] = Field(description="Values of `utm_content`, most page views first.")


def shape(parameters: UtmParameters, _subject: Subject, rows: Rows) -> dict[str, list[dict[str, object]]]:
    """Return `[{utm, views}]` for each of the five parameters, with what the options add."""
    lists: dict[str, list[dict[str, object]]] = {name: [] for name in UTM_PARAMETERS}
    for row in rows:
        lists[row.text("parameter")].append(
            {"utm": row.text("value"), "views": row.number("views"), **_details(parameters, row)}
        )
    return lists


def _details(parameters: UtmParameters, row: Row) -> dict[str, object]:
    if not parameters.details:
        return {}
    counts = {name: row.number(name) for name in ("visitors", "visits", "bounces")}
    conversions = {"conversions": row.numbers("conversions")} if parameters.goals else {}
    revenue = {"revenue": row.amount("revenue")} if parameters.currency else {}
    return {**counts, **conversions, **revenue}


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
    options={
        "Visitors, purchases and revenue of each campaign": {
            "details": True,
            "goals": [{"type": "event", "value": "purchase"}],
            "currency": "USD",
        },
        "Visitors as persons": {"details": True, "entity": "person"},
    },
)

REPORT = Report(
    name="utm",
    saved_as="utm",
    definition=definition_of(__doc__),
    title="UTM",
    summary="Page views by campaign: source, medium, campaign, term and content.",
    parameters=UtmParameters,
    answer=UtmAnswer,
    statement=statement,
    shape=shape,
    sample=SAMPLE,
    cells=Cells(model=UtmCell, behind=behind, sample={"list": "utm_source", "name": "chatgpt.com"}),
    aliases=("utmFilters",),
)
