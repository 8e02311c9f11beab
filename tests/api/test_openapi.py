"""The description of the API is complete, comes from the types, and its samples are true."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product
from typing import Any
from uuid import UUID

import httpx
import pytest
from jsonschema_rs import Draft202012Validator

from kokumi.api.application import openapi_document
from kokumi.app import Kokumi
from kokumi.metadata.websites import NewWebsite
from kokumi.reports.registry import REPORTS

pytestmark = pytest.mark.anyio

DOCUMENT = openapi_document()

Operation = tuple[str, str, dict[str, Any]]


def operations() -> Iterator[Operation]:
    """Yield the method, path and description of each operation."""
    for path, methods in DOCUMENT["paths"].items():
        for method, operation in methods.items():
            yield method, path, operation


def errors_of(method: str, path: str) -> set[str]:
    """Return the statuses of an operation's errors."""
    return set(DOCUMENT["paths"][path][method]["responses"]) - {"200"}


def validator(schema: dict[str, Any]) -> Draft202012Validator:
    """Return what tells whether a value fits a schema of the document."""
    return Draft202012Validator({**schema, "components": DOCUMENT["components"]})


async def test_served_and_printed_are_the_same(http: httpx.AsyncClient) -> None:
    assert (await http.get("/openapi.json")).json() == json.loads(json.dumps(DOCUMENT))


@pytest.mark.parametrize(
    ("method", "path", "errors"),
    [
        ("get", "/api/heartbeat", set()),
        ("post", "/api/auth/login", {"400", "401", "413", "429", "503"}),
        ("get", "/api/share/{slug}", {"401", "404", "429", "503"}),
        ("post", "/api/teams/join", {"400", "401", "403", "404", "409", "413", "429", "503"}),
        ("get", "/api/websites", {"400", "401"}),
        ("get", "/api/websites/{website_id}", {"401", "403", "404"}),
        ("post", "/api/websites/{website_id}", {"400", "401", "403", "404", "409", "413"}),
        ("post", "/api/reports/goals", {"400", "401", "403", "404", "413", "422", "503"}),
        ("get", "/api/reports", {"400", "401", "403", "404"}),
        ("get", "/api/websites/{website_id}/stats", {"400", "401", "403", "404", "422", "503"}),
        ("post", "/api/send", {"400", "403", "413", "503"}),
    ],
)
def test_each_operation_names_the_errors_that_can_come(method: str, path: str, errors: set[str]) -> None:
    assert errors_of(method, path) == errors


def test_everything_has_a_description() -> None:
    bare = [
        f"{method} {path}"
        for method, path, operation in operations()
        if not operation.get("summary") or not operation.get("description") or not operation.get("tags")
    ]
    bare += [
        f"{method} {path} {parameter['name']}"
        for method, path, operation in operations()
        for parameter in operation.get("parameters", ())
        if not parameter.get("description")
    ]
    assert bare == []
    described = {tag["name"] for tag in DOCUMENT["tags"] if tag["description"]}
    assert {tag for _, _, operation in operations() for tag in operation["tags"]} == described


def bare_properties(node: object, path: str = "") -> Iterator[str]:
    """Yield where in a part of the document an object's property has no description."""
    if isinstance(node, list):
        for index, each in enumerate(node):
            yield from bare_properties(each, f"{path}/{index}")
    elif isinstance(node, dict):
        properties = node.get("properties")
        if isinstance(properties, dict) and path.rpartition("/")[2] != "properties":
            yield from (f"{path}/{name}" for name, each in properties.items() if not each.get("description"))
        for name, each in node.items():
            if name not in {"example", "examples"}:
                yield from bare_properties(each, f"{path}/{name}")


def test_every_property_has_a_description() -> None:
    assert list(bare_properties(DOCUMENT)) == []


def test_every_body_has_an_example() -> None:
    bodies = {
        f"{method} {path}": operation["requestBody"]["content"]["application/json"]
        for method, path, operation in operations()
        if "requestBody" in operation
    }
    assert [name for name, body in bodies.items() if not samples_of(body)] == []


def test_credentials_are_named() -> None:
    schemes = {next(iter(each)) for *_, operation in operations() for each in operation["security"]}
    assert schemes == set(DOCUMENT["components"]["securitySchemes"]) == {"signIn", "apiKey", "shareLink"}


def test_no_operation_shares_its_id() -> None:
    names = [operation["operationId"] for *_, operation in operations()]
    assert len(set(names)) == len(names)


def samples_of(content: dict[str, Any]) -> list[object]:
    """Return all samples of a body or an answer."""
    named = [each["value"] for each in content.get("examples", {}).values()]
    return [content["example"], *named] if "example" in content else named


def test_samples_fit_their_schemas() -> None:
    wrong = []
    for method, path, operation in operations():
        for kind, content in (
            ("body", operation.get("requestBody")),
            ("answer", operation["responses"]["200"]),
        ):
            found = (content or {}).get("content", {}).get("application/json", {})
            for example in samples_of(found):
                errors = validator(found["schema"]).iter_errors(example)
                wrong += [f"{method} {path} {kind}: {error.message}" for error in errors]
    assert wrong == []


@pytest.mark.parametrize("report", REPORTS, ids=[report.name for report in REPORTS])
async def test_each_sample_request_works_as_written(
    http: httpx.AsyncClient, kokumi: Kokumi, admin: dict[str, str], report: object
) -> None:
    """Only the website's id differs; `goals` and `utmFilters` are paths of the contract too."""
    found = next(each for each in REPORTS if each is report)
    owner = kokumi.metadata.users.first_admin()
    assert owner is not None
    website: UUID = kokumi.metadata.websites.create(NewWebsite("Shop", "", owner.id)).id
    bodies = [found.sample_request(str(website)), *found.option_requests(str(website)).values()]
    for path, body in product(found.paths, bodies):
        answer = await http.post(f"/api/reports/{path}", json={**body, "strict": True}, headers=admin)
        assert answer.status_code == 200, answer.text
        operation = DOCUMENT["paths"][f"/api/reports/{path}"]["post"]
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        assert list(validator(schema).iter_errors(answer.json())) == []
    cell = {**bodies[0], "cell": found.cells.sample, "strict": True}
    answer = await http.post(f"/api/reports/{found.name}/sessions", json=cell, headers=admin)
    assert answer.status_code == 200, answer.text
