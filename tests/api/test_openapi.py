"""The description of the API is complete, and comes from the types."""

from __future__ import annotations

import httpx
import pytest

pytestmark = pytest.mark.anyio


async def test_bodies_and_errors_are_described(http: httpx.AsyncClient) -> None:
    """Each body that a route reads is there, and each operation says how errors look."""
    document = (await http.get("/openapi.json")).json()
    creation = document["paths"]["/api/websites"]["post"]
    reference = "#/components/schemas/WebsiteCreation"
    assert creation["requestBody"]["content"]["application/json"]["schema"] == {"$ref": reference}
    assert set(creation["responses"]) == {"200", "4XX"}
    assert document["components"]["schemas"]["WebsiteCreation"]["required"] == ["name"]
    assert "HTTPValidationError" not in document["components"]["schemas"]
