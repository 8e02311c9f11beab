"""Values of the engine's rows, read with the type that the statement gives them."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

T = TypeVar("T", int, str, Decimal)


class RowTypeError(TypeError):
    """A statement returned another type than its report reads: a fault of this program."""


def read(value: object, kind: type[T]) -> T:
    """Return a value that is of this type.

    Raises:
        RowTypeError: it is not.
    """
    if not isinstance(value, kind):
        raise RowTypeError(f"expected {kind.__name__}, got {type(value).__name__}")
    return value


def read_list(value: object, kind: type[T]) -> list[T]:
    """Return an array's values, all of this type.

    Raises:
        RowTypeError: they are not.
    """
    if not isinstance(value, (list, tuple)):
        raise RowTypeError(f"expected a list, got {type(value).__name__}")
    return [read(each, kind) for each in value]


def ratio(part: Decimal | int, whole: int) -> Decimal | float | None:
    """Return part / whole, none if the whole is zero."""
    return part / whole if whole else None
