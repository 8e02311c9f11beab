"""Which events a request is about: the grammar of docs/spec/filters.md, applied to one event at a time."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from zoneinfo import ZoneInfo

from oracle.errors import BadRequestError, NotFoundError
from oracle.model import PAGE_VIEW, Event, has_external_referrer, shortest
from oracle.times import Range, saved_range

ATTRIBUTE_OF = {
    "path": "path",
    "referrer": "referrer",
    "title": "title",
    "query": "query",
    "browser": "browser",
    "os": "os",
    "device": "device",
    "country": "country",
    "region": "region",
    "city": "city",
    "hostname": "hostname",
    "tag": "tag",
    "event": "event_name",
    "language": "language",
    "screen": "screen",
    "distinctId": "distinct_id",
    "utmSource": "utm_source",
    "utmMedium": "utm_medium",
    "utmCampaign": "utm_campaign",
    "utmContent": "utm_content",
    "utmTerm": "utm_term",
    "eventType": "event_type",
}
OPERATORS = ("eq", "neq", "c", "dnc", "re", "nre", "s", "ns")
CONTROLS = ("match", "scope", "segment", "cohort", "excludeBounce")
NEGATIVE = {"neq": "eq", "dnc": "c", "nre": "re", "ns": "s"}
"""What each negative operator denies."""
MAX_EXPRESSION = 500

Saved = Mapping[str, Mapping[str, object]]
"""What is saved on the website: id -> {type: segment | cohort, parameters: {filters, match, ...}}."""


def camel(name: str) -> str:
    """Return a name in camel case: `utm_source` and `utm-source` are `utmSource` (docs/spec/requests.md)."""
    return re.sub(r"[-_]([a-z0-9])", lambda found: found[1].upper(), name)


def attribute_of(name: str) -> str:
    """Return the attribute of an event that a field name of the wire stands for."""
    try:
        return ATTRIBUTE_OF[camel(name)]
    except KeyError:
        raise BadRequestError(f"no such field: {name}") from None


@dataclass(frozen=True, slots=True)
class Condition:
    """One field, one operator, and the values it is compared with (several for eq and neq only)."""

    field: str
    operator: str
    values: tuple[str, ...]

    def holds(self, event: Event) -> bool:
        """Whether the event meets the condition (docs/spec/filters.md)."""
        return compare(event.text(ATTRIBUTE_OF[self.field]), self.operator, self.values)


def compare(text: str, operator: str, values: tuple[str, ...]) -> bool:
    """Whether the text meets the operator; `c`, `dnc`, `re`, `nre` ignore case (docs/spec/filters.md)."""
    if operator in NEGATIVE:
        return not compare(text, NEGATIVE[operator], values)
    if operator == "eq":
        return text in values
    if operator == "s":
        return text != ""
    if operator == "c":
        return values[0].lower() in text.lower()
    return re.search(values[0], text, re.IGNORECASE) is not None


@dataclass(frozen=True, slots=True)
class Group:
    """Conditions joined by *and*, or by *or* where `match` is `any` (docs/spec/filters.md#match)."""

    conditions: tuple[Condition, ...]
    match: str = "all"
    scope: str = "event"

    def choose(self, events: list[Event]) -> list[Event]:
        """Return which of all events that are read pass (docs/spec/filters.md#scope)."""
        if self.scope == "event":
            return [event for event in events if self.passes(event)]
        whole: dict[str, list[Event]] = {}
        for event in events:
            whole.setdefault(self._whole(event), []).append(event)
        chosen = {name for name, its in whole.items() if self._is_true_of(its)}
        types = [each for each in self.conditions if each.field == "eventType"]
        return [e for e in events if self._whole(e) in chosen and all(each.holds(e) for each in types)]

    def _whole(self, event: Event) -> str:
        if self.scope not in {"visit", "session"}:
            raise BadRequestError(f"no such scope: {self.scope}")
        return event.visit_id if self.scope == "visit" else event.session_id

    def _is_true_of(self, events: list[Event]) -> bool:
        statements = [
            _is_true(condition, events) for condition in self.conditions if condition.field != "eventType"
        ]
        if not statements:
            return True
        return any(statements) if self.match == "any" else all(statements)

    def passes(self, event: Event) -> bool:
        """Whether the event passes the group; event types and the rule on referrers are always demanded."""
        if any(c.field == "referrer" for c in self.conditions) and not (
            event.referrer == "" or has_external_referrer(event)
        ):
            return False
        if not all(c.holds(event) for c in self.conditions if c.field == "eventType"):
            return False
        joined = [c.holds(event) for c in self.conditions if c.field != "eventType"]
        if not joined:
            return True
        return any(joined) if self.match == "any" else all(joined)


def _is_true(condition: Condition, events: list[Event]) -> bool:
    """Whether a condition is true of a whole visit: of one event, or if it is negative, of every event."""
    looked_at = [
        event
        for event in events
        if condition.field != "referrer" or event.referrer == "" or has_external_referrer(event)
    ]
    holding = [condition.holds(event) for event in looked_at]
    return all(holding) if condition.operator in NEGATIVE else any(holding)


def literal(value: object) -> str:
    """Return a JSON text or number as text; anything else is the caller's fault."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise BadRequestError(f"neither text nor number: {value!r}")
    return value if isinstance(value, str) else shortest(Decimal(repr(value)))


def condition(field: str, operator: str, value: object) -> Condition:
    """Return the condition of a field; `eq` and `neq` split text at commas, a list is taken literally."""
    if isinstance(value, list):
        if not value or operator not in {"eq", "neq"}:
            raise BadRequestError(f"no list fits {field}")
        return Condition(field, operator, tuple(literal(item) for item in value))
    text = literal(value)
    if operator in {"re", "nre"}:
        _check_expression(text)
    return Condition(field, operator, tuple(text.split(",")) if operator in {"eq", "neq"} else (text,))


def _check_expression(text: str) -> None:
    if len(text) > MAX_EXPRESSION:
        raise BadRequestError("the regular expression is too long")
    try:
        re.compile(text)
    except re.error as fault:
        raise BadRequestError("not a regular expression") from fault


def wire_condition(name: str, value: object) -> Condition:
    """Return the condition that a filter of the wire means: `OPERATOR.value` or a bare value.

    See docs/spec/filters.md#values.
    """
    field = field_of(name)
    if isinstance(value, str):
        operator, dot, rest = value.partition(".")
        if dot and operator in OPERATORS:
            return condition(field, operator, rest)
    return condition(field, "eq", value)


def field_of(name: str) -> str:
    """Return the field of a filter name, which may carry digits: `country1` is `country`.

    See docs/spec/filters.md#names.
    """
    field = camel(name.rstrip("0123456789"))
    if field not in ATTRIBUTE_OF:
        raise BadRequestError(f"no such filter: {name}")
    return field


def saved_group(parameters: Mapping[str, object]) -> Group:
    """Return the conditions of a saved segment or cohort: one group with its own `match`.

    See docs/spec/filters.md#saved-filters.
    """
    rows = parameters.get("filters") or []
    if not isinstance(rows, list):
        raise BadRequestError("filters must be a list")
    conditions = [condition(field_of(row["name"]), row["operator"], row.get("value", "")) for row in rows]
    return Group(
        tuple(conditions), str(parameters.get("match") or "all"), str(parameters.get("scope") or "event")
    )


@dataclass(frozen=True, slots=True)
class World:
    """What surrounds a request: the website's events of types 1 and 2 in order, and its saved filters."""

    events: tuple[Event, ...]
    saved: Saved
    reset_at_ms: int | None
    now_ms: int
    zone: ZoneInfo

    def within(self, span: Range) -> list[Event]:
        """Return the events in the range, *unfiltered*."""
        bounds = span.since(self.reset_at_ms)
        return [event for event in self.events if event.created_at_ms in bounds]

    def saved_parameters(self, kind: str, identifier: object) -> Mapping[str, object]:
        """Return the parameters of a saved segment or cohort; of the other type it is not found.

        See docs/spec/filters.md#saved-filters.
        """
        found = self.saved.get(str(identifier))
        if found is None or found.get("type") != kind:
            raise NotFoundError(f"no {kind} {identifier}")
        parameters = found.get("parameters")
        return parameters if isinstance(parameters, Mapping) else {}

    def filtered(self, filters: Mapping[str, object], span: Range) -> list[Event]:
        """Return the events in the range that pass the filters of a request (docs/spec/filters.md)."""
        there = [(name, value) for name, value in filters.items() if value is not None]
        given = {camel(name): value for name, value in there}
        own = [wire_condition(name, value) for name, value in there if camel(name) not in CONTROLS]
        groups = [Group(tuple(own), str(given.get("match", "all")), str(given.get("scope", "event")))]
        if "segment" in given:
            groups.append(saved_group(self.saved_parameters("segment", given["segment"])))
        events = self.within(span)
        if "cohort" in given:
            members = self.members(self.saved_parameters("cohort", given["cohort"]))
            events = [event for event in events if event.session_id in members]
        if is_on(given.get("excludeBounce")):
            longer = visits_of_several_views(self.within(span))
            events = [event for event in events if event.visit_id in longer]
        for group in groups:
            passing = {event.event_id for event in group.choose(self.within(span))}
            events = [event for event in events if event.event_id in passing]
        return events

    def members(self, parameters: Mapping[str, object]) -> set[str]:
        """Return the sessions of a cohort: those with enough events that do it all, within its date range.

        Negated, it is the other sessions with an event there. See docs/spec/filters.md#cohorts.
        """
        span = saved_range(str(parameters.get("dateRange") or "all"), self.zone, self.now_ms)
        action = parameters["action"]
        if not isinstance(action, Mapping):
            raise BadRequestError("a cohort needs an action")
        attribute = attribute_of(action["type"])
        there = self.within(span)
        acted = Counter(
            event.session_id
            for event in saved_group(parameters).choose(there)
            if event.text(attribute) == action["value"]
        )
        enough = {session for session, count in acted.items() if count >= int(action.get("atLeast") or 1)}
        return {event.session_id for event in there} - enough if action.get("negated") else enough


def is_on(value: object) -> bool:
    """Whether `excludeBounce` is on: true, or any text but `false`, `0` and empty (docs/spec/filters.md)."""
    return value is True or (isinstance(value, str) and value not in {"false", "0", ""})


def visits_of_several_views(events: Iterable[Event]) -> set[str]:
    """Return the visits with more than one page view among the events."""
    views = Counter(event.visit_id for event in events if event.event_type == PAGE_VIEW)
    return {visit for visit, count in views.items() if count > 1}


def pattern_fits(pattern: str, text: str) -> bool:
    r"""Whether the text fits: `*` is any run of characters, `\*` a star, all else literal.

    See docs/spec/patterns.md.
    """
    pieces = re.findall(r"\\\*|\*|[^*]", pattern, re.DOTALL)
    expression = "".join(
        ".*" if piece == "*" else re.escape("*" if piece == r"\*" else piece) for piece in pieces
    )
    return re.fullmatch(expression, text, re.DOTALL) is not None
