"""What the statistics' routes are asked, from the query string: range, zone, filters.

See docs/spec/statistics.md#requests.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, TypeAlias
from zoneinfo import ZoneInfo

from fastapi import Depends, Query
from pydantic import AfterValidator
from starlette.requests import Request

from kokumi.api.wire.values import no_nul
from kokumi.domain.columns import camel_case, column
from kokumi.domain.events import MAX_PROPERTY_NAME
from kokumi.domain.times import MAX_ZONE, TimeRange, parse_instant, parse_zone
from kokumi.domain.validation import SPELLED
from kokumi.errors import BadRequestError
from kokumi.filters.bounds import (
    MAX_CONDITIONS,
    MAX_NAME_LENGTH,
    MAX_PARAMETERS,
    MAX_VALUE_LENGTH,
    check_conditions,
)
from kokumi.filters.tree import Filters
from kokumi.filters.wire import CONTROLS, EVENT_TYPE, FILTERS_SCHEMA, parse_filters
from kokumi.queries.comparison import Comparison
from kokumi.queries.query import EVER, EventSelection
from kokumi.statistics.intervals import Interval

_Milliseconds: TypeAlias = str | int
_START_OR_DATE = "In place of `startAt`: ISO 8601; without an offset it is local to `timezone`."
_END_OR_DATE = "In place of `endAt`: ISO 8601; a date alone means its last millisecond."

TimeZoneName: TypeAlias = Annotated[
    str, Query(max_length=MAX_ZONE, description="IANA name of the zone of days and local times.")
]


def filters_of(request: Request) -> Filters:
    """Return the filters of the query; a repeated name is one more condition, like a numbered one.

    Raises:
        BadRequestError: a value does not fit, or there are too many; it names the parameter.
    """
    found: dict[str, object] = {}
    given = request.query_params.multi_items()
    if len(given) > MAX_PARAMETERS:
        raise BadRequestError(f"The query must have at most {MAX_PARAMETERS} parameters.")
    for name, value in given:
        check_conditions(len(found) - len(CONTROLS), name)
        if "\0" in value:
            raise BadRequestError.at(name, "must not hold a NUL character")
        if camel_case(name) in CONTROLS:
            if value:
                found[camel_case(name)] = value
        elif _is_filter(name):
            found[_unused(name, found)] = value
    return parse_filters(found, "")


def selection_of_query(
    filters: Annotated[Filters, Depends(filters_of)],
    *,
    start_at: Annotated[
        _Milliseconds | None, Query(alias="startAt", description="Epoch milliseconds.")
    ] = None,
    end_at: Annotated[
        _Milliseconds | None, Query(alias="endAt", description="Epoch milliseconds, inclusive.")
    ] = None,
    start_date: Annotated[_Milliseconds | None, Query(alias="startDate", description=_START_OR_DATE)] = None,
    end_date: Annotated[_Milliseconds | None, Query(alias="endDate", description=_END_OR_DATE)] = None,
    timezone: TimeZoneName = "UTC",
) -> EventSelection:
    """Return the range, its zone and the filters that a request asks about.

    Raises:
        BadRequestError: an end is missing or no date, they are in the wrong order, or a filter is wrong.
    """
    zone = parse_zone(timezone)
    start = _instant({"startAt": start_at, "startDate": start_date}, zone, is_end=False)
    end = _instant({"endAt": end_at, "endDate": end_date}, zone, is_end=True)
    if end < start:
        raise BadRequestError.at("endAt" if end_at is not None else "endDate", "must not be before the start")
    # Nothing is stored outside of EVER, and there are no calendars for what is compared with a later range.
    return EventSelection(TimeRange(_within_ever(start), _within_ever(end)), zone, filters)


def _instant(given: Mapping[str, object], zone: ZoneInfo, *, is_end: bool) -> int:
    for name, value in given.items():
        if value is not None:
            return parse_instant(value, zone, name, is_end=is_end)
    raise BadRequestError.at(next(iter(given)), "is required: startAt and endAt, or startDate and endDate")


def _within_ever(instant: int) -> int:
    return min(max(instant, EVER.start), EVER.end)


def _is_filter(name: str) -> bool:
    if len(name) > MAX_NAME_LENGTH:
        return False
    bare = camel_case(name.rstrip("0123456789"))
    return bare == EVENT_TYPE or column(bare) is not None


def _unused(name: str, taken: Mapping[str, object]) -> str:
    number = 1
    unused = name
    while unused in taken:
        number += 1
        unused = f"{name}{number}"
    return unused


SelectionOf: TypeAlias = Annotated[EventSelection, Depends(selection_of_query)]
"""A route's parameter: range, zone and filters of the query."""

FiltersOf: TypeAlias = Annotated[Filters, Depends(filters_of)]
"""A route's parameter: the filters of the query."""

UnitOf: TypeAlias = Annotated[
    Interval | None,
    Query(description="Unit of the buckets; one too fine for the range becomes the finest that is not."),
]
_COMPARISONS = "`prev`: the range of equal length before; `yoy`: a year earlier."

CompareWith: TypeAlias = Annotated[Comparison, SPELLED, Query(description=_COMPARISONS)]

PerhapsCompareWith: TypeAlias = Annotated[
    Comparison | None, SPELLED, Query(description=f"{_COMPARISONS} None: no comparison.")
]


PropertyName: TypeAlias = Annotated[
    str,
    AfterValidator(no_nul),
    Query(alias="propertyName", max_length=MAX_PROPERTY_NAME, description="Name of a property."),
]

PerhapsEventName: TypeAlias = Annotated[
    Annotated[str, AfterValidator(no_nul)] | None,
    Query(
        alias="eventName",
        max_length=MAX_VALUE_LENGTH,
        description="Only events of this name, whatever the scope of the filters.",
    ),
]

PerhapsPropertyName: TypeAlias = Annotated[
    str,
    AfterValidator(no_nul),
    Query(
        alias="propertyName",
        max_length=MAX_PROPERTY_NAME,
        description="Name of a property; none: values of all of them.",
    ),
]


def _parameter(name: str, schema: object) -> dict[str, Any]:
    description = schema.get("description") if isinstance(schema, dict) else None
    text = {"type": "string"}
    shape = text if name in CONTROLS else {"type": "array", "items": text, "maxItems": MAX_CONDITIONS}
    return {"name": name, "in": "query", "required": False, "description": description, "schema": shape}


def filter_parameters(*, without: str = "") -> dict[str, Any]:
    """Return the filters as a route documents them, except one that the route declares itself.

    FastAPI cannot find them: a field may be repeated or numbered.
    """
    return {
        "parameters": [_parameter(name, schema) for name, schema in FILTERS_SCHEMA.items() if name != without]
    }


FILTER_PARAMETERS = filter_parameters()
