"""What every route is given to work with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypeAlias

from fastapi import Depends
from starlette.requests import Request

from kokumi.api.server.bounded_pool import BoundedPool
from kokumi.api.server.measured_store import MeasuredStore
from kokumi.api.server.metrics import Metrics
from kokumi.api.server.query_threads import QueryThreads
from kokumi.api.server.senders import Senders
from kokumi.collect.collector import Collector
from kokumi.domain.times import Clock
from kokumi.metadata.store import Metadata
from kokumi.settings import Settings


@dataclass(frozen=True, slots=True)
class Context:
    """The parts of the program that routes call; one per application."""

    settings: Settings
    store: MeasuredStore
    metadata: Metadata
    collector: Collector
    queries: QueryThreads
    sign_ins: BoundedPool
    misses: BoundedPool
    metrics: Metrics
    senders: Senders
    clock: Clock


async def app_context(request: Request) -> Context:
    """Return the context that the application was made with.

    Asynchronous, since the framework sends what is not through a pool of threads, at every request.
    """
    found = request.app.state.context
    if not isinstance(found, Context):
        raise TypeError("the application has no context")
    return found


ContextOf: TypeAlias = Annotated[Context, Depends(app_context)]
"""A route's parameter that is given the context."""
