"""Types of answers that many queries share."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

Instant: TypeAlias = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
"""An instant in an answer, UTC, such as `2025-10-01T07:00:00Z`."""
