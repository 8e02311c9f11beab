"""How queries are answered over HTTP: authorize, execute in a query thread, return with the cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Annotated, TypeAlias, TypeVar
from uuid import UUID

import orjson
from fastapi import Depends, Response
from starlette.requests import Request

from kokumi.api.server.authentication import AnyViewer
from kokumi.api.server.context import Context, ContextOf
from kokumi.api.wire.parameters import PathId
from kokumi.domain.columns import Column
from kokumi.domain.websites import Website
from kokumi.events.engine import Limits
from kokumi.events.request_reader import RequestReader
from kokumi.metadata.access import Caller, Viewer
from kokumi.metadata.parts import Part, parts_of_columns
from kokumi.metadata.websites import permit_parts
from kokumi.queries.query import Definition, EventSelection, Query
from kokumi.queries.run import Result, Runtime, run

P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers the queries of one request."""

    context: Context
    request: Request
    caller: Viewer

    async def answer(self, query: Query[P], *parts: Part) -> Response:
        """Return a query's answer, which shows these parts of the website, as JSON.

        If the client closes the connection, the query is killed.

        Raises:
            NotFoundError, ForbiddenError: there is no such website, or not for this caller.
            NotSharedError: the caller's share link does not open a part, or a field that is filtered by.
            NotFoundError: a segment, a cohort or the subject of the query does not exist.
        """
        filtered = () if query.events.filters.choose_nothing else (Part.FILTERS,)
        return await self.work(partial(self._run, query, (*parts, *filtered)))

    async def work(self, work: Callable[[Runtime], Result]) -> Response:
        """Return what a function finds out with several queries, as JSON."""
        execute = partial(self._execute, work)
        return response(await self.context.queries.run(self.request, self.caller, execute))

    def _run(self, query: Query[P], parts: tuple[Part, ...], runtime: Runtime) -> Result:
        return run(query, self.viewable(query.website_id, *parts), runtime)

    def _execute(self, work: Callable[[Runtime], Result], tag: str) -> Result:
        return work(runtime_for(self.context, self.caller, tag))

    def viewable(self, website_id: UUID, *parts: Part) -> Website:
        """Return the website, if the caller may see these parts of it.

        Raises:
            NotFoundError, ForbiddenError, NotSharedError: as `answer`.
        """
        first, *more = parts
        return self.context.metadata.websites.viewable(self.caller, website_id, first, *more)


@dataclass(frozen=True, slots=True)
class WebsiteAnswers:
    """Answers about the website of the path. A route says first what its answer shows of it."""

    answers: Answers
    website_id: UUID

    def showing(self, part: Part, *more: Part) -> WebsitePart:
        """Return what answers queries about these parts of the website."""
        return WebsitePart(self.answers, self.website_id, (part, *more))


@dataclass(frozen=True, slots=True)
class WebsitePart:
    """Answers about some parts of a website."""

    answers: Answers
    website_id: UUID
    parts: tuple[Part, ...]

    async def answer(self, definition: Definition[P], parameters: P, events: EventSelection) -> Response:
        """Return the answer of a definition on some of the website's events.

        Raises:
            NotFoundError, ForbiddenError, NotSharedError: as `Answers.answer`.
        """
        return await self.answers.answer(Query(definition, parameters, self.website_id, events), *self.parts)

    async def work(self, work: Callable[[Website, Runtime], Result]) -> Response:
        """Return what a function finds out about the website with several queries.

        Raises:
            NotFoundError, ForbiddenError, NotSharedError: as `Answers.answer`.
        """
        return await self.answers.work(partial(self._on_website, work))

    def _on_website(self, work: Callable[[Website, Runtime], Result], runtime: Runtime) -> Result:
        return work(self.answers.viewable(self.website_id, *self.parts), runtime)


def answers(caller: AnyViewer, context: ContextOf, request: Request) -> Answers:
    """Return what answers the request's queries."""
    return Answers(context, request, caller)


def website_answers(website_id: PathId, found: Annotated[Answers, Depends(answers)]) -> WebsiteAnswers:
    """Return what answers queries about the website of the path."""
    return WebsiteAnswers(found, website_id)


AnswersOf: TypeAlias = Annotated[Answers, Depends(answers)]
"""A route's parameter. It stands first, so that credentials are checked first."""

WebsiteAnswersOf: TypeAlias = Annotated[WebsiteAnswers, Depends(website_answers)]
"""A route's parameter. It stands first, so that credentials are checked first."""


def bounded_reader(context: Context, tag: str) -> RequestReader:
    """Return what the queries of one request go through, under this server's limits. Its time starts now."""
    return RequestReader(
        context.store, Limits(context.settings.query_seconds, context.settings.query_memory), tag
    )


def runtime_for(context: Context, caller: Caller, tag: str) -> Runtime:
    """Return what the queries of one request run in, under the caller's rights."""
    return Runtime(
        bounded_reader(context, tag),
        context.metadata,
        context.clock(),
        partial(_permit, caller),
        context.metadata.rates,
    )


def _permit(caller: Caller, column: Column) -> None:
    permit_parts(caller, *parts_of_columns(column.name))


def response(result: Result) -> Response:
    """Return a result as JSON, decimals exact, and its cost as `Server-Timing`."""
    cost = result.cost
    timing = (
        f'query;dur={cost.seconds * 1000:.1f}, rows;desc="{cost.rows_read}", bytes;desc="{cost.bytes_read}"'
    )
    return Response(
        orjson.dumps(result.answer, default=_exact),
        media_type="application/json",
        headers={"Server-Timing": timing},
    )


def _exact(value: object) -> orjson.Fragment:
    """Return a decimal as a JSON number, digit by digit; a float would round it."""
    if not isinstance(value, Decimal):
        raise TypeError(f"{type(value).__name__} is not part of an answer")
    return orjson.Fragment(f"{value.normalize():f}")
