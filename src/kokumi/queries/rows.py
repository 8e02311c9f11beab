"""The rows of a statement, read by the names of its columns and with the types that it gives them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

T = TypeVar("T", bool, int, str, Decimal, UUID)


class RowTypeError(TypeError):
    """A statement returned something else than its report reads. This is a fault of the program."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row. Each method returns the value of a column, or raises RowTypeError if it has another type."""

    _positions: Mapping[str, int]
    _values: Sequence[object]

    def number(self, column: str) -> int:
        """Return a whole number."""
        return _typed(self._value(column), int, column)

    def text(self, column: str) -> str:
        """Return a text."""
        return _typed(self._value(column), str, column)

    def amount(self, column: str) -> Decimal:
        """Return an exact decimal."""
        return _typed(self._value(column), Decimal, column)

    def uuid(self, column: str) -> UUID:
        """Return an id."""
        return _typed(self._value(column), UUID, column)

    def numbers(self, column: str) -> list[int]:
        """Return an array of whole numbers."""
        return [_typed(each, int, column) for each in self._array(column)]

    def texts(self, column: str) -> list[str]:
        """Return an array of texts."""
        return [_typed(each, str, column) for each in self._array(column)]

    def optional_texts(self, column: str) -> tuple[str | None, ...]:
        """Return an array of texts, of which some may be null."""
        values = self._array(column)
        return tuple(None if each is None else _typed(each, str, column) for each in values)

    def amounts(self, column: str) -> list[Decimal]:
        """Return an array of exact decimals."""
        return [_typed(each, Decimal, column) for each in self._array(column)]

    def any(self, column: str) -> object:
        """Return a value as it is, for columns whose type the request decides."""
        return self._value(column)

    def _array(self, column: str) -> Sequence[object]:
        value = self._value(column)
        if not isinstance(value, (list, tuple)):
            raise RowTypeError(f"{column}: expected an array, got {type(value).__name__}")
        return value

    def _value(self, column: str) -> object:
        position = self._positions.get(column)
        if position is None:
            raise RowTypeError(f"there is no column {column}")
        return self._values[position]


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of a statement, in its order."""

    columns: Sequence[str]
    values: Sequence[Sequence[object]]

    def __iter__(self) -> Iterator[Row]:
        positions = {name: position for position, name in enumerate(self.columns)}
        return (Row(positions, each) for each in self.values)

    def __len__(self) -> int:
        return len(self.values)

    def only(self) -> Row:
        """Return the row of a statement that has exactly one.

        Raises:
            RowTypeError: there is none, or more than one.
        """
        rows = list(self)
        if len(rows) != 1:
            raise RowTypeError(f"expected one row, got {len(rows)}")
        return rows[0]


def _typed(value: object, kind: type[T], column: str) -> T:
    if not isinstance(value, kind):
        raise RowTypeError(f"{column}: expected {kind.__name__}, got {type(value).__name__}")
    return value
