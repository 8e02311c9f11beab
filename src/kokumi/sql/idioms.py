"""The few expressions over columns of `events` that several statements share."""

from __future__ import annotations

from kokumi.domain import channels
from kokumi.domain.times import TimeRange, day_of
from kokumi.sql.fragment import Fragment, join, sql

_LAST_DAY = 65_529
"""31 May 2149, in days since 1970: the end of the last month that the engine's `Date` holds all of.

Of the next one it takes some days for days of 1970, and it looks at the ends of a month's parts.
"""


def created_in(between: TimeRange, prefix: str = "") -> Fragment:
    """Return the condition that an event was created in a range.

    `prefix` keeps the parameters of two ranges in one statement apart.
    """
    instants, days = _instants(between, prefix), _days(between, prefix)
    return instants if days is None else join(" and ", [instants, days])


def created_near(between: TimeRange, prefix: str = "") -> Fragment:
    """Return a condition that holds for all events of a range, and for a few beside it.

    It costs nothing: the engine skips what it can and reads no times.
    """
    return _days(between, prefix) or _instants(between, prefix)


def _instants(between: TimeRange, prefix: str) -> Fragment:
    return sql(
        "created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')"
        " and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')",
        start=between.start,
        end=between.end,
    ).renamed(start=f"{prefix}start", end=f"{prefix}end")


def has_dates(between: TimeRange) -> bool:
    """Return whether `toDate(created_at)` names each day of a range, and the engine finds events by it."""
    return day_of(between.start) >= 0 and day_of(between.end) <= _LAST_DAY


def _days(between: TimeRange, prefix: str) -> Fragment | None:
    """Return what tells the engine the days of a range, by which the table is ordered; none beyond its dates.

    Without it a day reads its whole month: the engine does not derive the days from the instants.
    """
    if not has_dates(between):
        return None
    first, last = day_of(between.start), day_of(between.end)
    return sql(
        "indexHint(toDate(created_at) >= toDate({start_day:UInt16})"
        " and toDate(created_at) <= toDate({end_day:UInt16}))",
        start_day=first,
        end_day=max(last, 0),
    ).renamed(start_day=f"{prefix}start_day", end_day=f"{prefix}end_day")


def days_between(first: Fragment, last: Fragment) -> Fragment:
    """Return the days from one instant to another, both in epoch milliseconds, as numbers since 1970."""
    return sql(
        "range(toUInt16(intDiv($first, 86400000)), toUInt16(intDiv($last, 86400000)) + 1)",
        first=first,
        last=last,
    )


def packed(payload: Fragment) -> Fragment:
    """Return one number that orders as events do and carries 64 bits of an event with it.

    See docs/spec/events.md#order-of-events.

    From the top: milliseconds, the id (whose order as a number is that of its text), the payload. Arrays of
    numbers are collected and sorted several times faster than arrays of tuples. `time_of` and `payload_of`
    take them apart again. Shifting every event's parts would cost twice as much as multiplying them.
    """
    return sql(
        "toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192)"
        " + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + ($payload)",
        payload=payload,
    )


MOMENT = packed(sql("0"))
"""One number that orders as events do (docs/spec/events.md), and carries nothing."""


def time_of(number: Fragment) -> Fragment:
    """Return the epoch milliseconds of a packed number."""
    return sql("toInt64(bitShiftRight($number, 192))", number=number)


def payload_of(number: Fragment) -> Fragment:
    """Return the payload of a packed number."""
    return sql("toUInt64($number)", number=number)


def hashed(*columns: Fragment) -> Fragment:
    """Return 64 bits that stand for the values of columns.

    Each is hashed by itself first: of a column with few different values the engine then hashes only those.
    """
    single = [sql("cityHash64($column)", column=column) for column in columns]
    return single[0] if len(single) == 1 else sql("cityHash64($hashes)", hashes=join(", ", single))


EXTERNAL_REFERRER = sql(
    "(referrer != '' and if(startsWith(referrer, 'www.'), substring(referrer, 5), referrer)"
    " != if(startsWith(hostname, 'www.'), substring(hostname, 5), hostname))"
)
"""The event came from another site (docs/spec/events.md); an empty referrer is not external."""


def revenue_in(currency: str) -> Fragment:
    """Return an event's revenue in a currency of three capital letters, a decimal; 0 if it has none."""
    return amount_in(sql("{currency:String}", currency=currency))


def amount_in(currency: Fragment) -> Fragment:
    """Return an event's revenue in a currency that SQL names, but not as `code`: a decimal, 0 if none."""
    return sql(
        "arraySum(arrayMap((code, amount) -> if(code = $currency, toDecimal256(amount, 4), "
        "toDecimal256(0, 4)), revenue_currencies, revenue_amounts))",
        currency=currency,
    )


def channel() -> Fragment:
    """Return the name of the channel that an event came through, empty if none fits.

    See docs/spec/channels.md.
    """
    return sql(
        """
        multiIf(
            referrer = '' and query = '', 'direct',
            multiSearchAny(lowerUTF8(query), {paid_parameters:Array(String)}), 'paidAds',
            multiSearchAny($medium, ['referral', 'app', 'link']), 'referral',
            position($medium, 'affiliate') > 0, 'affiliate',
            position($medium, 'sms') > 0 or position(lowerUTF8(utm_source), 'sms') > 0, 'sms',
            multiSearchAny($marked_host, {search_hosts:Array(String)})
                or position($medium, 'organic') > 0, concat($prefix, 'Search'),
            multiSearchAny($marked_host, {social_hosts:Array(String)}), concat($prefix, 'Social'),
            multiSearchAny($marked_host, {email_hosts:Array(String)})
                or position($medium, 'mail') > 0, 'email',
            multiSearchAny($marked_host, {shopping_hosts:Array(String)})
                or position($medium, 'shop') > 0, concat($prefix, 'Shopping'),
            multiSearchAny($marked_host, {video_hosts:Array(String)})
                or position($medium, 'video') > 0, concat($prefix, 'Video'),
            $external, 'referral',
            '')
        """,
        paid_parameters=channels.PAID_PARAMETERS,
        search_hosts=_marked(channels.SEARCH),
        social_hosts=_marked(channels.SOCIAL),
        email_hosts=_marked(channels.EMAIL),
        shopping_hosts=_marked(channels.SHOPPING),
        video_hosts=_marked(channels.VIDEO),
        medium=_MEDIUM,
        prefix=_PAID_OR_ORGANIC,
        marked_host=_MARKED_HOST,
        external=EXTERNAL_REFERRER,
    )


_MEDIUM = sql("lowerUTF8(utm_medium)")
_PAID_OR_ORGANIC = sql(
    "if(startsWith($medium, 'p') or multiSearchAny($medium, ['ppc', 'retargeting', 'paid']),"
    " 'paid', 'organic')",
    medium=_MEDIUM,
)
# With a mark at each end, `.bing.com|` is found in `.www.bing.com|` but not in `.bing.com.example|`.
_MARKED_HOST = sql("concat('.', lowerUTF8(referrer), '|')")


def _marked(hosts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f".{host}" if host.endswith(".") else f".{host}|" for host in hosts)
