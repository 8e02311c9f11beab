"""Events and their data, over HTTP (docs/spec/statistics.md#events)."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from kokumi.api.routes.statistics.query_string import (
    FILTER_PARAMETERS,
    CompareWith,
    PerhapsEventName,
    PropertyName,
    SelectionOf,
    UnitOf,
    filter_parameters,
)
from kokumi.api.server.answers import WebsiteAnswersOf
from kokumi.api.server.responses import QUERY_RESPONSES, errors
from kokumi.api.wire.parameters import PageOf, PathId
from kokumi.errors import ForbiddenError
from kokumi.metadata.parts import Part
from kokumi.queries.comparison import Comparison
from kokumi.queries.query import EventSelection
from kokumi.statistics.base import NoParameters
from kokumi.statistics.event_data import (
    DATA_FIELDS,
    DATA_PROPERTIES,
    DATA_TOTALS,
    DATA_VALUES,
    EVENT_PROPERTIES,
    EventDataTotals,
    EventNameProperty,
    EventPropertiesParameters,
    FieldValue,
    PropertyParameters,
    PropertyValue,
    TypedEventProperty,
)
from kokumi.statistics.event_data_list import (
    EVENT_DATA_LIST,
    ONE_EVENT_DATA,
    EventDataListParameters,
    EventDataPage,
    EventPropertyRow,
    OneEventParameters,
)
from kokumi.statistics.event_list import EVENT_LIST, EventListParameters, EventPage
from kokumi.statistics.event_series import EVENT_SERIES, EventPoint, EventSeriesParameters
from kokumi.statistics.event_totals import EVENT_TOTALS, EventTotalsAnswer, EventTotalsParameters

router = APIRouter(
    prefix="/api/websites/{website_id}",
    tags=["statistics"],
    responses=QUERY_RESPONSES | errors(ForbiddenError),
)


@router.get("/events", response_model=EventPage, openapi_extra=FILTER_PARAMETERS)
async def list_events(answers: WebsiteAnswersOf, selection: SelectionOf, page: PageOf) -> Response:
    """Return the events, newest first; `search` is text that a path or an event's name contains."""
    shown = answers.showing(Part.EVENTS, Part.VISITORS)
    return await shown.answer(EVENT_LIST, EventListParameters(page), selection)


@router.get("/events/series", response_model=list[EventPoint], openapi_extra=FILTER_PARAMETERS)
async def event_series(
    answers: WebsiteAnswersOf,
    selection: SelectionOf,
    unit: UnitOf = None,
    limit: Annotated[int | None, Query(ge=1, description="Only this many names, the most frequent.")] = None,
) -> Response:
    """Return custom events over time, by name."""
    shown = answers.showing(Part.EVENTS)
    return await shown.answer(EVENT_SERIES, EventSeriesParameters(unit, limit), selection)


@router.get("/events/stats", response_model=EventTotalsAnswer, openapi_extra=FILTER_PARAMETERS)
async def event_totals(
    answers: WebsiteAnswersOf, selection: SelectionOf, compare: CompareWith = Comparison.PREVIOUS
) -> Response:
    """Return custom events, their visitors, visits and names, beside the same of another range."""
    return await answers.showing(Part.EVENTS).answer(EVENT_TOTALS, EventTotalsParameters(compare), selection)


@router.get("/event-data", response_model=EventDataPage, openapi_extra=FILTER_PARAMETERS)
async def list_event_data(answers: WebsiteAnswersOf, selection: SelectionOf, page: PageOf) -> Response:
    """Return the events that carry data, newest first; `search` is text that the event's name contains."""
    shown = answers.showing(Part.EVENTS, Part.VISITORS)
    return await shown.answer(EVENT_DATA_LIST, EventDataListParameters(page), selection)


@router.get(
    "/event-data/events",
    response_model=list[TypedEventProperty],
    openapi_extra=filter_parameters(without="event"),
)
async def event_data_events(
    answers: WebsiteAnswersOf,
    selection: SelectionOf,
    event: Annotated[
        list[str] | None, Query(description="With it, a filter on the event's name, values are told apart.")
    ] = None,
) -> Response:
    """Return how many events of each name have each property."""
    shown = answers.showing(Part.EVENTS)
    return await shown.answer(EVENT_PROPERTIES, EventPropertiesParameters(bool(event)), selection)


@router.get("/event-data/fields", response_model=list[FieldValue], openapi_extra=FILTER_PARAMETERS)
async def event_data_fields(answers: WebsiteAnswersOf, selection: SelectionOf) -> Response:
    """Return the properties with their values, the 100 most frequent."""
    return await answers.showing(Part.EVENTS).answer(DATA_FIELDS, NoParameters(), selection)


@router.get("/event-data/properties", response_model=list[EventNameProperty], openapi_extra=FILTER_PARAMETERS)
async def event_data_properties(answers: WebsiteAnswersOf, selection: SelectionOf) -> Response:
    """Return the properties of the events of each name, the 500 most frequent."""
    return await answers.showing(Part.EVENTS).answer(DATA_PROPERTIES, NoParameters(), selection)


@router.get("/event-data/stats", response_model=EventDataTotals, openapi_extra=FILTER_PARAMETERS)
async def event_data_totals(answers: WebsiteAnswersOf, selection: SelectionOf) -> Response:
    """Return how many events have data, and how much."""
    return await answers.showing(Part.EVENTS).answer(DATA_TOTALS, NoParameters(), selection)


@router.get("/event-data/values", response_model=list[PropertyValue], openapi_extra=FILTER_PARAMETERS)
async def event_data_values(
    answers: WebsiteAnswersOf,
    selection: SelectionOf,
    property_name: PropertyName,
    event_name: PerhapsEventName = None,
) -> Response:
    """Return the values of a property, the 100 most frequent; with `eventName`, those of one event."""
    return await answers.showing(Part.EVENTS).answer(
        DATA_VALUES, PropertyParameters(property_name, event_name), selection
    )


@router.get("/event-data/{event_id}", response_model=list[EventPropertyRow])
async def event_data_of_one(answers: WebsiteAnswersOf, event_id: PathId) -> Response:
    """Return the data of one event; nothing if it has none."""
    shown = answers.showing(Part.EVENTS, Part.VISITORS)
    return await shown.answer(ONE_EVENT_DATA, OneEventParameters(event_id), EventSelection())
