"""Short ways to write events and requests down, for tests."""

from decimal import Decimal
from itertools import count

from oracle.model import CUSTOM_EVENT, PAGE_VIEW, STRING, Event
from oracle.times import parse_instant, zone_of

SITE = "11111111-0000-4000-8000-000000000001"
OTHER_SITE = "22222222-0000-4000-8000-000000000002"
_numbers = count(1)


def ms(text: str, zone: str = "UTC") -> int:
    """Return the instant that a date text means in the zone."""
    return parse_instant(text, zone_of(zone), is_end=False)


def event(
    kind: int,
    at: int | str,
    session: str = "ann",
    *,
    visit: str = "",
    properties: tuple[tuple[str, int, str], ...] = (),
    revenue: tuple[tuple[str, Decimal], ...] = (),
    **texts: str,
) -> Event:
    """Return an event of our site; ids count up unless given, so of two at one time the first comes first."""
    event_id = f"00000000-0000-4000-8000-{next(_numbers):012}"
    named = {"event_id": event_id, "website_id": SITE, "hostname": "example.com"} | texts
    return Event(
        **named,
        session_id=session,
        visit_id=visit or f"{session}'s visit",
        created_at_ms=ms(at) if isinstance(at, str) else at,
        event_type=kind,
        properties=properties,
        revenue=revenue,
    )


def view(path: str, at: int | str, session: str = "ann", visit: str = "", **texts: str) -> Event:
    """Return a page view."""
    return event(PAGE_VIEW, at, session, visit=visit, properties=(), revenue=(), path=path, **texts)


def custom(name: str, at: int | str, session: str = "ann", visit: str = "", **texts: str) -> Event:
    """Return a custom event, on the start page unless told otherwise."""
    named = {"path": "/", "event_name": name} | texts
    return event(CUSTOM_EVENT, at, session, visit=visit, properties=(), revenue=(), **named)


def sale(amount: str, at: int | str, session: str = "ann", currency: str = "USD", **texts: str) -> Event:
    """Return a purchase."""
    named = {"path": "/", "event_name": "purchase"} | texts
    rows = ((currency, Decimal(amount)),)
    return event(CUSTOM_EVENT, at, session, visit="", properties=(), revenue=rows, **named)


def with_data(name: str, at: int | str, session: str = "ann", **data: str) -> Event:
    """Return a custom event that carries data of text."""
    properties = tuple((key, STRING, value) for key, value in data.items())
    return event(CUSTOM_EVENT, at, session, properties=properties, path="/", event_name=name)


def request(filters: dict[str, object] | None = None, /, **parameters: object) -> dict[str, object]:
    """Return the body of a request about the year 2025 unless told otherwise."""
    bounds = {"startDate": "2025-01-01", "endDate": "2025-12-31"}
    return {"websiteId": SITE, "filters": filters or {}, "parameters": bounds | parameters}
