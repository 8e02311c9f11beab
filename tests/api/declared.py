"""A client for the tests of the API, which holds every answer against what the route declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx
from fastapi import FastAPI
from starlette.routing import compile_path

from kokumi.api.application import openapi_document

PATHS: Mapping[str, Mapping[str, Mapping[str, Any]]] = openapi_document()["paths"]
_OUR_FAULT = 500
_PATTERNS = [(compile_path(path)[0], operations) for path, operations in PATHS.items()]


async def check_declared(answer: httpx.Response) -> None:
    """Fail if the route does not declare the status of its answer; a hook for `httpx.AsyncClient`."""
    path, method = answer.request.url.path, answer.request.method.lower()
    operations = next((found for pattern, found in _PATTERNS if pattern.match(path)), {})
    if method in operations and answer.status_code != _OUR_FAULT:
        declared = set(operations[method]["responses"])
        assert str(answer.status_code) in declared, f"{method} {path}: undeclared {answer.status_code}"


def api_client(application: FastAPI, address: str = "127.0.0.1") -> httpx.AsyncClient:
    """Return a client at this address that fails at answers that are not declared."""
    transport = httpx.ASGITransport(application, client=(address, 50_000))
    hooks = {"response": [check_declared]}
    return httpx.AsyncClient(transport=transport, base_url="http://kokumi.test", event_hooks=hooks)
