"""Sessions, what they did and what is known of them, over HTTP (docs/spec/statistics.md#sessions)."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response
from starlette.requests import Request

from kokumi.api.routes.statistics.query_string import FILTER_PARAMETERS, PerhapsPropertyName, SelectionOf
from kokumi.api.server.answers import WebsiteAnswersOf
from kokumi.api.server.authentication import AnyUser
from kokumi.api.server.context import ContextOf
from kokumi.api.server.responses import NO_COST, QUERY_RESPONSES, errors
from kokumi.api.wire.answers import Ok
from kokumi.api.wire.parameters import PageOf, PathId
from kokumi.erasing.visitors import has_session
from kokumi.errors import ForbiddenError, NotFoundError, TooManyRequestsError
from kokumi.metadata.parts import Part
from kokumi.queries.query import EventSelection
from kokumi.queries.sessions import SessionPage
from kokumi.reports.parts.currency import Currency
from kokumi.statistics.base import NoParameters
from kokumi.statistics.session import (
    SESSION,
    SESSION_ACTIVITY,
    ActivityRow,
    SessionAnswer,
    SessionParameters,
)
from kokumi.statistics.session_data import (
    ONE_SESSION_DATA,
    SESSION_PROPERTIES,
    SESSION_VALUES,
    SessionPropertyRow,
    SessionPropertyTotal,
    SessionPropertyValue,
    SessionValuesParameters,
)
from kokumi.statistics.session_list import SESSION_LIST, SessionListParameters
from kokumi.statistics.session_totals import SESSION_TOTALS, SessionTotals
from kokumi.statistics.session_weekly import SESSION_WEEKLY

router = APIRouter(
    prefix="/api/websites/{website_id}",
    tags=["statistics"],
    responses=QUERY_RESPONSES | errors(ForbiddenError),
)


@router.get("/sessions", response_model=SessionPage, openapi_extra=FILTER_PARAMETERS)
async def list_sessions(answers: WebsiteAnswersOf, selection: SelectionOf, page: PageOf) -> Response:
    """Return the sessions, that with the latest event first; `search` looks at what is known of them."""
    return await answers.showing(Part.VISITORS).answer(SESSION_LIST, SessionListParameters(page), selection)


@router.get("/revenue/sessions", response_model=SessionPage, openapi_extra=FILTER_PARAMETERS)
async def list_buyers(
    answers: WebsiteAnswersOf, selection: SelectionOf, page: PageOf, currency: Annotated[Currency, Query()]
) -> Response:
    """Return the sessions with revenue in a currency, as `sessions` does."""
    shown = answers.showing(Part.VISITORS, Part.REVENUE)
    return await shown.answer(SESSION_LIST, SessionListParameters(page, currency), selection)


@router.get("/sessions/stats", response_model=SessionTotals, openapi_extra=FILTER_PARAMETERS)
async def session_totals(answers: WebsiteAnswersOf, selection: SelectionOf) -> Response:
    """Return how many page views, visitors, visits, countries and custom events there are."""
    return await answers.showing(Part.SESSIONS).answer(SESSION_TOTALS, NoParameters(), selection)


@router.get("/sessions/weekly", response_model=list[list[int]], openapi_extra=FILTER_PARAMETERS)
async def session_weekly(answers: WebsiteAnswersOf, selection: SelectionOf) -> Response:
    """Return sessions by weekday and hour in the zone: seven lists of 24 figures, Sunday first."""
    return await answers.showing(Part.SESSIONS).answer(SESSION_WEEKLY, NoParameters(), selection)


@router.get("/sessions/{session_id}", response_model=SessionAnswer)
async def get_session(answers: WebsiteAnswersOf, session_id: PathId) -> Response:
    """Return one session, over all its events."""
    wanted = SessionParameters(session_id)
    return await answers.showing(Part.VISITORS).answer(SESSION, wanted, EventSelection())


@router.delete("/sessions/{session_id}", responses=NO_COST | errors(TooManyRequestsError))
async def delete_session(
    caller: AnyUser, website_id: PathId, session_id: PathId, context: ContextOf, request: Request
) -> Ok:
    """Delete everything that is stored for one session. It is erased within a minute or two.

    A visitor who comes again is counted again.
    """

    def work(tag: str) -> None:
        context.metadata.websites.editable(caller, website_id)
        if not has_session(context.store, website_id, session_id, tag=tag):
            raise NotFoundError("There is no such session.")
        context.metadata.erasures.request_sessions(website_id, [session_id])

    await context.queries.run(request, caller, work)
    return Ok()


@router.get(
    "/sessions/{session_id}/activity", response_model=list[ActivityRow], openapi_extra=FILTER_PARAMETERS
)
async def session_activity(answers: WebsiteAnswersOf, selection: SelectionOf, session_id: PathId) -> Response:
    """Return a session's events, newest first, at most 500."""
    shown = answers.showing(Part.VISITORS, Part.EVENTS)
    return await shown.answer(SESSION_ACTIVITY, SessionParameters(session_id), selection)


@router.get("/sessions/{session_id}/properties", response_model=list[SessionPropertyRow])
async def session_properties(answers: WebsiteAnswersOf, session_id: PathId) -> Response:
    """Return what `identify` said of a session, by name."""
    shown = answers.showing(Part.VISITORS)
    return await shown.answer(ONE_SESSION_DATA, SessionParameters(session_id), EventSelection())


@router.get(
    "/session-data/properties", response_model=list[SessionPropertyTotal], openapi_extra=FILTER_PARAMETERS
)
async def session_data_properties(answers: WebsiteAnswersOf, selection: SelectionOf) -> Response:
    """Return the properties of sessions that have events here, and how many sessions have each."""
    return await answers.showing(Part.SESSIONS).answer(SESSION_PROPERTIES, NoParameters(), selection)


@router.get(
    "/session-data/values", response_model=list[SessionPropertyValue], openapi_extra=FILTER_PARAMETERS
)
async def session_data_values(
    answers: WebsiteAnswersOf, selection: SelectionOf, property_name: PerhapsPropertyName = ""
) -> Response:
    """Return the values of a property of sessions, and how many sessions have each; 100 at most."""
    shown = answers.showing(Part.VISITORS)
    return await shown.answer(SESSION_VALUES, SessionValuesParameters(property_name), selection)
