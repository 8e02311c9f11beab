"""A currency as a request names it (SPEC 4, revenue)."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field

Currency: TypeAlias = Annotated[
    str,
    Field(
        pattern=r"^[A-Za-z]{3}$", description="ISO 4217 code: three letters, in any case.", examples=["USD"]
    ),
    AfterValidator(str.upper),
]
