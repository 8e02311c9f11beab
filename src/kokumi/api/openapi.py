"""The description of the API, made from the routes' types; what FastAPI cannot see is added here.

That is: the bodies, which routes read by themselves; who may call; which errors can come; and samples.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from inspect import iscoroutinefunction
from typing import Any

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from kokumi.api.authentication import signed_in, viewer
from kokumi.api.body import JsonBody
from kokumi.api.errors import ErrorBody
from kokumi.api.openapi_texts import ERRORS, INTRODUCTION, PARAMETERS, SECURITY, TAGS
from kokumi.api.samples import sample_answer, sample_body
from kokumi.filters.wire import FILTERS_SCHEMA

_REFERENCE = "#/components/schemas/{model}"
_FILTERS = "Filters"

_NEVER_FORBIDDEN = frozenset(
    {"me", "verify", "logout", "my_websites", "my_teams", "list_teams", "list_websites"}
)
"""Routes about the caller alone."""

_WAITS_ITS_TURN = frozenset({"login", "change_password", "visit_with_password"})
"""Routes that look at passwords."""

_IS_GUESSED = frozenset({"visit", "visit_with_password", "join_team"})
"""Routes whose wrong guesses are counted."""

_MAY_BE_FULL = frozenset({"send", "batch"}) | _WAITS_ITS_TURN | _IS_GUESSED
"""Routes with a queue of their own, besides those that read events."""

_MAY_CLASH = frozenset(
    {
        *("create_user", "update_user", "delete_user", "create_website", "update_website"),
        *("create_share", "create_website_share", "update_share", "transfer_website"),
        *("create_key", "create_segment", "create_saved_report"),
        *("create_team", "update_team", "delete_team", "add_member", "change_role", "remove_member"),
    }
)
"""Routes that answer 409 when something is taken or still needed, or there are too many."""

_ONLY_TRIES_EXPRESSIONS = frozenset(
    {"create_segment", "update_segment", "create_saved_report", "update_saved_report"}
)
"""Routes that ask the event store, but whose answers do not say what that cost."""


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
    models = [model for route in shown for model in _bodies(route.dependant)]
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
    for model in _bodies(route.dependant):
        content: dict[str, Any] = {"schema": {"$ref": _REFERENCE.format(model=model.__name__)}}
        operation["requestBody"] = {"required": True, "content": {"application/json": content}}
    _add_samples(operation, route)
    for parameter in operation.get("parameters", ()):
        parameter.setdefault("description", PARAMETERS.get(parameter["name"], ""))
    responses = operation["responses"]
    responses.pop("422", None)
    for status in _statuses(route, operation):
        responses[str(status)] = {"$ref": f"#/components/responses/{ERRORS[status].name}"}
    if _reads_events(route) and route.name not in _ONLY_TRIES_EXPRESSIONS:
        responses["200"]["headers"] = {
            "Server-Timing": {
                "description": "What the query cost: milliseconds, rows and bytes read.",
                "schema": {"type": "string"},
            }
        }
    operation["security"] = _security(route)


def _add_samples(operation: dict[str, Any], route: APIRoute) -> None:
    body, answer = sample_body(route.name), sample_answer(route.name)
    if body is not None:
        operation["requestBody"]["content"]["application/json"]["example"] = body
    if answer is not None:
        operation["responses"]["200"]["content"]["application/json"]["example"] = answer


def _statuses(route: APIRoute, operation: dict[str, Any]) -> Iterator[int]:
    """Yield the statuses of errors that the route may answer with, in order."""
    dependant, name = route.dependant, route.name
    has_body = "requestBody" in operation
    has_query = any(each["in"] == "query" for each in operation.get("parameters", ()))
    is_protected = _uses(dependant, viewer)
    names_something = "{" in route.path_format or _names_website(dependant)
    yield from (400,) * (has_body or has_query)
    yield from (401,) * (is_protected or name in {"login", "visit", "visit_with_password"})
    yield from (403,) * ((is_protected and name not in _NEVER_FORBIDDEN) or name == "send")
    yield from (404,) * names_something
    yield from (409,) * (name in _MAY_CLASH)
    yield from (413,) * has_body
    yield from (422,) * _reads_events(route)
    yield from (429,) * (name in _WAITS_ITS_TURN | _IS_GUESSED)
    yield from (503,) * (_reads_events(route) or name in _MAY_BE_FULL)


def _security(route: APIRoute) -> list[dict[str, list[str]]]:
    if not _uses(route.dependant, viewer):
        return []
    users = ["signIn", "apiKey"]
    schemes = users if _uses(route.dependant, signed_in) else [*users, "shareLink"]
    return [{scheme: []} for scheme in schemes]


def _reads_events(route: APIRoute) -> bool:
    """Whether the route asks the event store: those are asynchronous, to see when the client has gone."""
    is_asynchronous = iscoroutinefunction(route.endpoint) and route.name not in _WAITS_ITS_TURN
    return _uses(route.dependant, viewer) and is_asynchronous


def _uses(dependant: Dependant, function: Callable[..., object]) -> bool:
    return dependant.call is function or any(_uses(each, function) for each in dependant.dependencies)


def _names_website(dependant: Dependant) -> bool:
    wanted = {"website_id", "team_id", "owner_id", "entity_id", "access_code"}
    in_body = any(wanted & set(model.model_fields) for model in _bodies(dependant))
    return in_body or any(parameter.name in wanted for parameter in dependant.query_params)


def _bodies(dependant: Dependant) -> Iterator[type[BaseModel]]:
    if isinstance(dependant.call, JsonBody):
        yield dependant.call.model
    for each in dependant.dependencies:
        yield from _bodies(each)


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
