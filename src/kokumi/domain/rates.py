"""Exchange rates, and the CSV that the operator brings them in (docs/spec/revenue.md#converted-revenue)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Protocol

from kokumi.errors import BadRequestError

RATE_DECIMALS = 20
"""Decimals that a rate may have."""
MAX_RATE = 10**12
"""No rate is as large. The engine multiplies amounts by rates in 256 bits, exactly."""

COLUMNS = ("date", "currency", "rate")
"""The columns of the CSV."""

_EPOCH = date(1970, 1, 1)
_CODE = re.compile(r"[A-Za-z]{3}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(rf"\d{{1,13}}(?:\.\d{{1,{RATE_DECIMALS}}})?")


@dataclass(frozen=True, slots=True)
class Rate:
    """What one unit of the base was worth in a currency from a day on, until the currency's next rate."""

    currency: str
    """Three capital letters."""
    day: int
    """A UTC day, in days since 1970."""
    value: Decimal
    """Units of the currency."""

    @property
    def date(self) -> date:
        """The day as a date."""
        return _EPOCH + timedelta(days=self.day)


class Rates(Protocol):
    """What converting needs of whoever keeps the rates."""

    @property
    def base(self) -> str:
        """The currency that all rates are about; its own rate is always 1."""

    def between(self, first: int, last: int) -> Sequence[Rate]:
        """Return the rates of days in a range, and of each currency the latest one before it."""

    def since(self) -> Mapping[str, int]:
        """Return the day of each currency's first rate, in days since 1970."""


@dataclass(frozen=True, slots=True)
class NoRates:
    """The rates of an installation whose operator has brought none."""

    base: str = "EUR"

    def between(self, _first: int, _last: int) -> Sequence[Rate]:
        """Return no rates."""
        return ()

    def since(self) -> Mapping[str, int]:
        """Return no days."""
        return {}


def read_rates(lines: Iterable[str]) -> Iterator[Rate]:
    """Yield the rates of a CSV with the columns `date,currency,rate` in any order.

    Raises:
        BadRequestError: a column is missing, or a value is not what it should be; it names the line.
    """
    rows = csv.DictReader(lines)
    missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        raise BadRequestError(f"The first line must name the columns {', '.join(COLUMNS)}.")
    for row in rows:
        try:
            yield _rate(*_values(row))
        except ValueError as error:
            raise BadRequestError(f"Line {rows.line_num}: {error}.") from None


def _values(row: Mapping[str, str | None]) -> Iterator[str]:
    if None in row:  # what the module `csv` calls values beyond the last column
        raise ValueError("it has more values than there are columns")
    return ((row[name] or "").strip() for name in COLUMNS)


def _rate(day: str, currency: str, number: str) -> Rate:
    if not _DAY.fullmatch(day):
        raise ValueError("the date must look like 2025-10-31")
    if not _CODE.fullmatch(currency):
        raise ValueError("the currency must have three letters")
    value = Decimal(number) if _NUMBER.fullmatch(number) else Decimal(0)
    if not 0 < value < MAX_RATE:
        raise ValueError(f"the rate must be a number over 0 with at most {RATE_DECIMALS} decimals")
    try:
        days = (date.fromisoformat(day) - _EPOCH).days
    except ValueError:
        raise ValueError(f"there is no day {day}") from None
    return Rate(currency.upper(), days, value)
