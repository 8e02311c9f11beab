"""Bodies are read strictly, and what is wrong with one is told by field (docs/spec/requests.md#errors)."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, Field

from kokumi.api.server.body import MAX_BYTES, MAX_DEPTH, parse_json
from kokumi.domain.validation import validate
from kokumi.errors import BadRequestError, Detail


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "The body is not JSON: Expecting value (line 1, column 1).", id="empty"),
        pytest.param(b"{", "The body is not JSON: ", id="cut off"),
        pytest.param(b'{"a": "\xff"}', "The body is not UTF-8.", id="Latin-1"),
        pytest.param(b"[NaN]", "The body holds NaN, which is not a JSON number.", id="NaN"),
        pytest.param(b"[-Infinity]", "The body holds -Infinity, which is not a JSON number.", id="infinity"),
        pytest.param(b"[1e999]", "The body holds a number that is out of range.", id="overflow"),
        pytest.param(b"[" + b"1" * 5000 + b"]", "The body holds a number with too many digits.", id="digits"),
        pytest.param(rb'["\u0000"]', "The body holds a NUL character.", id="NUL in a value"),
        pytest.param(rb'{"\u0000": 1}', "The body holds a NUL character.", id="NUL in a name"),
        pytest.param(rb'["\ud800"]', "The body holds half of a surrogate pair.", id="lone surrogate"),
        pytest.param(b"[" * 100 + b"]" * 100, "The body nests deeper than 64 levels.", id="deep"),
        pytest.param(b"[" * 100_000, "The body nests deeper than 64 levels.", id="very deep"),
    ],
)
def test_refused(content: bytes, message: str) -> None:
    """What JSON cannot say, and what storage cannot hold, is the sender's fault."""
    with pytest.raises(BadRequestError) as caught:
        parse_json(content)
    assert caught.value.message.startswith(message)


@pytest.mark.parametrize(
    ("content", "value"),
    [
        pytest.param(rb'["\ud83d\ude00", "\u00e9"]', ["😀", "é"], id="escapes"),
        pytest.param(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH, None, id="as deep as it may be"),
        pytest.param(b'{"a": 1, "a": 2}', {"a": 2}, id="a name twice"),
    ],
)
def test_accepted(content: bytes, value: object) -> None:
    """Everything else comes in as it is."""
    parsed = parse_json(content)
    assert value is None or parsed == value


class _Step(BaseModel):
    value: str


class _Other(BaseModel):
    other: int


class _Request(BaseModel):
    steps: list[_Step | _Other] = Field(min_length=1)
    window: float = Field(gt=0)


@pytest.mark.parametrize(
    ("value", "message", "details"),
    [
        pytest.param(
            {"steps": [{"value": "/"}], "window": 0},
            "window: must be greater than 0.0",
            (Detail("window", "must be greater than 0.0"),),
            id="one",
        ),
        pytest.param(
            {"steps": []},
            "steps: must have at least 1 items (and 1 more)",
            (Detail("steps", "must have at least 1 items"), Detail("window", "is required")),
            id="two",
        ),
        pytest.param(
            {"steps": [{"value": 5}], "window": 1},
            "steps.0.value: must be text (and 1 more)",
            (Detail("steps.0.value", "must be text"), Detail("steps.0.other", "is required")),
            id="in a union, without the names of its branches",
        ),
        pytest.param([], "must be an object", (Detail("", "must be an object"),), id="not an object"),
    ],
)
def test_details(value: object, message: str, details: tuple[Detail, ...]) -> None:
    """Each field is named by its path in the request."""
    with pytest.raises(BadRequestError) as caught:
        validate(_Request, value)
    assert (caught.value.message, caught.value.details) == (message, details)


def test_limit_is_a_megabyte() -> None:
    """The limit is the one that the answer names."""
    assert MAX_BYTES == 1_000_000
