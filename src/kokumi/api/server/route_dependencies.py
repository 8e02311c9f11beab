"""What a route's dependencies say about it: the model of its body, and whose credentials it needs.

FastAPI keeps the tree of dependencies in `APIRoute.dependant`, which it does not document. This is the only
module that reads it; `pyproject.toml` names the versions of FastAPI that it was tried with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from pydantic import BaseModel

from kokumi.api.server.body import JsonBody


def body_model(route: APIRoute) -> type[BaseModel] | None:
    """Return the model of the JSON that the route takes, or None if it takes none."""
    calls = (each.call for each in _tree(route.dependant))
    return next((call.model for call in calls if isinstance(call, JsonBody)), None)


def depends_on(route: APIRoute, function: Callable[..., object]) -> bool:
    """Return whether the function is one of the route's dependencies, at whatever depth."""
    return any(each.call is function for each in _tree(route.dependant))


def _tree(dependant: Dependant) -> Iterator[Dependant]:
    yield dependant
    for each in dependant.dependencies:
        yield from _tree(each)
