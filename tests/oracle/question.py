"""What all reports do first (docs/spec/requests.md): read the range and the zone, and find the events."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from oracle.errors import BadRequestError
from oracle.filters import Saved, World, camel
from oracle.model import CUSTOM_EVENT, PAGE_VIEW, Event, in_order
from oracle.times import Range, parse_range, zone_of

Name = TypeVar("Name", str, tuple[str, str])
Amount = TypeVar("Amount", int, Decimal)

Body = Mapping[str, object]
"""The body of a request as JSON has it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A request with the world it is asked of."""

    world: World
    span: Range
    filters: Mapping[str, object]
    parameters: Mapping[str, object]

    def filtered(self, span: Range | None = None) -> list[Event]:
        """Return the events that pass the filters, in the request's range or another, in order."""
        return self.world.filtered(self.filters, span or self.span)

    def unfiltered(self) -> list[Event]:
        """Return all events of types 1 and 2 in the request's range, in order."""
        return self.world.within(self.span)

    def visitor_of(self, span: Range | None = None, default: str = "session") -> dict[str, str]:
        """Return the visitor of each event, by the id of the event (docs/spec/visitors.md).

        The person of a session is the distinct id of its latest event with one, in the span that is read.
        """
        entity = self.parameters.get("entity", default)
        events = self.world.within(span or self.span)
        persons = {event.session_id: event.distinct_id for event in events if event.distinct_id}
        visitors = {}
        for event in events:
            person = persons.get(event.session_id)
            of = {
                "session": f"session {event.session_id}",
                "visit": f"visit {event.visit_id}",
                "person": f"person {person}" if person else f"session {event.session_id}",
            }
            if entity not in of:
                raise BadRequestError(f"no such entity: {entity}")
            visitors[event.event_id] = of[str(entity)]
        return visitors

    def text(self, name: str, default: str | None = None) -> str:
        """Return a parameter that is text."""
        value = self.parameters.get(name)
        if value is None:
            value = default
        if not isinstance(value, str):
            raise BadRequestError(f"{name} must be text")
        return value


def ask(
    events: Iterable[Event],
    body: Body,
    saved: Saved | None = None,
    *,
    reset_at_ms: int | None = None,
    now_ms: int = 0,
) -> Question:
    """Return the question of a body; only the website's own events of types 1 and 2 count.

    See docs/spec/events.md#event-types.
    """
    given = body["parameters"]
    filters = body.get("filters") or {}
    if not isinstance(given, Mapping) or not isinstance(filters, Mapping):
        raise BadRequestError("parameters and filters must be objects")
    parameters = {camel(name): value for name, value in given.items()}
    zone = zone_of(parameters.get("timezone"))
    span = parse_range(parameters.get("startDate"), parameters.get("endDate"), zone)
    own = [e for e in events if e.website_id == body["websiteId"]]
    counted = [e for e in own if e.event_type in {PAGE_VIEW, CUSTOM_EVENT}]
    world = World(tuple(in_order(counted)), saved or {}, reset_at_ms, now_ms, zone)
    return Question(world, span, filters, parameters)


def by_session(events: Iterable[Event]) -> dict[str, list[Event]]:
    """Return each session's events, in the order given."""
    sessions: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        sessions[event.session_id].append(event)
    return sessions


def by_visitor(events: Iterable[Event], visitor_of: Mapping[str, str]) -> dict[str, list[Event]]:
    """Return each visitor's events, in the order given."""
    visitors: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        visitors[visitor_of[event.event_id]].append(event)
    return visitors


def largest_first(values: Mapping[Name, Amount]) -> list[tuple[Name, Amount]]:
    """Return names and values by value, largest first, ties by name (docs/spec/requests.md#lists)."""
    return sorted(values.items(), key=lambda item: (-item[1], item[0]))
