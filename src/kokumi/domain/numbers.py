"""Numbers as text, one way wherever they are kept or compared with."""

from __future__ import annotations

from decimal import Decimal


def shortest(number: float) -> str:
    """Return a number without an exponent or needless zeros: `19.5`, `9`, `0` (docs/spec/events.md)."""
    text = format(Decimal(repr(number)), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
