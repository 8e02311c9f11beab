"""What an event earned in one currency, or in all, converted (docs/spec/revenue.md#converted-revenue).

Conversion is exact. Amounts and rates are whole numbers of 256 bits: an amount in ten-thousandths, a rate
with 20 decimals. An amount times the rate of the asked currency, divided by its own rate, is rounded once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from kokumi.domain.rates import RATE_DECIMALS
from kokumi.queries.conversion import Quotes
from kokumi.sql.fragment import Fragment, join, sql
from kokumi.sql.idioms import amount_in, revenue_in

_FIELD = 100_000
"""Characters of one bound value. A server takes at most 128 KiB in each."""


@dataclass(frozen=True, slots=True)
class Earnings:
    """How a statement reads what events earned."""

    amount: Fragment
    """An event's revenue in the asked currency, a decimal; 0 if it has none."""
    gross: Fragment
    """The same without what is negative. With several currencies that is left out in each of them."""
    is_sale: Fragment
    """The condition that it has any."""


def earned_in(currency: str) -> Earnings:
    """Return what events earned in one currency."""
    amount = revenue_in(currency)
    return Earnings(
        amount=amount,
        gross=sql("greatest($amount, toDecimal256(0, 4))", amount=amount),
        is_sale=sql("has(revenue_currencies, {currency:String})", currency=currency),
    )


def earned_in_all(currency: str, quotes: Quotes) -> Earnings:
    """Return what events earned in all currencies that can be converted to one.

    An event looks its rates up by currency and day, in a table that the engine makes of the bound quotes.
    """
    amounts = sql(
        """
        arrayMap(
            -- Half to even: up if more than half is left, or if half is left and the whole is odd.
            share -> toDecimal256(
                share.3 + if(2 * abs(share.1 - share.2 * share.3) + abs(share.3) % 2 > share.2,
                    sign(share.1), 0), 4) / 10000,
            arrayMap(
                share -> (share.1, share.2, intDiv(share.1, share.2)),
                arrayMap(
                    each -> (toInt256($amount * 10000) * toInt256($rates[1]), toInt256($rates[2])),
                    arrayDistinct(revenue_currencies))))
        """,
        amount=amount_in(sql("each")),
        rates=_rates(sql("each"), currency, quotes),
    )
    return Earnings(
        amount=sql("arraySum($amounts)", amounts=amounts),
        gross=sql("arraySum(arrayFilter(each -> each > 0, $amounts))", amounts=amounts),
        is_sale=sql(
            "arrayExists(each -> $known, revenue_currencies)", known=_is_known(sql("each"), currency, quotes)
        ),
    )


def left_out(currency: str, quotes: Quotes) -> Fragment:
    """Return the currencies of an event's revenue that cannot be converted, an array."""
    return sql(
        "arrayFilter(each -> not $known, arrayDistinct(revenue_currencies))",
        known=_is_known(sql("each"), currency, quotes),
    )


_DAY = sql("toInt32(toDate32(created_at, 'UTC'))")


def _is_known(code: Fragment, currency: str, quotes: Quotes) -> Fragment:
    """Return the condition that an amount in a currency is in the asked one, or can be converted to it."""
    return sql(
        "($code = {currency:String} or $day >= transform(toString($code), {convertible:Array(String)},"
        " {convertible_since:Array(Int32)}, toInt32(10000000)))",
        code=code,
        currency=currency,
        day=_DAY,
        convertible=tuple(quotes.since),
        convertible_since=tuple(quotes.since.values()),
    )


def _rates(code: Fragment, currency: str, quotes: Quotes) -> Fragment:
    """Return two whole numbers as text: what an amount in a currency is to be multiplied and divided by.

    Nothing is left of an amount without a rate. (The engine's look-up has no numbers of 256 bits.)
    """
    return sql(
        "splitByChar(' ', if($code = {currency:String}, '1 1',"
        " transform(concat($code, toString($day)), $keys, $rates, '0 1')))",
        code=code,
        currency=currency,
        day=_DAY,
        keys=_bound("quoted", (f"{each.currency}{each.day}" for each in quotes.quotes)),
        rates=_bound("quotes", (f"{_whole(each.asked)} {_whole(each.own)}" for each in quotes.quotes)),
    )


def _whole(rate: Decimal) -> int:
    """Return a rate as a whole number of its smallest decimals."""
    return int(f"{rate:.{RATE_DECIMALS}f}".replace(".", ""))


def _bound(name: str, texts: Iterable[str]) -> Fragment:
    """Return an array of texts, in as many bound values as servers need for it."""
    bound = [
        sql("{texts:Array(String)}", texts=part).renamed(texts=f"{name}{number}")
        for number, part in enumerate(_parts(texts))
    ]
    return bound[0] if len(bound) == 1 else sql("arrayConcat($parts)", parts=join(", ", bound))


def _parts(texts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    part: list[str] = []
    size = 0
    for text in texts:
        if size + len(text) > _FIELD:
            yield tuple(part)
            part, size = [], 0
        part.append(text)
        size += len(text) + len("'',")
    yield tuple(part)
