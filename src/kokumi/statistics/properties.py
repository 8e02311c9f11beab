"""A property of an event or a session as the wire has it: its text, and its number or date."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from pydantic import Field

from kokumi.domain.events import PropertyType
from kokumi.domain.times import iso
from kokumi.domain.validation import WireModel
from kokumi.queries.wire import Instant
from kokumi.sql.fragment import sql

SHOWN_VALUE = sql("if(type = 4, concat(substring(value, 1, 13), ':00:00Z'), value)")
"""A value as it is counted: dates by their hour (docs/spec/statistics.md#event-data)."""


class PropertyRow(WireModel):
    """One piece of data."""

    data_key: str = Field(description="The property's name.")
    string_value: str = Field(description="The value as text, whatever its type; arrays as JSON.")
    number_value: float | None = Field(description="The value, if it is a number.")
    date_value: Instant | None = Field(description="The value, if it is a date.")
    data_type: int = Field(description="1: text, 2: number, 3: boolean, 4: date, 5: JSON.")
    created_at: Instant = Field(description="When it was recorded.")


def property_row(name: str, kind: int, value: str, created_at: int) -> dict[str, object]:
    """Return a property as it goes out."""
    return {
        "dataKey": name,
        "stringValue": value,
        "numberValue": _number(value) if kind == PropertyType.NUMBER else None,
        "dateValue": value if kind == PropertyType.DATE else None,
        "dataType": kind,
        "createdAt": iso(created_at),
    }


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
