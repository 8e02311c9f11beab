"""Events as rows of the store's tables: the columns, their types given once, and the values in that order."""

from __future__ import annotations

from dataclasses import dataclass

from kokumi.domain.agents import Fetch
from kokumi.domain.events import Event, Identification, Property

_TEXT = "String"
_WORD = "LowCardinality(String)"
_INSTANT = "DateTime64(3, 'UTC')"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the store; types are given with each insert, since asking the engine costs 2 ms."""

    name: str
    columns: tuple[str, ...]
    types: tuple[str, ...]


Row = tuple[object, ...]

_IDS = {"website_id": "UUID", "session_id": "UUID"}
_PROPERTIES = {
    "property_names": f"Array({_WORD})",
    "property_types": "Array(UInt8)",
    "property_values": f"Array({_TEXT})",
}
_EVENT_COLUMNS = {
    **_IDS,
    "visit_id": "UUID",
    "event_id": "UUID",
    "created_at": _INSTANT,
    "event_type": "UInt8",
    **dict.fromkeys(("event_name", "tag", "hostname", "path"), _WORD),
    "query": _TEXT,
    **dict.fromkeys(("title", "referrer"), _WORD),
    **dict.fromkeys(("referrer_path", "referrer_query"), _TEXT),
    **dict.fromkeys(("utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term"), _WORD),
    **dict.fromkeys(("gclid", "fbclid", "msclkid", "ttclid", "li_fat_id", "twclid"), _TEXT),
    **dict.fromkeys(("browser", "os", "device", "screen", "language", "country", "region", "city"), _WORD),
    "distinct_id": _TEXT,
    **_PROPERTIES,
    "revenue_currencies": f"Array({_WORD})",
    "revenue_amounts": "Array(Decimal(38, 4))",
}
_IDENTIFICATION_COLUMNS = {**_IDS, "created_at": _INSTANT, "distinct_id": _TEXT, **_PROPERTIES}

EVENTS = Table("events", tuple(_EVENT_COLUMNS), tuple(_EVENT_COLUMNS.values()))
IDENTIFICATIONS = Table(
    "identifications", tuple(_IDENTIFICATION_COLUMNS), tuple(_IDENTIFICATION_COLUMNS.values())
)
_AGENT_COLUMNS = {
    "website_id": "UUID",
    "event_id": "UUID",
    "created_at": _INSTANT,
    **dict.fromkeys(("kind", "operator", "name", "proof", "reporter", "hostname"), _WORD),
    "path": _TEXT,
    **dict.fromkeys(("referrer", "event_name"), _WORD),
    "status": "UInt16",
    "user_agent": _TEXT,
}
AGENTS = Table("agents", tuple(_AGENT_COLUMNS), tuple(_AGENT_COLUMNS.values()))


def event_row(event: Event) -> Row:
    """Return the values of an event in the order of `EVENTS.columns`."""
    page, source, visitor = event.page, event.source, event.visitor
    return (
        *(event.website_id, event.session_id, event.visit_id, event.event_id, event.created_at),
        *(int(event.type), event.name, event.tag, page.hostname, page.path, page.query, page.title),
        *(source.referrer, source.referrer_path, source.referrer_query),
        *(source.utm_source, source.utm_medium, source.utm_campaign, source.utm_content, source.utm_term),
        *(source.gclid, source.fbclid, source.msclkid, source.ttclid, source.li_fat_id, source.twclid),
        *(visitor.browser, visitor.os, visitor.device, visitor.screen, visitor.language),
        *(visitor.country, visitor.region, visitor.city, visitor.distinct_id),
        *_property_values(event.properties),
        [revenue.currency for revenue in event.revenue],
        [revenue.amount for revenue in event.revenue],
    )


def identification_row(identification: Identification) -> Row:
    """Return the values of an identification in the order of `IDENTIFICATIONS.columns`."""
    return (
        identification.website_id,
        identification.session_id,
        identification.created_at,
        identification.distinct_id,
        *_property_values(identification.properties),
    )


def agent_row(fetch: Fetch) -> Row:
    """Return the values of an agent's fetch in the order of `AGENTS.columns`."""
    agent = fetch.agent
    return (
        *(fetch.website_id, fetch.event_id, fetch.created_at),
        *(str(agent.kind), agent.operator, agent.name, str(fetch.proof), str(fetch.reporter)),
        *(fetch.hostname, fetch.path, fetch.referrer, fetch.event_name, fetch.status, fetch.user_agent),
    )


def _property_values(properties: tuple[Property, ...]) -> tuple[list[str], list[int], list[str]]:
    return (
        [each.name for each in properties],
        [int(each.type) for each in properties],
        [each.value for each in properties],
    )
