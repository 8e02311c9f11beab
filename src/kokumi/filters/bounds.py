"""Limits of the filters in one request. The engine plans a statement before any time limit begins."""

from __future__ import annotations

from kokumi.errors import BadRequestError

MAX_CONDITIONS = 50
"""Conditions of a request, with those of its segment and cohort. Saved ones have the same limit."""

MAX_VALUES = 1000
"""Values of all conditions of a request together. Saved conditions have the same limit."""

MAX_VALUE_LENGTH = 1000
"""Characters of one value. The collector stores no longer text in a field."""

MAX_PATTERN_LENGTH = 500
"""Characters of a regular expression (docs/spec/filters.md#operators)."""

MAX_AT_LEAST = 10**15
"""Events that a cohort may demand of a session, more than any has."""

MAX_PARAMETERS = 200
"""Parameters in the query of a request, whether they mean something or not."""

MAX_NAME_LENGTH = 50
"""Characters of a filter's name, with its digits."""


def check_conditions(count: int, path: str, among: str = "") -> None:
    """Raise BadRequestError if there are too many conditions. `among` says which ones are counted."""
    if count > MAX_CONDITIONS:
        raise BadRequestError.at(path, f"must have at most {MAX_CONDITIONS} conditions{among}")


def check_values(count: int, path: str, among: str = "") -> None:
    """Raise BadRequestError if a condition, or all conditions together, have too many values."""
    if count > MAX_VALUES:
        raise BadRequestError.at(path, f"must have at most {MAX_VALUES} values{among}")


def check_value(text: str, path: str) -> None:
    """Raise BadRequestError if a value is too long."""
    if len(text) > MAX_VALUE_LENGTH:
        raise BadRequestError.at(path, f"must have at most {MAX_VALUE_LENGTH} characters in each value")
