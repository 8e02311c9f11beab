"""The oracle's front door: one function for all reports, and one that compares answers."""

import math
from collections.abc import Iterable, Mapping
from typing import Protocol

from oracle.attribution import attribution
from oracle.breakdown import breakdown
from oracle.experiment import experiment
from oracle.filters import Saved, camel
from oracle.funnel import funnel
from oracle.goals import goals
from oracle.journey import journey
from oracle.lifecycle import lifecycle
from oracle.model import Event
from oracle.question import Body
from oracle.retention import retention
from oracle.revenue import revenue
from oracle.stickiness import stickiness
from oracle.trend import trend
from oracle.utm import utm


class Report(Protocol):
    """What each report's module offers."""

    def __call__(
        self,
        events: Iterable[Event],
        body: Body,
        saved: Saved | None = None,
        *,
        reset_at_ms: int | None = None,
        now_ms: int = 0,
    ) -> object:
        """Return the answer to the body."""


REPORTS: Mapping[str, Report] = {
    "goal": goals,
    "goals": goals,
    "utm": utm,
    "utmFilters": utm,
    "breakdown": breakdown,
    "funnel": funnel,
    "journey": journey,
    "lifecycle": lifecycle,
    "retention": retention,
    "revenue": revenue,
    "stickiness": stickiness,
    "trend": trend,
    "attribution": attribution,
    "experiment": experiment,
}
TOLERANCE = 1e-6


def answer(
    report: str,
    events: Iterable[Event],
    body: Body,
    saved: Saved | None = None,
    *,
    reset_at_ms: int | None = None,
    now_ms: int = 0,
) -> object:
    """Return the right answer to `POST /api/reports/<report>` with that body, as JSON has it.

    See docs/spec/README.md#reports.
    """
    return REPORTS[camel(report)](events, body, saved, reset_at_ms=reset_at_ms, now_ms=now_ms)


def differences(expected: object, actual: object, path: str = "$") -> list[str]:
    """Return what is wrong with an answer, one line a fault; nothing if it is right.

    The expected keys must be there and there may be more; numbers agree to 1e-6; lists are complete and in
    order.
    """
    if isinstance(expected, Mapping):
        return _in_object(expected, actual, path)
    if isinstance(expected, (list, tuple)):
        return _in_list(expected, actual, path)
    if _is_number(expected) and _is_number(actual):
        if math.isclose(_number(expected), _number(actual), rel_tol=TOLERANCE, abs_tol=TOLERANCE):
            return []
    elif type(expected) is type(actual) and expected == actual:
        return []
    return [f"{path}: expected {expected!r}, got {actual!r}"]


def _in_object(expected: Mapping[str, object], actual: object, path: str) -> list[str]:
    if not isinstance(actual, Mapping):
        return [f"{path}: expected an object, got {actual!r}"]
    faults = []
    for key, value in expected.items():
        if key in actual:
            faults += differences(value, actual[key], f"{path}.{key}")
        else:
            faults.append(f"{path}.{key}: not there, expected {value!r}")
    return faults


def _in_list(expected: list[object] | tuple[object, ...], actual: object, path: str) -> list[str]:
    if not isinstance(actual, (list, tuple)):
        return [f"{path}: expected a list, got {actual!r}"]
    faults = []
    if len(expected) != len(actual):
        faults.append(f"{path}: expected {len(expected)} items, got {len(actual)}")
    for index, (left, right) in enumerate(zip(expected, actual, strict=False)):
        faults += differences(left, right, f"{path}[{index}]")
    return faults


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _number(value: object) -> float:
    return value if isinstance(value, (int, float)) else math.nan
