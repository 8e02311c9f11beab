"""The HTTP application, put together from its routes."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import cached_property
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute
from pydantic.alias_generators import to_camel

from kokumi import __version__
from kokumi.api.routes import (
    account,
    admin,
    agents,
    auth,
    collect,
    keys,
    reference,
    reports,
    saved_reports,
    segments,
    shares,
    system,
    teams,
    users,
    websites,
)
from kokumi.api.routes.dashboard import Dashboard
from kokumi.api.routes.statistics import events, overview, sessions
from kokumi.api.server.context import Context
from kokumi.api.server.errors import add_error_handlers
from kokumi.api.server.hourly import hourly
from kokumi.api.server.middleware import RequestMiddleware
from kokumi.api.server.openapi import describe
from kokumi.erasing.eraser import Eraser

ROUTERS = (
    collect.router,
    agents.router,
    system.router,
    system.metrics_router,
    auth.router,
    account.router,
    keys.router,
    users.router,
    teams.router,
    admin.router,
    websites.router,
    shares.router,
    segments.router,
    # The reports' own paths stand before those with the id of a saved one in the same place.
    reports.router,
    saved_reports.router,
    reference.router,
    overview.router,
    events.router,
    sessions.router,
    overview.realtime_router,
)
"""All routes, in the order in which the API is described."""


class Application(FastAPI):
    """FastAPI with our description of the API, and `api_routes`, the routes that it is made from."""

    api_routes: tuple[APIRoute, ...] = ()

    @cached_property
    def _description(self) -> dict[str, Any]:
        return describe(self, self.api_routes)

    def openapi(self) -> dict[str, Any]:
        """Return the OpenAPI document."""
        return self._description

    @cached_property
    def openapi_gzipped(self) -> bytes:
        """The OpenAPI document as it is served."""
        return gzip.compress(json.dumps(self.openapi(), ensure_ascii=False).encode(), mtime=0)


def application(context: Context, eraser: Eraser) -> Application:
    """Return the application, whose routes work with that context; while it runs, so does the eraser."""

    @asynccontextmanager
    async def lifespan(_application: FastAPI) -> AsyncIterator[None]:
        eraser.start()
        async with hourly(lambda: context.collector.forget_old_keys(context.clock())):
            yield
        await asyncio.to_thread(eraser.stop)
        await context.collector.close()
        context.queries.close()
        context.sign_ins.close()
        context.misses.close()

    made = _with_routes(lifespan)
    made.state.context = context
    made.router.default = Dashboard(made.router.default)
    made.add_middleware(RequestMiddleware, metrics=context.metrics)
    add_error_handlers(made)
    return made


def openapi_document() -> dict[str, Any]:
    """Return the OpenAPI document, without anything that the routes work with."""
    return _with_routes(None).openapi()


def _with_routes(lifespan: Callable[[FastAPI], AbstractAsyncContextManager[None]] | None) -> Application:
    made = Application(
        title="Kokumi",
        version=__version__,
        lifespan=lifespan,
        # FastAPI's pages load scripts from a CDN; `reference` serves all three from this server.
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        generate_unique_id_function=_operation_id,
    )
    for router in ROUTERS:
        made.include_router(router)
    made.api_routes = tuple(
        route for router in ROUTERS for route in router.routes if isinstance(route, APIRoute)
    )
    return made


def _operation_id(route: APIRoute) -> str:
    return to_camel(route.name)
