"""Patterns of goals, funnel steps and journeys: `*` stands for any run of characters.

See docs/spec/patterns.md.
"""

from __future__ import annotations

import re

from kokumi.sql.fragment import Fragment, sql

_PIECE = re.compile(r"\\\*|\*|.", re.DOTALL)


def matches_pattern(value: Fragment, pattern: str, name: str) -> Fragment:
    """Return the condition that a text fits a pattern; `name` is the parameter's, unique in the statement."""
    pieces = _PIECE.findall(pattern)
    if "*" not in pieces:
        literal = "".join("*" if piece == r"\*" else piece for piece in pieces)
        return sql("$value = {text:String}", value=value, text=literal).renamed(text=name)
    like = "".join(map(_like, pieces))
    return sql("$value like {pattern:String}", value=value, pattern=like).renamed(pattern=name)


def _like(piece: str) -> str:
    match piece:
        case "*":
            return "%"
        case r"\*":
            return "*"
        case "%" | "_" | "\\":
            return "\\" + piece
        case _:
            return piece
