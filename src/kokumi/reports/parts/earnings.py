"""What an event earned in one currency, or in all, converted (docs/spec/revenue.md#converted-revenue).

Conversion is exact. Amounts and rates are whole numbers of 256 bits: an amount in ten-thousandths, a rate
with 20 decimals. An amount times the rate of the asked currency, divided by its own rate, is rounded once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from kokumi.domain.rates import RATE_DECIMALS, Rate, Rates
from kokumi.domain.times import TimeRange, day_of
from kokumi.queries.query import Subject
from kokumi.sql.fragment import Fragment, join, sql
from kokumi.sql.idioms import revenue_in

_FIELD = 100_000
"""Characters of one bound value. A server takes at most 128 KiB in each."""

_EARLIEST = -10_000_000
"""A day before all events, from which on the base has its rate."""


@dataclass(frozen=True, slots=True)
class Earnings:
    """How a statement reads what events earned."""

    amount: Fragment
    """An event's revenue in the asked currency, a decimal; 0 if it has none."""
    is_sale: Fragment
    """The condition that it has any."""
    gross: Fragment
    """The same without what is negative. With several currencies that is left out in each of them."""
    worth: Fragment | None = None
    """What stands in a statement's `with` before them, if anything: a scalar query and its name."""


def earned_in(currency: str) -> Earnings:
    """Return what events earned in one currency."""
    amount = revenue_in(currency)
    return Earnings(
        amount=amount,
        is_sale=sql("has(revenue_currencies, {currency:String})", currency=currency),
        gross=sql("greatest($amount, toDecimal256(0, 4))", amount=amount),
    )


def earned_in_all(currency: str, subject: Subject, reading: TimeRange) -> Earnings:
    """Return what events in a range earned in all currencies that can be converted to one.

    The rates that the events need are found once, in the order of their days and before anything else; an
    event then looks its own up by currency and day.
    """
    amounts = sql(
        """
        arrayMap(
            -- Half to even: up if more than half is left, or if half is left and the whole is odd.
            (units, asked, own, whole) -> toDecimal256(
                whole + if(2 * abs(units * asked - whole * own) + abs(whole) % 2 > own, sign(units), 0), 4)
                / 10000,
            $units, $asked, $own,
            arrayMap((units, asked, own) -> intDiv(units * asked, own), $units, $asked, $own))
        """,
        units=_UNITS,
        asked=_rates(currency, sql("worth.3"), unknown=sql("'0'")),
        own=_rates(currency, sql("worth.2"), unknown=sql("'1'")),
    )
    return Earnings(
        amount=sql("arraySum($amounts)", amounts=amounts),
        is_sale=sql(
            "arrayExists(code -> $known, revenue_currencies)", known=_is_known(sql("code"), currency)
        ),
        gross=sql("arraySum(arrayFilter(each -> each > 0, $amounts))", amounts=amounts),
        worth=_worth(currency, subject, reading),
    )


def left_out(currency: str) -> Fragment:
    """Return the currencies of an event's revenue that cannot be converted, an array."""
    return sql(
        "arrayFilter(code -> not $known, arrayDistinct(revenue_currencies))",
        known=_is_known(sql("code"), currency),
    )


def amount_of(code: Fragment) -> Fragment:
    """Return an event's revenue in a currency that SQL names, a decimal."""
    return sql(
        "arraySum(arrayMap((each, amount) -> if(each = $code, toDecimal256(amount, 4), toDecimal256(0, 4)),"
        " revenue_currencies, revenue_amounts))",
        code=code,
    )


# An event's revenue in each of its currencies, in ten-thousandths.
_UNITS = sql(
    "arrayMap(code -> toInt256($amount * 10000), arrayDistinct(revenue_currencies))",
    amount=amount_of(sql("code")),
)

_DAY = sql("toInt32(toDate32(created_at, 'UTC'))")


def _key(code: Fragment) -> Fragment:
    return sql("concat($code, toString($day))", code=code, day=_DAY)


def _is_known(code: Fragment, currency: str) -> Fragment:
    return sql(
        "($code = {currency:String} or transform($key, worth.1, worth.2, '') != '')",
        code=code,
        key=_key(code),
        currency=currency,
    )


def _rates(currency: str, rates: Fragment, *, unknown: Fragment) -> Fragment:
    """Return a rate for each of an event's currencies; 1 for the asked one, which so stays as it is."""
    return sql(
        "arrayMap(code -> toInt256("
        "if(code = {currency:String}, '1', transform($key, worth.1, $rates, $unknown))"
        "), arrayDistinct(revenue_currencies))",
        key=_key(sql("code")),
        rates=rates,
        unknown=unknown,
        currency=currency,
    )


def _worth(currency: str, subject: Subject, reading: TimeRange) -> Fragment:
    """Return the rates that a range's events need, as a scalar of a statement's `with`.

    `worth.1` has a key of currency and day, `worth.2` its rate, `worth.3` the rate of the asked currency.
    Where one of the two rates is not known, there is no key.
    """
    return sql(
        """
            -- What the currencies were worth on the days on which something was earned.
            (
                with
                    rates as
                    (
                        select line[1] as currency, toInt32(line[2]) as day, line[3] as rate
                        from (select splitByChar(' ', arrayJoin(splitByChar('\\n', $rates))) as line)
                    ),
                    earned as
                    (
                        select distinct toString(arrayJoin(revenue_currencies)) as currency, $day as day,
                            {currency:String} as wanted
                        from events
                        where $read and notEmpty(revenue_currencies)
                    )
                select
                (
                    groupArray(concat(earned.currency, toString(earned.day))),
                    groupArray(own.rate),
                    groupArray(asked.rate)
                )
                from earned
                asof join rates as own on earned.currency = own.currency and earned.day >= own.day
                asof join rates as asked on earned.wanted = asked.currency and earned.day >= asked.day
            ) as worth
        """,
        rates=_bound(_lines(subject.rates, reading)),
        day=_DAY,
        currency=currency,
        read=subject.select(reading, "rates_").unfiltered,
    )


def _lines(rates: Rates, reading: TimeRange) -> Iterator[str]:
    yield _line(Rate(rates.base, _EARLIEST, Decimal(1)))
    for rate in rates.between(day_of(reading.start), day_of(reading.end)):
        if rate.currency != rates.base:
            yield _line(rate)


def _line(rate: Rate) -> str:
    digits = f"{rate.value:.{RATE_DECIMALS}f}".replace(".", "")
    return f"{rate.currency} {rate.day} {digits}"


def _bound(lines: Iterable[str]) -> Fragment:
    """Return the lines as one text, bound in values of a size that servers take."""
    text = "\n".join(lines)
    parts = [text[at : at + _FIELD] for at in range(0, len(text), _FIELD)]
    bound = [
        sql("{rates:String}", rates=part).renamed(rates=f"rates{number}") for number, part in enumerate(parts)
    ]
    return bound[0] if len(bound) == 1 else sql("concat($parts)", parts=join(", ", bound))
