"""Statements for people to read: long lines broken, and the values below as comments."""

from __future__ import annotations

import textwrap

from kokumi.sql.fragment import Fragment, rendered

_WIDTH = 108


def printed(statement: Fragment) -> str:
    """Return a statement and its values as text. It is not meant to be run as it is."""
    text, parameters = rendered(statement)
    values = "".join(f"-- {name} = {value!r}\n" for name, value in sorted(parameters.items()))
    dedented = textwrap.dedent(text.strip("\n")).rstrip()
    lines = "\n".join(part for line in dedented.splitlines() for part in _folded(line.rstrip()))
    return f"{lines}\n\n{values}"


def _folded(line: str) -> list[str]:
    """Return a line that is too long in several: one for each of the conditions joined by `and`."""
    if len(line) <= _WIDTH:
        return [line]
    parts, depth, start = [], 0, 0
    for place, letter in enumerate(line):
        depth += (letter == "(") - (letter == ")")
        if depth == 0 and line.startswith(" and ", place):
            parts.append(line[start:place])
            start = place + 1
    indent = " " * (len(line) - len(line.lstrip()) + 4)
    first, *others = [*parts, line[start:]]
    return [first, *(f"{indent}{part}" for part in others)]
