"""Patterns of goals, funnel steps and journeys: `*` stands for any run of characters (SPEC 3)."""

from __future__ import annotations

import re

from kokumi.sql.fragment import Fragment, sql

_TOKEN = re.compile(r"\\\*|\*|.", re.DOTALL)


def matches_pattern(value: Fragment, pattern: str, name: str) -> Fragment:
    """Return the condition that a text fits a pattern; `name` is the parameter's, unique in the statement."""
    tokens = _TOKEN.findall(pattern)
    if "*" not in tokens:
        literal = "".join("*" if token == r"\*" else token for token in tokens)
        return sql(f"$value = {{{name}:String}}", value=value, **{name: literal})
    return sql(f"$value like {{{name}:String}}", value=value, **{name: "".join(map(_like, tokens))})


def _like(token: str) -> str:
    match token:
        case "*":
            return "%"
        case r"\*":
            return "*"
        case "%" | "_" | "\\":
            return "\\" + token
        case _:
            return token
