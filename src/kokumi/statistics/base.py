"""What statistics share: parameters of none, and searching."""

from __future__ import annotations

from dataclasses import dataclass

from kokumi.sql.fragment import Fragment, sql


@dataclass(frozen=True, slots=True)
class NoParameters:
    """The parameters of a statistic that needs only a range."""


def searched(text: str, value: Fragment) -> Fragment:
    """Return the condition that a text contains another, case ignored; every text contains an empty one."""
    if not text:
        return sql("true")
    return sql("positionCaseInsensitiveUTF8($value, {search:String}) > 0", value=value, search=text)
