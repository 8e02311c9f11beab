"""The dashboard's types are those of the API as it is: whoever changes the API makes them anew."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from kokumi.api.application import openapi_document

_DASHBOARD = Path(__file__).parents[2] / "dashboard"
_DESCRIPTION = _DASHBOARD / "openapi.json"
_TYPES = _DASHBOARD / "src" / "api" / "schema.ts"
_WORDS = frozenset({"description", "example", "examples", "externalDocs", "summary", "tags", "title"})
"""What a description says to people; types do not depend on it."""


def _types_only(node: object, *, is_named: bool = False) -> object:
    """Return a part of the document without words; in a map of names, a name may be any of them."""
    if isinstance(node, list):
        return [_types_only(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        name: _types_only(value, is_named=not is_named and name in {"properties", "schemas"})
        for name, value in node.items()
        if is_named or name not in _WORDS
    }


def _document() -> str:
    return json.dumps(_types_only(openapi_document()), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def test_description_is_that_of_the_api(pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--update-docs"):
        _DESCRIPTION.write_text(_document(), "utf-8")
    assert _DESCRIPTION.read_text("utf-8") == _document(), (
        "run `make docs`, then `npm run types` in dashboard/"
    )


def test_types_are_made_from_the_description() -> None:
    wanted = f"openapi.json, sha256 {sha256(_DESCRIPTION.read_bytes()).hexdigest()}"
    assert wanted in _TYPES.read_text("utf-8").splitlines()[0], "run `npm run types` in dashboard/"
