"""A currency as a request names it (docs/spec/revenue.md#currency)."""

from __future__ import annotations

import re
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field

_CODE = re.compile(r"[A-Za-z]{3}")


def _capitals(code: str) -> str:
    if not _CODE.fullmatch(code):
        raise ValueError("must be the three letters of a currency, such as USD")
    return code.upper()


Currency: TypeAlias = Annotated[
    str,
    AfterValidator(_capitals),
    Field(
        description="ISO 4217 code: three letters, in any case.",
        examples=["USD"],
        json_schema_extra={"pattern": f"^{_CODE.pattern}$"},
    ),
]
"""Three letters in any case, which come in as capitals."""
