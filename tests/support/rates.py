"""Exchange rates without a database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kokumi.domain.rates import Rate, read_rates
from oracle.rates import BASE, RATES


class RatesInMemory:
    """Rates against a base."""

    def __init__(self, rates: Iterable[Rate], base: str = "EUR") -> None:
        self._rates = sorted(rates, key=lambda rate: (rate.currency, rate.day))
        self.base = base

    def between(self, first: int, last: int) -> Sequence[Rate]:
        """Return the rates of days in a range, and of each currency the latest one before it."""
        before = {rate.currency: rate for rate in self._rates if rate.day < first}
        return [*before.values(), *(rate for rate in self._rates if first <= rate.day <= last)]

    def since(self) -> Mapping[str, int]:
        """Return the day of each currency's first rate, in days since 1970."""
        return {rate.currency: rate.day for rate in reversed(self._rates)}


def rates_of_tests() -> RatesInMemory:
    """Return the rates that the oracle has."""
    lines = [f"{on},{currency},{rate}" for currency, known in RATES.items() for on, rate in known.items()]
    return RatesInMemory(read_rates(["date,currency,rate", *lines]), BASE)
