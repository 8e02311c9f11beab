"""The exchange rates of all tests, against the euro (docs/spec/revenue.md#converted-revenue)."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from oracle.model import Event
from oracle.times import parse_instant, zone_of

BASE = "EUR"
RATES: Mapping[str, Mapping[str, str]] = {
    "USD": {"2024-01-02": "1.25", "2025-03-28": "2", "2025-10-24": "1.1663", "2025-10-27": "1.1626"},
    "JPY": {"2025-03-30": "160", "2025-10-26": "177.83", "2025-11-03": "0.00000000000000000003"},
    "GBP": {"2025-10-01": "0.8"},
}
"""Of each currency the days on which its rate changed."""

_DAY_MS = 86_400_000


def rate(currency: str, instant_ms: int) -> Fraction | None:
    """Return the rate of the UTC day of an instant, or the latest earlier one, if there is any."""
    if currency == BASE:
        return Fraction(1)
    day = instant_ms // _DAY_MS * _DAY_MS
    known = [
        value
        for on, value in RATES.get(currency, {}).items()
        if parse_instant(on, zone_of(None), is_end=False) <= day
    ]
    return Fraction(known[-1]) if known else None


def converted(event: Event, code: str, currency: str) -> Decimal | None:
    """Return what an event earned in one currency, in another one; none if there is no rate for it."""
    amount = event.revenue_in(code)
    own, asked = rate(code, event.created_at_ms), rate(currency, event.created_at_ms)
    if amount is None or code == currency:
        return amount
    if own is None or asked is None:
        return None
    # Python rounds a fraction half to even.
    return Decimal(round(Fraction(amount) * asked / own * 10_000)) / 10_000
