"""The one way a request's body comes in: JSON of any content type, strictly read, then a Pydantic model."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from typing import Generic, TypeVar

from fastapi import Depends
from fastapi.params import Depends as Dependency
from pydantic import BaseModel
from starlette.requests import ClientDisconnect, Request

from kokumi.api.server.query_threads import ClientGoneError
from kokumi.domain.validation import validate
from kokumi.errors import BadRequestError, TooLargeError

MAX_BYTES = 1_000_000
PATIENCE = 32_000_000
"""Bytes of a body that is known to be too large, which are still taken in and thrown away.

Closing the connection while a client sends would reset it, and the client would not see the answer.
How long a body may take is the server's to say (`kokumi.cli.http.limits`).
"""

MAX_DEPTH = 64
"""How deep objects and lists may lie in each other."""

MIN_INTEGER, MAX_INTEGER = -(2**63), 2**64 - 1
"""The integers that a body may hold outside of events' data, where larger ones are kept as text."""

Model = TypeVar("Model", bound=BaseModel)


class JsonBody(Generic[Model]):
    """A dependency that returns the body as a model; `kokumi.api.server.openapi` documents it from here."""

    def __init__(self, model: type[Model]) -> None:
        self.model = model

    async def __call__(self, request: Request) -> Model:
        """Return the body.

        Raises:
            TooLargeError, BadRequestError: it is not what the model says; with a detail for each field.
        """
        value = await read_json(request)
        check_integers(value)
        return validate(self.model, value, forbid_unknown=self.is_strict(value))

    def is_strict(self, _value: object) -> bool:
        """Return whether unknown fields are refused; by default they are ignored."""
        return False


def json_body(model: type[Model]) -> Dependency:
    """Return what a route declares its body with: the second argument of `Annotated`."""
    found = Depends(JsonBody(model))
    if not isinstance(found, Dependency):
        raise TypeError("FastAPI's Depends is not what it was")
    return found


def check_integers(value: object) -> None:
    """Go on if every integer fits into 64 bits, as answers and both databases need it.

    Raises:
        BadRequestError: one does not; it names the first.
    """
    path = _large_integer(value)
    if path is not None:
        raise BadRequestError.at(
            ".".join(path), "must be a number of at most 64 bits, or be text if it stands for a larger one"
        )


async def read_json(request: Request) -> object:
    """Return the body's JSON as it is.

    Raises:
        TooLargeError: it is over 1 MB.
        BadRequestError: it is not JSON in UTF-8, or holds NaN, infinity, NUL or half a surrogate pair.
        ClientGoneError: the client left half way.
    """
    return parse_json(await _read(request))


def parse_json(content: bytes) -> object:
    """Return the value of a JSON text.

    Raises:
        BadRequestError: it is not JSON in UTF-8, or holds NaN, infinity, NUL or half a surrogate pair.
    """
    try:
        value: object = json.loads(content.decode("utf-8"), parse_constant=_refuse_constant)
    except UnicodeDecodeError:
        raise BadRequestError("The body is not UTF-8.") from None
    except RecursionError:
        raise BadRequestError(_TOO_DEEP) from None
    except json.JSONDecodeError as error:
        raise BadRequestError(
            f"The body is not JSON: {error.msg} (line {error.lineno}, column {error.colno})."
        ) from None
    except ValueError:  # what Python says of numbers with thousands of digits
        raise BadRequestError("The body holds a number with too many digits.") from None
    _check(value)
    return value


async def _read(request: Request) -> bytes:
    declared = _declared_length(request)
    if declared > PATIENCE:
        raise TooLargeError(_TOO_LARGE)
    content = bytearray()
    try:
        if declared > MAX_BYTES:
            async for _chunk in request.stream():
                pass
            raise TooLargeError(_TOO_LARGE)
        async for chunk in request.stream():
            content += chunk
            if len(content) > MAX_BYTES:
                raise TooLargeError(_TOO_LARGE)
    except ClientDisconnect:
        raise ClientGoneError from None
    return bytes(content)


def _declared_length(request: Request) -> int:
    declared = request.headers.get("content-length", "")
    return int(declared[:20]) if declared.isdecimal() else 0


_TOO_LARGE = f"The body is over {MAX_BYTES // 1_000_000} MB."
_TOO_DEEP = f"The body nests deeper than {MAX_DEPTH} levels."


def _refuse_constant(name: str) -> object:
    raise BadRequestError(f"The body holds {name}, which is not a JSON number.")


def _check(value: object) -> None:
    """Refuse what JSON can say but storage and answers cannot hold."""
    level = [value]
    depth = 0
    while level:
        depth += 1
        if depth > MAX_DEPTH:
            raise BadRequestError(_TOO_DEEP)
        deeper: list[object] = []
        for each in level:
            match each:
                case dict():
                    deeper.extend(each)
                    deeper.extend(each.values())
                case list():
                    deeper.extend(each)
                case str():
                    _check_text(each)
                case float() if not math.isfinite(each):
                    raise BadRequestError("The body holds a number that is out of range.")
        level = deeper


def _large_integer(value: object) -> tuple[str, ...] | None:
    """Return where the first integer beyond 64 bits is, if there is one; the depth has been checked."""
    match value:
        case int():
            return None if MIN_INTEGER <= value <= MAX_INTEGER else ()
        case dict():
            entries: Iterable[tuple[object, object]] = value.items()
        case list():
            entries = enumerate(value)
        case _:
            return None
    for name, each in entries:
        path = _large_integer(each)
        if path is not None:
            return (str(name), *path)
    return None


def _check_text(text: str) -> None:
    if text.isascii():
        if "\0" in text:
            raise BadRequestError("The body holds a NUL character.")
        return
    if "\0" in text:
        raise BadRequestError("The body holds a NUL character.")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise BadRequestError("The body holds half of a surrogate pair.") from None
