"""The exchange rates that a statement needs, looked up before it is made.

See docs/spec/revenue.md#converted-revenue. The engine is asked which currencies earned something on which
days, and only the rates of those go into the statement: a table of rates may have hundreds of thousands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from kokumi.domain.rates import Rate, Rates
from kokumi.domain.times import TimeRange
from kokumi.sql.fragment import Fragment, sql

_ALWAYS = -10_000_000
"""A day before all events, since when the base has its rate."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """Which revenue is to be converted: into a currency, of events in a range."""

    currency: str
    range: TimeRange


@dataclass(frozen=True, slots=True)
class Quote:
    """The rates of a day: that of a currency, and that of the one to convert into."""

    currency: str
    day: int
    own: Decimal
    asked: Decimal


@dataclass(frozen=True, slots=True)
class Quotes:
    """What revenue is converted by."""

    since: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """The first day, in days since 1970, on which a currency can be converted."""
    quotes: Sequence[Quote] = ()
    """The rates of each currency on each day on which it earned something."""


NO_QUOTES = Quotes()


def convertible_since(currency: str, rates: Rates) -> dict[str, int]:
    """Return since when each currency can be converted into one: when both have a rate."""
    first = {**rates.since(), rates.base: _ALWAYS}
    if currency not in first:
        return {}
    return {code: max(day, first[currency]) for code, day in first.items() if code != currency}


def days_of_revenue(currencies: Iterable[str], read: Fragment) -> Fragment:
    """Return the query of the UTC days on which currencies earned something; rows `(currency, day)`."""
    return sql(
        """
        select distinct toString(arrayJoin(revenue_currencies)) as currency,
            toInt32(toDate32(created_at, 'UTC')) as day
        from events
        where $read and hasAny(revenue_currencies, {currencies:Array(String)})
            and currency in {currencies:Array(String)}
        """,
        read=read,
        currencies=tuple(currencies),
    )


def quotes_of(
    days: Iterable[tuple[str, int]], currency: str, since: Mapping[str, int], rates: Sequence[Rate], base: str
) -> Iterator[Quote]:
    """Yield the rates of currencies on days, each the latest one up to that day."""
    book = _Book([Rate(base, _ALWAYS, Decimal(1)), *(rate for rate in rates if rate.currency != base)])
    for code, day in days:
        if day >= since[code]:
            yield Quote(code, day, own=book.rate(code, day), asked=book.rate(currency, day))


class _Book:
    """Rates by currency, in the order of their days."""

    def __init__(self, rates: Iterable[Rate]) -> None:
        self._rates: dict[str, list[Rate]] = {}
        for rate in sorted(rates, key=lambda rate: rate.day):
            self._rates.setdefault(rate.currency, []).append(rate)

    def rate(self, currency: str, day: int) -> Decimal:
        """Return the rate of a day, which is known to have one."""
        rates = self._rates[currency]
        return rates[bisect_right(rates, day, key=lambda rate: rate.day) - 1].value
