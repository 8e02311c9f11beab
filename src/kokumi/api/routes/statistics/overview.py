"""The statistics of the overview and of what goes on now, over HTTP (docs/spec/statistics.md)."""

from __future__ import annotations

from functools import partial
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Query, Response

from kokumi.api.routes.statistics.query_string import (
    FILTER_PARAMETERS,
    CompareWith,
    FiltersOf,
    PerhapsCompareWith,
    SelectionOf,
    UnitOf,
)
from kokumi.api.server.answers import WebsiteAnswersOf
from kokumi.api.server.context import ContextOf
from kokumi.api.server.responses import QUERY_RESPONSES, errors
from kokumi.api.wire.parameters import Search
from kokumi.domain.columns import COLUMNS, column
from kokumi.domain.validation import SPELLED
from kokumi.errors import BadRequestError, ForbiddenError
from kokumi.metadata.parts import Part, parts_of_columns
from kokumi.queries.comparison import Comparison
from kokumi.queries.query import EventSelection
from kokumi.statistics.active import ACTIVE, ActiveAnswer, online_range
from kokumi.statistics.agents import AGENTS, MAX_LISTED, AgentsAnswer, AgentsParameters
from kokumi.statistics.base import NoParameters
from kokumi.statistics.daterange import DATERANGE, DateRangeAnswer
from kokumi.statistics.dimensions import Dimension
from kokumi.statistics.expanded import EXPANDED, ExpandedRow
from kokumi.statistics.export import ExportAnswer, export
from kokumi.statistics.metrics import MAX_LIST, METRICS, MetricRow, MetricsParameters
from kokumi.statistics.pageviews import PAGEVIEWS, PageviewsAnswer, PageviewsParameters
from kokumi.statistics.realtime import REALTIME, RealtimeAnswer, recent_range
from kokumi.statistics.stats import STATS, StatsAnswer, StatsParameters
from kokumi.statistics.values import MAX_VALUES, USUAL_VALUES, VALUES, ValueRow, ValuesParameters

_RESPONSES = QUERY_RESPONSES | errors(ForbiddenError)

router = APIRouter(prefix="/api/websites/{website_id}", tags=["statistics"], responses=_RESPONSES)
realtime_router = APIRouter(prefix="/api/realtime/{website_id}", tags=["statistics"], responses=_RESPONSES)

_LAST_OFFSET = 2**31

DimensionOf: TypeAlias = Annotated[Dimension, SPELLED, Query(alias="type", description="What is listed.")]
FieldOf: TypeAlias = Annotated[
    str,
    Query(
        alias="type", description="The field.", json_schema_extra={"enum": [each.name for each in COLUMNS]}
    ),
]
LimitOf: TypeAlias = Annotated[int, Query(ge=1, description=f"Rows; more than {MAX_LIST} become that.")]
OffsetOf: TypeAlias = Annotated[int, Query(ge=0, le=_LAST_OFFSET, description="Rows left out before.")]


@router.get("/agents", response_model=AgentsAnswer)
async def agents(
    answers: WebsiteAnswersOf,
    selection: SelectionOf,
    unit: UnitOf = None,
    limit: Annotated[
        int, Query(ge=1, le=MAX_LISTED, description="Agents and paths of each kind that are listed.")
    ] = 100,
) -> Response:
    """Return which agents fetched pages, and the visits that assistants sent. Filters do not apply."""
    return await answers.showing(Part.OVERVIEW).answer(AGENTS, AgentsParameters(unit, limit), selection)


@router.get("/stats", response_model=StatsAnswer, openapi_extra=FILTER_PARAMETERS)
async def website_stats(
    answers: WebsiteAnswersOf, selection: SelectionOf, compare: CompareWith = Comparison.PREVIOUS
) -> Response:
    """Return views, visitors, visits, bounces and time, beside the same of another range."""
    return await answers.showing(Part.OVERVIEW).answer(STATS, StatsParameters(compare), selection)


