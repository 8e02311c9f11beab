"""Hypothesis strategies that draw what happened: few visitors, many coincidences.

Everything comes from small pools, so that drawn requests meet drawn events: equal times, the days on which
clocks change, text that an engine may trip over (`%`, `_`, `*`, a backslash, quotes, commas, capitals,
letters beyond ASCII, nothing at all), visits of a single page, referrers from inside and outside.
"""

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from oracle.model import ARRAY, BOOLEAN, CUSTOM_EVENT, DATE, NUMBER, PAGE_VIEW, SESSION_FIELDS, STRING, Event
from oracle.times import HOUR_MS, parse_instant, zone_of

WEBSITE = "aaaaaaaa-0000-4000-8000-000000000001"
OTHER_WEBSITE = "bbbbbbbb-0000-4000-8000-000000000002"
DAY_MS = 24 * HOUR_MS

MOMENTS = tuple(
    parse_instant(text, zone_of("UTC"), is_end=False)
    for text in (
        "2025-10-26T01:00:00Z",  # Berlin back to winter time
        "2025-03-30T01:00:00Z",  # Berlin on to summer time
        "2025-11-02T06:00:00Z",  # New York back, and Havana at midnight an hour before
        "2025-09-27T14:00:00Z",  # Auckland on
        "2025-04-24T22:00:00Z",  # Cairo on, at midnight
        "2024-02-29T12:00:00Z",  # a day that no other year has
    )
)
STARTS_MS = (
    0, 0, 0, 1, -1, 1_800_000, HOUR_MS, -HOUR_MS, 5 * HOUR_MS, DAY_MS, -DAY_MS, 2 * DAY_MS, 8 * DAY_MS,
    31 * DAY_MS, 32 * DAY_MS, -365 * DAY_MS, -366 * DAY_MS,
)  # fmt: skip
GAPS_MS = (0, 0, 1, 999, 1_000, 60_000, 60_001, 1_800_000, HOUR_MS, DAY_MS)

PATHS = (
    "/", "/", "/", "/a", "/a", "/A", "/a/b", "/a,b", "/100%", "/1_0", "/1x0", "/x*y", "/x/y", "/x\\y",
    "/x\\*y", '/"ü"', "",
)  # fmt: skip
NAMES = ("signup", "signup", "Signup", "purchase", "/a", "100%_off*", "it's, \\ü")
HOSTS = ("example.com", "www.example.com", "docs.example.com", "")
REFERRERS = (
    "", "", "example.com", "www.example.com", "google.com", "www.google.com", "t.co", "münchen.example",
)  # fmt: skip
POOLS = {
    "query": ("", "q=1", "utm_source=a&gclid=x", "Q=%20_"),
    "title": ("", "Home", "home", 'Über, "uns"', " 日本 ", "c.home", "a\\b"),
    "tag": ("", "variant-a", "variant_b", "%"),
    "utm_source": ("", "", "google", "Google", "a,b"),
    "utm_medium": ("", "", "cpc", "email", "paid_social", "organic"),
    "utm_campaign": ("", "", "october", "50%_off"),
    "utm_content": ("", "", "ad-1", "ä"),
    "utm_term": ("", "", "", "x y"),
    "gclid": ("", "", "", "g1"),
    "fbclid": ("", "", "", "f1"),
    "msclkid": ("", "", "", "m1"),
    "ttclid": ("", "", "", "t1"),
    "li_fat_id": ("", "", "", "l1"),
    "twclid": ("", "", "", "w1"),
}  # fmt: skip
SESSION_POOLS = {
    "browser": ("chrome", "safari", ""),
    "os": ("Mac OS", "Windows 10", ""),
    "device": ("desktop", "mobile", ""),
    "screen": ("1920x1080", "390x844", ""),
    "language": ("de-DE", "en-US", ""),
    "country": ("US", "DE", "us", ""),
    "region": ("US-CA", "DE-BE", ""),
    "city": ("São Paulo", "Tokyo", "new york", ""),
    "distinct_id": ("", "user-1", "User-2", "100%"),
}
PROPERTIES = (
    ("plan", STRING, "pro"),
    ("plan", STRING, "Pro_%"),
    ("plan", STRING, "a,b"),
    ("plan", STRING, ""),
    ("amount", NUMBER, "19.5"),
    ("amount", NUMBER, "9"),
    ("trial", BOOLEAN, "true"),
    ("trial", BOOLEAN, "false"),
    ("due", DATE, "2025-10-01T07:00:00Z"),
    ("tags", ARRAY, '["a","b"]'),
)
AMOUNTS = tuple(Decimal(text) for text in ("9.99", "0.1", "0.2", "100", "1234567.8901", "0", "-5"))
CURRENCIES = ("USD", "USD", "EUR", "JPY")

