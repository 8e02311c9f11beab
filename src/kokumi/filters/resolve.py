"""Saved segments and cohorts looked up and put in the place of their ids (docs/spec/filters.md)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from kokumi.domain.saved import FilterKind, SavedFilter
from kokumi.domain.times import TimeRange, Unit, unit_range
from kokumi.domain.websites import Website
from kokumi.errors import BadRequestError, Detail, NotFoundError
from kokumi.filters.bounds import MAX_AT_LEAST, check_conditions, check_value, check_values
from kokumi.filters.tree import EVERYTHING, ActionType, AllOf, Cohort, Compare, Condition, Filters, Resolved
from kokumi.filters.wire import parse_conditions

_EXPLICIT = re.compile(r"range:(-?\d{1,15}):(-?\d{1,15})")
_RELATIVE = re.compile(r"(\d{1,5})(hour|day|week|month|year)")
_TOGETHER = ", with those of its segment and cohort"
_DATE_RANGE_HINT = "must be range:<ms>:<ms>, <n><unit> such as 30day, or all"


class SavedFilters(Protocol):
    """What resolving needs of whoever keeps the segments and cohorts."""

    def saved_filter(self, filter_id: UUID) -> SavedFilter | None:
        """Return the segment or cohort of that id, of whatever website."""


def resolve(filters: Filters, saved: SavedFilters, website: Website, now: int, zone: ZoneInfo) -> Resolved:
    """Return the filters with the saved ones in the place of their ids.

    Raises:
        NotFoundError: one does not exist, belongs to another website or is of the other kind.
        BadRequestError: together they have too many conditions or values.
    """
    segment: Condition = EVERYTHING
    cohort: Cohort | None = None
    if filters.segment:
        segment = parse_segment(_lookup(filters.segment, FilterKind.SEGMENT, saved, website).parameters)
    if filters.cohort:
        found = _lookup(filters.cohort, FilterKind.COHORT, saved, website)
        cohort = parse_cohort(found.parameters, now, zone, website.reset_at)
    resolved = Resolved(AllOf((filters.condition, segment)), cohort, filters.exclude_bounce)
    _check_size(resolved)
    return resolved


def parse_segment(parameters: Mapping[str, object], path: str = "parameters") -> Condition:
    """Return the conditions of a segment's parameters.

    Raises:
        BadRequestError: they do not fit; it says where.
    """
    return parse_conditions(parameters, path)


def parse_cohort(
    parameters: Mapping[str, object],
    now: int,
    zone: ZoneInfo,
    reset_at: int | None = None,
    path: str = "parameters",
) -> Cohort:
    """Return the cohort of its parameters, its range in the request's zone and not before a reset.

    Raises:
        BadRequestError: they do not fit; it says where.
    """
    action = parameters.get("action")
    if not isinstance(action, dict):
        raise BadRequestError.at(f"{path}.action", "must be an object {type, value}")
    if action.get("type") not in ("path", "event"):
        raise BadRequestError.at(f"{path}.action.type", "must be path or event")
    if not isinstance(action.get("value"), str):
        raise BadRequestError.at(f"{path}.action.value", "must be the path or event name, as text")
    check_value(action["value"], f"{path}.action.value")
    between = _date_range(parameters.get("dateRange"), now, zone, f"{path}.dateRange")
    if reset_at is not None:
        between = (between or TimeRange(reset_at, _END_OF_TIME)).clamped(reset_at)
    return Cohort(
        action=ActionType(action["type"]),
        value=action["value"],
        range=between,
        condition=parse_conditions(parameters, path),
        at_least=_at_least(action.get("atLeast"), f"{path}.action.atLeast"),
        negated=_negated(action.get("negated"), f"{path}.action.negated"),
    )


def _at_least(value: object, path: str) -> int:
    if value is None:
        return 1
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MAX_AT_LEAST:
        raise BadRequestError.at(path, f"must be a whole number from 1 to {MAX_AT_LEAST}")
    return value


def _negated(value: object, path: str) -> bool:
    if not isinstance(value, bool | None):
        raise BadRequestError.at(path, "must be true or false")
    return bool(value)


_END_OF_TIME = 253_402_300_799_999


def _date_range(text: object, now: int, zone: ZoneInfo, path: str) -> TimeRange | None:
    if text is None or text == "all":
        return None
    if not isinstance(text, str):
        raise BadRequestError.at(path, _DATE_RANGE_HINT)
    if explicit := _EXPLICIT.fullmatch(text):
        return TimeRange(int(explicit[1]), int(explicit[2]))
    if relative := _RELATIVE.fullmatch(text):
        try:
            return unit_range(int(relative[1]), Unit(relative[2]), now, zone)
        except (ValueError, OverflowError):
            raise BadRequestError.at(path, "must not reach back before the year 1") from None
    raise BadRequestError.at(path, _DATE_RANGE_HINT)


def _check_size(filters: Resolved) -> None:
    tests = filters.tests()
    values = sum(len(test.values) if isinstance(test, Compare) else len(test.types) for test in tests)
    check_conditions(len(tests), "filters", _TOGETHER)
    check_values(values, "filters", _TOGETHER)


def _lookup(filter_id: UUID, kind: FilterKind, saved: SavedFilters, website: Website) -> SavedFilter:
    found = saved.saved_filter(filter_id)
    if found is None or found.website_id != website.id or found.kind is not kind:
        detail = Detail(f"filters.{kind.value}", f"there is no {kind.value} of this id")
        raise NotFoundError(f"This website has no {kind.value} {filter_id}.", detail)
    return found