@router.get("/pageviews", response_model=PageviewsAnswer, openapi_extra=FILTER_PARAMETERS)
async def website_pageviews(
    answers: WebsiteAnswersOf, selection: SelectionOf, unit: UnitOf = None, compare: PerhapsCompareWith = None
) -> Response:
    """Return page views and visitors over time; with `compare`, those of another range beside them."""
    return await answers.showing(Part.OVERVIEW).answer(
        PAGEVIEWS, PageviewsParameters(unit, compare), selection
    )


@router.get("/metrics", response_model=list[MetricRow], openapi_extra=FILTER_PARAMETERS)
async def website_metrics(
    answers: WebsiteAnswersOf,
    selection: SelectionOf,
    dimension: DimensionOf,
    *,
    limit: LimitOf = MAX_LIST,
    offset: OffsetOf = 0,
    search: Search = "",
) -> Response:
    """Return visitors by page, referrer, browser, country and the like, most first."""
    wanted = MetricsParameters(dimension, min(limit, MAX_LIST), offset, search)
    return await answers.showing(Part.OVERVIEW, *parts_of_columns(dimension)).answer(
        METRICS, wanted, selection
    )


@router.get("/metrics/expanded", response_model=list[ExpandedRow], openapi_extra=FILTER_PARAMETERS)
async def website_expanded_metrics(
    answers: WebsiteAnswersOf,
    selection: SelectionOf,
    dimension: DimensionOf,
    *,
    limit: LimitOf = MAX_LIST,
    offset: OffsetOf = 0,
    search: Search = "",
) -> Response:
    """Return page views, visitors, visits, bounces and time by page, referrer, browser and the like."""
    wanted = MetricsParameters(dimension, min(limit, MAX_LIST), offset, search)
    shown = answers.showing(Part.OVERVIEW, *parts_of_columns(dimension))
    return await shown.answer(EXPANDED, wanted, selection)


@router.get("/values", response_model=list[ValueRow], openapi_extra=FILTER_PARAMETERS)
async def website_values(
    answers: WebsiteAnswersOf,
    selection: SelectionOf,
    field: FieldOf,
    search: Search = "",
    limit: Annotated[int, Query(ge=1, description=f"Rows; more than {MAX_VALUES} become that.")] = (
        USUAL_VALUES
    ),
) -> Response:
    """Return the values of a field and how many events have them, most first; for pickers."""
    found = column(field)
    if found is None:
        raise BadRequestError.at("type", "must be one of " + ", ".join(each.name for each in COLUMNS))
    wanted = ValuesParameters(found, search, min(limit, MAX_VALUES))
    return await answers.showing(Part.OVERVIEW, *parts_of_columns(found.name)).answer(
        VALUES, wanted, selection
    )


@router.get("/active", response_model=ActiveAnswer)
async def website_active(answers: WebsiteAnswersOf, context: ContextOf) -> Response:
    """Return how many visitors are online: those with an event in the last five minutes."""
    online = EventSelection(online_range(context.clock()))
    return await answers.showing(Part.OVERVIEW).answer(ACTIVE, NoParameters(), online)


@router.get("/daterange", response_model=DateRangeAnswer)
async def website_daterange(answers: WebsiteAnswersOf) -> Response:
    """Return when the first and the last event are from."""
    return await answers.showing(Part.WEBSITE).answer(DATERANGE, NoParameters(), EventSelection())


@router.get("/export", response_model=ExportAnswer, openapi_extra=FILTER_PARAMETERS)
async def export_website(answers: WebsiteAnswersOf, selection: SelectionOf) -> Response:
    """Return the lists of pages, events, referrers, browsers, systems, devices and countries as CSV files."""
    return await answers.showing(Part.EXPORT).work(partial(export, selection))


@realtime_router.get("", response_model=RealtimeAnswer, openapi_extra=FILTER_PARAMETERS)
async def realtime(answers: WebsiteAnswersOf, context: ContextOf, filters: FiltersOf) -> Response:
    """Return the last half hour: its latest events, and figures by minute."""
    selection = EventSelection(recent_range(context.clock()), filters=filters)
    return await answers.showing(Part.REALTIME, Part.EVENTS).answer(REALTIME, NoParameters(), selection)