KINDS = (*(PAGE_VIEW,) * 8, *(CUSTOM_EVENT,) * 6, 3, 4, 5)
VISITS = (3, 4, 5, 6, 8, 2, 1, 0)


def session_id(visitor: int) -> str:
    """Return the session of one of the few visitors."""
    return f"{9 - visitor:08x}-5555-4555-8555-{visitor:012x}"


def event_id(place: int, number: int) -> str:
    """Return an id whose first half and second half order differently, as engines order by either."""
    return f"{place:08x}-0000-4000-8000-{1000 - number:012x}"


@st.composite
def sessions(draw: st.DrawFn) -> dict[str, str]:
    """Draw the attributes of a visitor."""
    return {name: draw(st.sampled_from(SESSION_POOLS[name])) for name in SESSION_FIELDS}


@st.composite
def details(draw: st.DrawFn) -> dict[str, str]:
    """Draw what an event carries besides its path or name; most events carry little."""
    names = draw(st.lists(st.sampled_from(sorted(POOLS)), max_size=4, unique=True))
    # The first value of a pool is nothing, which is drawn by not naming it here.
    return {name: draw(st.sampled_from(POOLS[name][1:])) for name in names} | {
        "hostname": draw(st.sampled_from(HOSTS)),
        "referrer": draw(st.sampled_from(REFERRERS)),
    }


@st.composite
def event_data(draw: st.DrawFn) -> tuple[tuple[str, int, str], ...]:
    """Draw an event's data: some properties, each name once."""
    drawn = draw(st.lists(st.sampled_from(PROPERTIES), max_size=3, unique_by=lambda row: row[0]))
    return tuple(sorted(drawn))


@st.composite
def sales(draw: st.DrawFn) -> tuple[tuple[str, Decimal], ...]:
    """Draw what an event earned: nothing, or one amount."""
    if draw(st.booleans()):
        return ()
    return ((draw(st.sampled_from(CURRENCIES)), draw(st.sampled_from(AMOUNTS))),)


@st.composite
def visits(draw: st.DrawFn, moment: int, visitors: dict[tuple[str, int], dict[str, str]]) -> list[Event]:
    """Draw one visit, a few events long; ids of visit and events are given later."""
    website = draw(st.sampled_from((WEBSITE,) * 5 + (OTHER_WEBSITE,)))
    visitor = draw(st.sampled_from((1, 1, 2, 3)))
    attributes = visitors[website, visitor]
    at = moment + draw(st.sampled_from(STARTS_MS))
    visit: list[Event] = []
    for _ in range(draw(st.sampled_from((2, 1, 1, 3, 4, 6)))):
        kind = draw(st.sampled_from(KINDS))
        named = {"event_name": draw(st.sampled_from(NAMES))} if kind == CUSTOM_EVENT else {}
        # A session's attributes are mostly, not always, those it had before.
        now = attributes if draw(st.integers(0, 9)) else draw(sessions())
        visit.append(
            Event(
                **(draw(details()) | now | named | {"path": draw(st.sampled_from(PATHS))}),
                event_id="",
                website_id=website,
                session_id=session_id(visitor),
                visit_id="",
                created_at_ms=at,
                event_type=kind,
                properties=draw(event_data()),
                revenue=draw(sales()),
            )
        )
        at += draw(st.sampled_from(GAPS_MS))
    return visit


@st.composite
def event_lists(draw: st.DrawFn, moment: int) -> list[Event]:
    """Draw the events of a few visits on two websites around a moment, in no particular order."""
    visitors = {
        (website, visitor): draw(sessions()) for website in (WEBSITE, OTHER_WEBSITE) for visitor in (1, 2, 3)
    }
    drawn = [draw(visits(moment, visitors)) for _ in range(draw(st.sampled_from(VISITS)))]
    named = [
        replace(event, visit_id=f"{number:08x}-7777-4777-8777-{100 - number:012x}")
        for number, visit in enumerate(drawn)
        for event in visit
    ]
    places = draw(st.permutations(range(len(named))))
    return [
        replace(event, event_id=event_id(place, number))
        for number, (event, place) in enumerate(zip(named, places, strict=True))
    ]
