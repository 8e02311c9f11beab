"""The OpenAPI document, assembled from the routes, their types and the texts and samples beside them.

FastAPI makes the first draft. Added here are the bodies that routes read themselves, the errors that their
parameters imply, credentials, samples and descriptions. Other errors are declared at the routes
(`kokumi.api.server.responses`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from pydantic.json_schema import models_json_schema

from kokumi.api.server.authentication import signed_in, viewer
from kokumi.api.server.errors import ErrorBody
from kokumi.api.server.openapi_texts import INTRODUCTION, PARAMETERS, SECURITY, TAGS
from kokumi.api.server.responses import ERRORS
from kokumi.api.server.route_dependencies import body_model, depends_on
from kokumi.api.wire.samples import sample_answer, sample_body, sample_options
from kokumi.filters.wire import FILTERS_SCHEMA

_REFERENCE = "#/components/schemas/{model}"
_FILTERS = "Filters"


def describe(application: FastAPI, routes: Sequence[APIRoute]) -> dict[str, Any]:
    """Return the OpenAPI document of the application."""
    document = get_openapi(
        title=application.title,
        version=application.version,
        description=INTRODUCTION,
        routes=application.routes,
        tags=TAGS,
        servers=[{"url": "/", "description": "The server that this document comes from."}],
        license_info={"name": "MIT", "identifier": "MIT"},
    )
    shown = [route for route in routes if route.include_in_schema]
    models = [model for route in shown if (model := body_model(route))]
    _, schemas = models_json_schema(
        [*((model, "validation") for model in models), (ErrorBody, "serialization")], ref_template=_REFERENCE
    )
    components = document.setdefault("components", {})
    components["schemas"].update(schemas["$defs"])
    components["schemas"][_FILTERS] = _filters_schema()
    for unused in ("HTTPValidationError", "ValidationError"):
        components["schemas"].pop(unused, None)
    components["responses"] = {error.name: error.response() for error in ERRORS.values()}
    components["securitySchemes"] = SECURITY
    for route in shown:
        for method in route.methods or ():
            _complete(document["paths"][route.path_format][method.lower()], route)
    _tidy(document)
    document["tags"] = [tag for tag in TAGS if tag["name"] in _used_tags(document)]
    return document


def _complete(operation: dict[str, Any], route: APIRoute) -> None:
    """Add to an operation what the route's types do not say."""
    model = body_model(route)
    if model is not None:
        content: dict[str, Any] = {"schema": {"$ref": _REFERENCE.format(model=model.__name__)}}
        operation["requestBody"] = {"required": True, "content": {"application/json": content}}
    _add_samples(operation, route)
    for parameter in operation.get("parameters", ()):
        parameter.setdefault("description", PARAMETERS.get(parameter["name"], ""))
    # Of the answers in FastAPI's draft only 200 stays: it adds a 422 of its own to whatever has parameters.
    statuses = {*_implied(route, operation), *(status for status in ERRORS if status in route.responses)}
    errors = {str(status): ERRORS[status].reference() for status in sorted(statuses)}
    operation["responses"] = {"200": operation["responses"]["200"], **errors}
    operation["security"] = _security(route)


def _add_samples(operation: dict[str, Any], route: APIRoute) -> None:
    body, answer = sample_body(route.name), sample_answer(route.name)
    if options := sample_options(route.name):
        named = {"Plain": body, **options}
        examples = {name: {"summary": name, "value": value} for name, value in named.items()}
        operation["requestBody"]["content"]["application/json"]["examples"] = examples
    elif body is not None:
        operation["requestBody"]["content"]["application/json"]["example"] = body
    if answer is not None:
        operation["responses"]["200"]["content"]["application/json"]["example"] = answer


def _implied(route: APIRoute, operation: dict[str, Any]) -> Iterator[int]:
    """Yield the statuses of the errors that follow from a route's parameters."""
    has_body = "requestBody" in operation
    has_query = any(each["in"] == "query" for each in operation.get("parameters", ()))
    yield from (400,) * (has_body or has_query)
    yield from (401,) * depends_on(route, viewer)
    yield from (404,) * ("{" in route.path_format)
    yield from (413,) * has_body


def _security(route: APIRoute) -> list[dict[str, list[str]]]:
    if not depends_on(route, viewer):
        return []
    users = ["signIn", "apiKey"]
    schemes = users if depends_on(route, signed_in) else [*users, "shareLink"]
    return [{scheme: []} for scheme in schemes]


def _filters_schema() -> dict[str, Any]:
    return {
        "type": "object",
        "description": "Conditions on events, `name: value` or `name: OPERATOR.value`. Operators: `eq` and "
        "`neq` (comma-separated lists), `c` contains, `dnc` does not contain, `re` / `nre` RE2 regular "
        "expression found / not found, `s.` is set, `ns.` is not set. A JSON list is a list of literal "
        "values. A name may carry digits (`country1`) for one more condition on the field.",
        "properties": FILTERS_SCHEMA,
        "example": {"os": "Mac OS", "country": "neq.US,CA", "path": "c./docs"},
    }


def _tidy(value: object) -> None:
    """Name the filters' schema instead of repeating it; drop titles that only repeat a field's name."""
    if isinstance(value, list):
        for each in value:
            _tidy(each)
    if not isinstance(value, dict):
        return
    if value.get("properties") == FILTERS_SCHEMA and "anyOf" in value:
        description = value.get("description")
        value.clear()
        value.update({"anyOf": [{"$ref": _REFERENCE.format(model=_FILTERS)}, {"type": "null"}]})
        value["description"] = description
    if "prefixItems" in value:  # which many programs that read OpenAPI do not know
        value["items"] = {"anyOf": value.pop("prefixItems")}
    if isinstance(value.get("properties"), dict) or isinstance(value.get("schema"), dict):
        for schema in (*value.get("properties", {}).values(), value.get("schema", {})):
            if isinstance(schema, dict) and isinstance(schema.get("title"), str):
                del schema["title"]
    for each in value.values():
        _tidy(each)


def _used_tags(document: dict[str, Any]) -> set[str]:
    operations = (operation for path in document["paths"].values() for operation in path.values())
    return {tag for operation in operations for tag in operation.get("tags", ())}
