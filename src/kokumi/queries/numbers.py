"""Arithmetic that several answers share."""

from __future__ import annotations

from decimal import Decimal


def ratio(part: Decimal | int, whole: int) -> Decimal | float | None:
    """Return part / whole, none if the whole is zero."""
    return part / whole if whole else None


def seconds(milliseconds: int) -> int:
    """Return a sum of times in whole seconds, as the wire has it. It is cut once, after adding up."""
    return milliseconds // 1000
