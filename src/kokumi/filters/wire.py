"""Filters as the wire has them, parsed into the tree (docs/spec/filters.md)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeGuard
from uuid import UUID

from pydantic.config import JsonDict

from kokumi.domain.columns import COLUMNS, camel_case, column
from kokumi.domain.numbers import shortest
from kokumi.errors import BadRequestError
from kokumi.filters.bounds import (
    MAX_AT_LEAST,
    MAX_CONDITIONS,
    MAX_NAME_LENGTH,
    MAX_PATTERN_LENGTH,
    MAX_VALUE_LENGTH,
    MAX_VALUES,
    check_conditions,
    check_value,
    check_values,
)
from kokumi.filters.tree import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    ExternalReferrer,
    Filters,
    FilterScope,
    IsEventType,
    Operator,
    Whole,
)

EVENT_TYPE = "eventType"
CONTROLS = ("match", "scope", "segment", "cohort", "excludeBounce")
_DIGITS = "0123456789"

_VALUE_SCHEMA: JsonDict = {
    "anyOf": [
        {"type": "string"},
        {"type": "number"},
        {
            "type": "array",
            "items": {"anyOf": [{"type": "string", "maxLength": MAX_VALUE_LENGTH}, {"type": "number"}]},
            "minItems": 1,
            "maxItems": MAX_VALUES,
        },
        {"type": "null"},
    ]
}
FILTERS_SCHEMA: JsonDict = {
    **{each.name: {**_VALUE_SCHEMA, "description": each.label} for each in COLUMNS},
    EVENT_TYPE: {**_VALUE_SCHEMA, "description": "1: page views; 2: custom events"},
    "match": {"enum": ["all", "any", None], "description": "Whether all conditions must hold, or any."},
    "scope": {
        "enum": [*(each.value for each in FilterScope), None],
        "description": "What the conditions choose: single events, whole visits, or whole sessions.",
    },
    "segment": {"type": ["string", "null"], "format": "uuid", "description": "A saved segment."},
    "cohort": {"type": ["string", "null"], "format": "uuid", "description": "A saved cohort."},
    "excludeBounce": {"type": ["boolean", "string", "null"], "description": "Only visits of several views."},
}
"""JSON schema of each filter, for the reference."""

SAVED_SCHEMA: JsonDict = {
    "properties": {
        "filters": {
            "type": "array",
            "description": "Conditions on events.",
            "maxItems": MAX_CONDITIONS,
            "items": {
                "type": "object",
                "required": ["name"],
                "properties": {
                    "name": {
                        "enum": [*(each.name for each in COLUMNS), EVENT_TYPE],
                        "description": "The field.",
                    },
                    "operator": {
                        "enum": [each.value for each in Operator],
                        "default": Operator.EQ.value,
                        "description": "How the field is compared with the value.",
                    },
                    "value": {**_VALUE_SCHEMA, "description": "The value, or a list of values."},
                },
            },
        },
        "match": {
            "enum": ["all", "any"],
            "default": "all",
            "description": "Whether all conditions must hold, or any.",
        },
        "scope": {
            "enum": [each.value for each in FilterScope],
            "default": FilterScope.EVENT.value,
            "description": "What the conditions choose: single events, whole visits, or whole sessions.",
        },
        "dateRange": {
            "type": "string",
            "description": "Of a cohort: `range:<ms>:<ms>`, `<n><unit>` such as `30day`, or `all`.",
            "default": "all",
        },
        "action": {
            "type": "object",
            "description": "Of a cohort: what its visitors did; compared literally.",
            "required": ["type", "value"],
            "properties": {
                "type": {
                    "enum": ["path", "event"],
                    "description": "`path`: a page view; `event`: a custom event.",
                },
                "value": {
                    "type": "string",
                    "maxLength": MAX_VALUE_LENGTH,
                    "description": "The path or the event's name.",
                },
                "atLeast": {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": MAX_AT_LEAST,
                    "default": 1,
                    "description": "How many such events a session has at least.",
                },
                "negated": {
                    "type": "boolean",
                    "default": False,
                    "description": "Whether the other sessions are kept instead.",
                },
            },
        },
    }
}
"""JSON schema of a saved segment's or cohort's parameters, for the reference."""

OPERATOR_SENTENCES = {
    Operator.EQ: "is one of the values, separated by commas; what a value without an operator means",
    Operator.NEQ: "is none of the values, separated by commas; keeps what is empty",
    Operator.CONTAINS: "contains the text, whatever the case; `%` and `_` are themselves",
    Operator.NOT_CONTAINS: "does not contain the text, whatever the case",
    Operator.MATCHES: f"the RE2 regular expression is found, whatever the case; at most {MAX_PATTERN_LENGTH} "
    "characters",
    Operator.NOT_MATCHES: "the RE2 regular expression is not found, whatever the case",
    Operator.SET: "is not empty; what follows the dot is ignored",
    Operator.NOT_SET: "is empty; what follows the dot is ignored",
}
"""What each operator says of a field, for people."""

_PREFIXED = re.compile(r"(eq|neq|c|dnc|re|nre|s|ns)\.(.*)", re.DOTALL)
_LISTED = (Operator.EQ, Operator.NEQ)
_PATTERNS = (Operator.MATCHES, Operator.NOT_MATCHES)
_VALUE_HINT = 'must be text, a number or a list of them, such as eq.US or ["US", "DE"]'


@dataclass(frozen=True, slots=True)
class _Test:
    """One condition as written: where, on which field, and what it compares with."""

    path: str
    name: str
    operator: Operator
    values: tuple[str, ...]


def parse_filters(filters: Mapping[str, object], path: str = "filters") -> Filters:
    """Return the tree of a request's `filters`; saved ones stay ids. Errors name what is inside `path`.

    Raises:
        BadRequestError: a name is unknown, a value has the wrong type, or there are too many; it says where.
    """
    _check_names(filters, path)
    written = [
        (key, name, value)
        for key, value in filters.items()
        if value is not None and (name := _field_name(key)) not in CONTROLS
    ]
    check_conditions(len(written), path or "filters")
    tests = [_test_of_text(_inside(path, key), name, value) for key, name, value in written]
    check_values(sum(len(test.values) for test in tests), path or "filters")
    controls = {camel_case(key): value for key, value in filters.items() if camel_case(key) in CONTROLS}
    return Filters(
        condition=group(
            tests,
            _match(controls.get("match"), _inside(path, "match")),
            _scope(controls.get("scope"), _inside(path, "scope")),
        ),
        segment=_id(controls.get("segment"), _inside(path, "segment")),
        cohort=_id(controls.get("cohort"), _inside(path, "cohort")),
        exclude_bounce=_flag(controls.get("excludeBounce"), _inside(path, "excludeBounce")),
    )


def parse_conditions(parameters: Mapping[str, object], path: str) -> Condition:
    """Return the tree of a saved filter's list `filters`, with its own `match` and `scope`.

    An entry of the list is `{name, operator, value}`.

    Raises:
        BadRequestError: an entry does not fit; it says where.
    """
    conditions = parameters.get("filters")
    if conditions is None:
        conditions = []
    if not isinstance(conditions, list):
        raise BadRequestError.at(f"{path}.filters", "must be a list of {name, operator, value}")
    check_conditions(len(conditions), f"{path}.filters")
    tests = [_test_of_entry(entry, f"{path}.filters.{index}") for index, entry in enumerate(conditions)]
    check_values(sum(len(test.values) for test in tests), f"{path}.filters")
    return group(
        tests,
        _match(parameters.get("match"), f"{path}.match"),
        _scope(parameters.get("scope"), f"{path}.scope"),
    )


def group(tests: Sequence[_Test], match: type[AllOf | AnyOf], scope: FilterScope) -> Condition:
    """Return the tests joined by `match`; event types and the rule on referrers always stay *and*.

    The rule on referrers is about single events. Statements about whole visits have their own.
    """
    if scope is not FilterScope.EVENT:
        compares = tuple(_compare(test) for test in tests if test.name != EVENT_TYPE)
        types = [_event_type(test) for test in tests if test.name == EVENT_TYPE]
        return AllOf((Whole(scope, match(compares)), *types))
    return _group_of_events(tests, match)


def _group_of_events(tests: Iterable[_Test], match: type[AllOf | AnyOf]) -> Condition:
    compares: list[Condition] = []
    always: list[Condition] = []
    for test in tests:
        if test.name == EVENT_TYPE:
            always.append(_event_type(test))
            continue
        compares.append(_compare(test))
        if test.name == "referrer" and ExternalReferrer() not in always:
            always.append(ExternalReferrer())
    return AllOf((match(tuple(compares)), *always))


def parse_condition(name: str, operator: Operator, values: Sequence[object]) -> Compare | IsEventType:
    """Return the condition on a field with literal values, as steps have it: nothing is split at commas.

    Raises:
        BadRequestError: there is no such field, or the values do not fit; its path is `field` or `value`.
    """
    literals = ("",) if operator in (Operator.SET, Operator.NOT_SET) else _literals(values, "value")
    test = _Test("value", _known(name, "field"), operator, literals)
    return _event_type(test) if test.name == EVENT_TYPE else _compare(test)


def _check_names(filters: Mapping[str, object], path: str) -> None:
    if any(len(name) > MAX_NAME_LENGTH for name in filters):
        raise BadRequestError.at(
            path or "filters", f"must have names of at most {MAX_NAME_LENGTH} characters"
        )


def _inside(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _test_of_text(path: str, name: str, value: object) -> _Test:
    if isinstance(value, list):
        return _Test(path, name, Operator.EQ, _literals(value, path))
    text = _text(value, path)
    prefixed = _PREFIXED.fullmatch(text)
    operator = Operator(prefixed[1]) if prefixed else Operator.EQ
    return _Test(path, name, operator, _split(operator, prefixed[2] if prefixed else text, path))


def _test_of_entry(entry: object, path: str) -> _Test:
    if not _is_object(entry):
        raise BadRequestError.at(path, "must be an object {name, operator, value}")
    name = entry.get("name")
    if not isinstance(name, str) or len(name) > MAX_NAME_LENGTH:
        raise BadRequestError.at(f"{path}.name", "must be the name of a filter")
    operator = _operator(entry.get("operator", "eq"), f"{path}.operator")
    value = entry.get("value", "" if operator in (Operator.SET, Operator.NOT_SET) else None)
    if isinstance(value, list):
        if operator not in _LISTED:
            raise BadRequestError.at(f"{path}.value", "may be a list for eq and neq only")
        return _Test(f"{path}.value", _known(name, f"{path}.name"), operator, _literals(value, path))
    text = _text(value, f"{path}.value")
    return _Test(
        f"{path}.value", _known(name, f"{path}.name"), operator, _split(operator, text, f"{path}.value")
    )


def _compare(test: _Test) -> Compare:
    found = column(test.name)
    if found is None:
        names = ", ".join(each.name for each in COLUMNS)
        raise BadRequestError.at(test.path, f"is not a filter; the filters are {names}, {EVENT_TYPE}")
    if test.operator in _PATTERNS and len(test.values[0]) > MAX_PATTERN_LENGTH:
        raise BadRequestError.at(test.path, f"must be at most {MAX_PATTERN_LENGTH} characters")
    return Compare(found, test.operator, test.values, test.path)


def _event_type(test: _Test) -> IsEventType:
    if test.operator not in _LISTED or not all(re.fullmatch(r"[0-9]{1,3}", each) for each in test.values):
        raise BadRequestError.at(test.path, "must be 1 (page views), 2 (custom events) or a list of them")
    return IsEventType(tuple(int(each) for each in test.values), test.operator is Operator.NEQ)


def _field_name(key: str) -> str:
    """Return the field of a name that may carry digits: `country1` is one more condition on `country`.

    Controls stand for themselves only: there is no `segment1`.
    """
    bare = camel_case(key.rstrip(_DIGITS))
    return camel_case(key) if bare in CONTROLS else bare


def _known(name: str, path: str) -> str:
    if camel_case(name) != EVENT_TYPE and column(_field_name(name)) is None:
        raise BadRequestError.at(path, f"{name} is not a filter")
    return _field_name(name)


def _split(operator: Operator, text: str, path: str) -> tuple[str, ...]:
    if operator in _LISTED:
        check_values(text.count(",") + 1, path)
    values = tuple(text.split(",")) if operator in _LISTED else (text,)
    for value in values:
        check_value(value, path)
    return values


def _literals(values: Sequence[object], path: str) -> tuple[str, ...]:
    if not values:
        raise BadRequestError.at(path, "must not be an empty list")
    check_values(len(values), path)
    texts = tuple(_text(value, path) for value in values)
    for text in texts:
        check_value(text, path)
    return texts


def _text(value: object, path: str) -> str:
    match value:
        case str():
            return value
        case bool():
            raise BadRequestError.at(path, _VALUE_HINT)
        case int() | float():
            return shortest(value)
        case _:
            raise BadRequestError.at(path, _VALUE_HINT)


def _match(value: object, path: str) -> type[AllOf | AnyOf]:
    match value:
        case None | "all":
            return AllOf
        case "any":
            return AnyOf
        case _:
            raise BadRequestError.at(path, "must be all or any")


def _scope(value: object, path: str) -> FilterScope:
    try:
        return FilterScope.EVENT if value is None else FilterScope(value)
    except ValueError:
        raise BadRequestError.at(path, "must be event, visit or session") from None


def _operator(value: object, path: str) -> Operator:
    try:
        return Operator(value)
    except ValueError:
        names = ", ".join(operator.value for operator in Operator)
        raise BadRequestError.at(path, f"must be one of {names}") from None


def _id(value: object, path: str) -> UUID | None:
    if value is None:
        return None
    try:
        return UUID(value if isinstance(value, str) else "")
    except ValueError:
        raise BadRequestError.at(path, "must be the id of a saved filter (a UUID)") from None


def _flag(value: object, path: str) -> bool:
    match value:
        case None:
            return False
        case bool():
            return value
        case str():
            return value not in ("", "0", "false")
        case _:
            raise BadRequestError.at(path, "must be true or false")


def _is_object(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, dict)
