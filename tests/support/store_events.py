"""The oracle's events put into the product's store, and its saved filters served: both see the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import NAMESPACE_OID, UUID, uuid4, uuid5

from kokumi.domain.events import (
    Event,
    EventType,
    Page,
    Property,
    PropertyType,
    Revenue,
    Source,
    Visitor,
)
from kokumi.domain.saved import FilterKind, SavedFilter
from kokumi.events.rows import EVENTS, event_row
from kokumi.events.store import EventWriter
from oracle.model import Event as OracleEvent


def as_uuid(text: str) -> UUID:
    """Return an id of the oracle's, which may be any text, as a UUID."""
    try:
        return UUID(text)
    except ValueError:
        return uuid5(NAMESPACE_OID, text)


def as_event(event: OracleEvent, websites: Mapping[str, UUID]) -> Event:
    """Return the product's event, on the website that stands for the oracle's."""
    return Event(
        website_id=websites[event.website_id],
        session_id=as_uuid(event.session_id),
        visit_id=as_uuid(event.visit_id),
        event_id=as_uuid(event.event_id),
        created_at=event.created_at_ms,
        type=EventType(event.event_type),
        name=event.event_name,
        tag=event.tag,
        page=Page(event.hostname, event.path, event.query, event.title),
        source=Source(
            event.referrer, event.referrer_path, event.referrer_query,
            event.utm_source, event.utm_medium, event.utm_campaign, event.utm_content, event.utm_term,
            event.gclid, event.fbclid, event.msclkid, event.ttclid, event.li_fat_id, event.twclid,
        ),
        visitor=Visitor(
            event.browser, event.os, event.device, event.screen, event.language,
            event.country, event.region, event.city, event.distinct_id,
        ),
        properties=tuple(Property(name, PropertyType(kind), value) for name, kind, value in event.properties),
        revenue=tuple(Revenue(currency, amount) for currency, amount in event.revenue),
    )  # fmt: skip


def insert(store: EventWriter, events: Iterable[OracleEvent], websites: Mapping[str, UUID]) -> None:
    """Store the events."""
    store.insert(EVENTS, [event_row(as_event(event, websites)) for event in events], token=str(uuid4()))


class SavedInMemory:
    """Segments and cohorts as the oracle has them: `{id: {type, parameters}}`."""

    def __init__(self, saved: Mapping[str, Mapping[str, object]], website_id: UUID) -> None:
        self._saved = {UUID(key): value for key, value in saved.items()}
        self._website_id = website_id

    def saved_filter(self, filter_id: UUID) -> SavedFilter | None:
        """Return the segment or cohort of that id."""
        found = self._saved.get(filter_id)
        if found is None:
            return None
        parameters = found["parameters"]
        assert isinstance(parameters, dict)
        return SavedFilter(filter_id, self._website_id, FilterKind(found["type"]), parameters)
