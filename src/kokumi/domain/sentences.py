"""What is wrong with a value, in words for the person who sent it, from Pydantic's terms."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pydantic_core import ErrorDetails

_SENTENCES: Mapping[str, str] = {
    "missing": "is required",
    "string_type": "must be text",
    "string_too_short": "must be at least {min_length} characters",
    "string_too_long": "must be at most {max_length} characters",
    "string_pattern_mismatch": "must be letters, digits and . _ ~ - only, the first a letter or digit",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "int_parsing_size": "is too large a number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "finite_number": "must be a finite number",
    "decimal_type": "must be a number",
    "decimal_parsing": "must be a number",
    "greater_than": "must be greater than {gt}",
    "greater_than_equal": "must be at least {ge}",
    "less_than": "must be less than {lt}",
    "less_than_equal": "must be at most {le}",
    "uuid_type": "must be a UUID",
    "uuid_parsing": "must be a UUID",
    "enum": "must be {expected}",
    "literal_error": "must be {expected}",
    "list_type": "must be a list",
    "tuple_type": "must be a list",
    "dict_type": "must be an object",
    "mapping_type": "must be an object",
    "model_type": "must be an object",
    "model_attributes_type": "must be an object",
    "too_short": "must have at least {min_length} items",
    "too_long": "must have at most {max_length} items",
    "union_tag_not_found": "needs {discriminator} to tell what it is",
    "union_tag_invalid": "{discriminator} must be one of {expected_tags}",
    "none_required": "must be null",
    "extra_forbidden": "is not known here",
    "datetime_type": "must be a date and time",
    "datetime_parsing": "must be an ISO 8601 date and time",
    "datetime_from_date_parsing": "must be an ISO 8601 date and time",
    "timezone_aware": "must have an offset from UTC, such as Z",
}


_MEMBER = re.compile(r"<\w+\.\w+: ('[^']*')>")
"""How Pydantic shows a member of an enum; people send what stands in quotes."""


def sentence(error: ErrorDetails) -> str:
    """Return what the value must be; what is not in the table keeps a check's own words."""
    context = error.get("ctx", {})
    known = _SENTENCES.get(error["type"])
    if known is not None:
        return _MEMBER.sub(r"\1", known.format_map(context))
    if error["type"] == "value_error" and "error" in context:
        return str(context["error"])
    return "is not valid"
