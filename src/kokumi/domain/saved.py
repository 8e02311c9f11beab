"""What is kept by name beside the events: segments and cohorts, as they are stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from uuid import UUID


class FilterKind(Enum):
    """Whether a saved filter is a set of conditions, or chooses sessions by something they did.

    See docs/spec/filters.md#saved-filters.
    """

    SEGMENT = "segment"
    COHORT = "cohort"


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A segment or cohort of a website; `parameters` as the wire has them (docs/spec/filters.md)."""

    id: UUID
    website_id: UUID
    kind: FilterKind
    parameters: Mapping[str, object]
