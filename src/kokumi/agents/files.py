"""Files of what operators publish, in the folder `agents` of the data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol, TypeVar

from kokumi.errors import BadRequestError, SetupError

MAX_BYTES = 5_000_000
"""How large a file may be; the largest list that is published has under 1 MB."""

MAX_OPERATOR = 60

_FOLDER = "agents"

Read_co = TypeVar("Read_co", covariant=True)


class Reader(Protocol[Read_co]):
    """Reads a file's content."""

    def __call__(self, content: bytes, *, operator: str, source: str) -> Read_co:
        """Return what the content says."""


def check_operator(operator: str) -> None:
    """Go on if an operator has a name that is not too long.

    Raises:
        BadRequestError: it has none, or a longer one.
    """
    if not operator or len(operator) > MAX_OPERATOR:
        raise BadRequestError(f"The operator's name must have 1 to {MAX_OPERATOR} characters.")


def read_object(content: bytes) -> Mapping[str, object]:
    """Return the JSON object of a file; an empty one if it is another value.

    Raises:
        BadRequestError: it is too large or not JSON.
    """
    if len(content) > MAX_BYTES:
        raise BadRequestError(f"The file has more than {MAX_BYTES} bytes; published lists have far fewer.")
    try:
        loaded: object = json.loads(content)
    except (ValueError, RecursionError):
        raise BadRequestError("The file is not JSON.") from None
    return loaded if isinstance(loaded, Mapping) else {}


def file_of(data: Path, operator: str, suffix: str) -> Path:
    """Return where an operator's file of that suffix is."""
    safe = "".join(each if each.isalnum() else "-" for each in operator.lower())
    return data / _FOLDER / f"{safe}{suffix}"


def replace_file(file: Path, content: str) -> None:
    """Write a file, whole or not at all."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = file.with_suffix(".partial")
    partial.write_text(content, "utf-8")
    partial.replace(file)


def read_all(data: Path, suffix: str, read: Reader[Read_co]) -> tuple[Read_co, ...]:
    """Return what the files of that suffix say, in order of their names.

    Raises:
        SetupError: a file was changed so that it cannot be read.
    """
    return tuple(_read(file, read) for file in sorted((data / _FOLDER).glob(f"*{suffix}")))


def _read(file: Path, read: Reader[Read_co]) -> Read_co:
    try:
        content = file.read_bytes()
        said = read_object(content)
        return read(content, operator=str(said["operator"]), source=str(said["source"]))
    except (OSError, KeyError, BadRequestError) as error:
        raise SetupError(f"{file} cannot be read; install it again with `kokumi agents install`.") from error
