"""What statistics share: their kind of definition, and a few types of their answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypeAlias

from pydantic import Field

from kokumi.sql.fragment import Fragment, sql

Instant: TypeAlias = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
"""An instant in an answer, UTC, such as `2025-10-01T07:00:00Z`."""


@dataclass(frozen=True, slots=True)
class NoParameters:
    """The parameters of a statistic that needs only a range."""


def searched(text: str, value: Fragment) -> Fragment:
    """Return the condition that a text contains another, case ignored; every text contains an empty one."""
    if not text:
        return sql("true")
    return sql("positionCaseInsensitiveUTF8($value, {search:String}) > 0", value=value, search=text)
