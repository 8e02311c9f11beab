"""Numbers: as text, one way wherever they are kept or compared with, and arithmetic that answers share."""

from __future__ import annotations

import re
from decimal import Decimal

AMOUNT = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
"""Text that is a number, once it is trimmed (docs/spec/revenue.md#revenue-rows)."""


def shortest(number: float) -> str:
    """Return a number without an exponent or needless zeros: `19.5`, `9`, `0` (docs/spec/events.md)."""
    text = format(Decimal(repr(number)), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def ratio(part: Decimal | int, whole: int) -> Decimal | float | None:
    """Return part / whole, none if the whole is zero."""
    return part / whole if whole else None


def seconds(milliseconds: int) -> int:
    """Return a sum of times in whole seconds, as the wire has it. It is cut once, after adding up."""
    return milliseconds // 1000
