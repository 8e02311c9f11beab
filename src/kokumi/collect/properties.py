"""An event's data as flat, typed properties in canonical text, and the revenue in it.

See docs/spec/events.md#event-data.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

from kokumi.domain.events import Property, PropertyType, Revenue
from kokumi.domain.numbers import AMOUNT, shortest
from kokumi.domain.times import UTC_ZONE, iso, parse_instant
from kokumi.errors import BadRequestError

MAX_PROPERTIES = 100
MAX_NAME = 500
MAX_TEXT = 500
MAX_LIST = 5000
"""The most characters of a list's JSON text: carts are longer than texts."""

_PATH = "payload.data"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?")
_CURRENCY = re.compile(r"[A-Za-z]{3}")
_CENT_PARTS = Decimal("0.0001")
_MAX_NUMBER = Decimal(10) ** 15


def flatten(data: Mapping[str, object]) -> tuple[Property, ...]:
    """Return the entries of an event's data, those of nested objects under dotted names.

    Lists are kept whole as JSON text. Of two entries with one name the later counts.

    Raises:
        BadRequestError: there are too many entries, or a name or a text is too long.
    """
    found: dict[str, Property] = {}
    for name, value in _entries("", data):
        found[name] = _property(name, value)
        if len(found) > MAX_PROPERTIES:
            raise BadRequestError.at(_PATH, f"must have at most {MAX_PROPERTIES} entries")
    return tuple(found.values())


def numbers(values: Mapping[str, float]) -> tuple[Property, ...]:
    """Return measurements, such as web vitals, as properties."""
    return tuple(Property(name, PropertyType.NUMBER, shortest(value)) for name, value in values.items())


def revenue_of(properties: tuple[Property, ...]) -> tuple[Revenue, ...]:
    """Return the revenue that an event's data tells of: one row, or none if it does not fit.

    See docs/spec/revenue.md#revenue-rows.
    """
    by_name = {each.name: each for each in properties}
    amount, currency = by_name.get("revenue"), by_name.get("currency")
    if amount is None or currency is None:
        return ()
    if amount.type not in {PropertyType.NUMBER, PropertyType.TEXT} or currency.type is not PropertyType.TEXT:
        return ()
    digits = amount.value.strip()
    if not AMOUNT.fullmatch(digits) or not _CURRENCY.fullmatch(currency.value):
        return ()
    exact = Decimal(digits)
    if abs(exact) >= _MAX_NUMBER:
        return ()
    return (Revenue(currency.value.upper(), exact.quantize(_CENT_PARTS, ROUND_HALF_UP)),)


def _entries(prefix: str, data: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    for name, value in data.items():
        # Checked before it is joined: below a long name there may be thousands of others.
        if len(prefix) + len(name) > MAX_NAME:
            raise BadRequestError.at(_PATH, f"names must be at most {MAX_NAME} characters")
        if isinstance(value, dict):
            yield from _entries(f"{prefix}{name}.", value)
        else:
            yield f"{prefix}{name}", value


def _property(name: str, value: object) -> Property:
    kind, text = _typed(value)
    longest = MAX_LIST if kind is PropertyType.JSON else MAX_TEXT
    if len(text) > longest:
        raise BadRequestError.at(f"{_PATH}.{name}", f"must be at most {longest} characters")
    return Property(name, kind, text)


def _typed(value: object) -> tuple[PropertyType, str]:
    match value:
        case bool():
            return PropertyType.BOOLEAN, "true" if value else "false"
        case int():
            return PropertyType.NUMBER, str(value)
        case float():
            return PropertyType.NUMBER, shortest(value)
        case str():
            moment = _moment(value)
            return (PropertyType.TEXT, value) if moment is None else (PropertyType.DATE, moment)
        case _:
            return PropertyType.JSON, json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _moment(text: str) -> str | None:
    if not _MOMENT.fullmatch(text):
        return None
    try:
        return iso(parse_instant(text, UTC_ZONE, _PATH))
    except BadRequestError:  # 2025-13-45T00:00:00 looks like a date and is none
        return None
