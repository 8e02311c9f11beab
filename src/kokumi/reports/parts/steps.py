"""A step that events are tried against: a page view on a path, or a custom event of a name.

See docs/spec/funnel.md#steps.
"""

from __future__ import annotations

from enum import StrEnum

from kokumi.filters.patterns import matches_pattern
from kokumi.sql.fragment import Fragment, sql


class StepType(StrEnum):
    """Whether a step looks at page views or at custom events."""

    PATH = "path"
    EVENT = "event"


def fits_step(kind: StepType, pattern: str, name: str) -> Fragment:
    """Return the condition that an event fits a step; `name` is its parameter's, unique in the statement."""
    if kind is StepType.PATH:
        return sql("(event_type = 1 and $fits)", fits=matches_pattern(sql("path"), pattern, name))
    return sql("(event_type = 2 and $fits)", fits=matches_pattern(sql("event_name"), pattern, name))
