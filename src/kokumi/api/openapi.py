"""The description of the API, made from the routes' types; bodies are added to what FastAPI finds itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from kokumi.api.body import JsonBody
from kokumi.api.errors import ErrorBody

_REFERENCE = "#/components/schemas/{model}"


def describe(application: FastAPI, routes: Sequence[APIRoute]) -> dict[str, Any]:
    """Return the OpenAPI document of the application, with every request's body and every error's shape."""
    document = get_openapi(
        title=application.title,
        version=application.version,
        description=application.description,
        routes=application.routes,
    )
    bodies = [(route, model) for route in routes for model in _bodies(route.dependant)]
    _, schemas = models_json_schema(
        [(model, "validation") for _, model in bodies] + [(ErrorBody, "serialization")],
        ref_template=_REFERENCE,
    )
    components = document.setdefault("components", {}).setdefault("schemas", {})
    components.update(schemas["$defs"])
    for unused in ("HTTPValidationError", "ValidationError"):
        components.pop(unused, None)
    for route, model in bodies:
        for method in route.methods or ():
            operation = document["paths"][route.path_format][method.lower()]
            operation["requestBody"] = {
                "required": True,
                "content": {
                    "application/json": {"schema": {"$ref": _REFERENCE.format(model=model.__name__)}}
                },
            }
    for path in document["paths"].values():
        for operation in path.values():
            operation["responses"].pop("422", None)
            operation["responses"]["4XX"] = {
                "description": "The request cannot be served as it is.",
                "content": {"application/json": {"schema": {"$ref": _REFERENCE.format(model="ErrorBody")}}},
            }
    return document


def _bodies(dependant: Dependant) -> Iterator[type[BaseModel]]:
    if isinstance(dependant.call, JsonBody):
        yield dependant.call.model
    for each in dependant.dependencies:
        yield from _bodies(each)
