"""Steps that events are tried against (docs/spec/steps.md)."""

import re
from collections.abc import Mapping
from decimal import Decimal

from oracle.errors import BadRequestError
from oracle.filters import ATTRIBUTE_OF, OPERATORS, Condition, compare, field_of, literal, pattern_fits
from oracle.model import CUSTOM_EVENT, NUMBER, PAGE_VIEW, STRING, Event

Step = Mapping[str, object]
MAX_ALTERNATIVES = 10
_ORDERED = ("gt", "gte", "lt", "lte")
_ON_PROPERTIES = ("eq", "neq", "c", "dnc", *_ORDERED, "s", "ns")
_AMOUNT = re.compile(r"\s*[+-]?[0-9]+(\.[0-9]+)?\s*")


def fits_step(event: Event, step: Step) -> bool:
    """Whether the event fits the step, or one of its alternatives, and meets all of its conditions."""
    alternatives = step.get("anyOf")
    if alternatives is None:
        return _fits_one(event, step)
    if not isinstance(alternatives, list) or not 1 <= len(alternatives) <= MAX_ALTERNATIVES or len(step) > 1:
        raise BadRequestError("1 to 10 steps, and nothing beside them")
    return any(_fits_one(event, each) for each in alternatives)


def shown(step: Step) -> dict[str, object]:
    """Return how answers name a step."""
    kind = "anyOf" if "anyOf" in step else step["type"]
    return {"type": kind, "value": step.get("value", "")}


def fits(event: Event, kind: str, pattern: str) -> bool:
    """Whether a page view fits a `path` pattern, or a custom event an `event` pattern.

    See docs/spec/patterns.md.
    """
    if kind == "path":
        return event.event_type == PAGE_VIEW and pattern_fits(pattern, event.path)
    if kind == "event":
        return event.event_type == CUSTOM_EVENT and pattern_fits(pattern, event.event_name)
    if kind == "any":
        return True
    raise BadRequestError(f"no kind of step: {kind}")


def _fits_one(event: Event, step: Step) -> bool:
    conditions = step.get("filters") or []
    if not isinstance(conditions, list):
        raise BadRequestError("filters of a step must be a list")
    met = [_meets(event, wanted) for wanted in conditions]
    return fits(event, str(step["type"]), str(step.get("value", ""))) and all(met)


def _meets(event: Event, wanted: Step) -> bool:
    operator = str(wanted["operator"])
    if "field" in wanted:
        return _field_meets(event, str(wanted["field"]), operator, wanted.get("value"))
    if operator not in _ON_PROPERTIES:
        raise BadRequestError(f"no such operator: {operator}")
    held = [(kind, text) for name, kind, text in event.properties if name == wanted["property"]]
    if operator in {"s", "ns"}:
        return bool(held) == (operator == "s")
    value = literal(wanted["value"])
    if operator in _ORDERED:
        return any(_is_ordered(number_of(kind, text), operator, value) for kind, text in held)
    return any(compare(text, operator, (value,)) for _, text in held)


def _field_meets(event: Event, name: str, operator: str, value: object) -> bool:
    if operator not in OPERATORS:
        raise BadRequestError(f"no such operator: {operator}")
    if isinstance(value, list) and (not value or operator not in {"eq", "neq"}):
        raise BadRequestError("a list fits eq and neq only")
    given = value if isinstance(value, list) else [value]
    literals = ("",) if operator in {"s", "ns"} else tuple(literal(each) for each in given)
    field = field_of(name)
    assert field in ATTRIBUTE_OF
    return Condition(field, operator, literals).holds(event)


def number_of(kind: int, text: str) -> Decimal | None:
    """Return the number that a property is: a stored number, or text that is one; else none."""
    if kind not in {NUMBER, STRING} or not _AMOUNT.fullmatch(text):
        return None
    return Decimal(text.strip())


def _is_ordered(number: Decimal | None, operator: str, value: str) -> bool:
    if not _AMOUNT.fullmatch(value):
        raise BadRequestError("neither a number nor text that is one")
    if number is None:
        return False
    wanted = Decimal(value.strip())
    orders = {
        "gt": number > wanted,
        "gte": number >= wanted,
        "lt": number < wanted,
        "lte": number <= wanted,
    }
    return orders[operator]
