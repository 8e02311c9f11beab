"""An event as it is stored: one frozen record with its session's attributes, data and revenue.

See docs/spec/events.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from uuid import UUID

MAX_PROPERTY_NAME = 500
"""Characters of a property's name that a request may ask for; the collector keeps no longer one."""

MAX_PROPERTY_TEXT = 5000
"""Characters of a property's value that a request may ask for; the collector keeps no longer one."""


class EventType(IntEnum):
    """What kind of event a row is; reports look at page views and custom events only.

    See docs/spec/events.md#event-types.
    """

    PAGE_VIEW = 1
    CUSTOM = 2
    LINK = 3
    PIXEL = 4
    VITALS = 5


class PropertyType(IntEnum):
    """How a property's text is to be read, numbered as on the wire (docs/spec/events.md#event-data)."""

    TEXT = 1
    NUMBER = 2
    BOOLEAN = 3
    DATE = 4
    JSON = 5


@dataclass(frozen=True, slots=True)
class Property:
    """One flattened entry of an event's data: `cart.items.0`-like name, type, canonical text.

    The text is what filters compare with (docs/spec/events.md): numbers in shortest form, `true` or `false`,
    dates as ISO 8601 in UTC.
    """

    name: str
    type: PropertyType
    value: str


@dataclass(frozen=True, slots=True)
class Revenue:
    """An amount with four decimals in a currency of three capital letters (docs/spec/revenue.md)."""

    currency: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Visitor:
    """The attributes of a session that each of its events carries; missing text is empty.

    See docs/spec/events.md#missing-text.
    """

    browser: str = ""
    os: str = ""
    device: str = ""
    screen: str = ""
    language: str = ""
    country: str = ""
    region: str = ""
    city: str = ""
    distinct_id: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Where an event happened: the page's address in parts, and its title."""

    hostname: str = ""
    path: str = ""
    query: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the visitor came from: the referrer's address in parts, campaign values and click ids."""

    referrer: str = ""
    referrer_path: str = ""
    referrer_query: str = ""
    utm_source: str = ""
    utm_medium: str = ""
    utm_campaign: str = ""
    utm_content: str = ""
    utm_term: str = ""
    gclid: str = ""
    fbclid: str = ""
    msclkid: str = ""
    ttclid: str = ""
    li_fat_id: str = ""
    twclid: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One row of the event store. `created_at` is in epoch milliseconds, UTC."""

    website_id: UUID
    session_id: UUID
    visit_id: UUID
    event_id: UUID
    created_at: int
    type: EventType
    name: str = ""
    tag: str = ""
    page: Page = Page()
    source: Source = Source()
    visitor: Visitor = Visitor()
    properties: tuple[Property, ...] = ()
    revenue: tuple[Revenue, ...] = ()


@dataclass(frozen=True, slots=True)
class Identification:
    """What an `identify` call said of a session; later values replace earlier ones.

    See docs/spec/collecting.md#identification.
    """

    website_id: UUID
    session_id: UUID
    created_at: int
    distinct_id: str
    properties: tuple[Property, ...]
