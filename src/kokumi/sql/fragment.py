"""A fragment of SQL is its text together with the values bound in it; the two never travel apart.

In the text, `{name:Type}` stands for a value, bound by the engine, and `$name` for another fragment::

    sql(
        "select count() from events where website_id = {website:UUID} and $filtered",
        website=website_id,
        filtered=conditions,
    )
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias
from uuid import UUID

Value: TypeAlias = str | int | float | UUID | tuple[str, ...] | tuple[int, ...]
"""What can be bound: the engine's `String`, integers, `Float64`, `UUID` and arrays."""

_PLACEHOLDER = re.compile(r"\{(\w+):[^}]+\}")
_SLOT = re.compile(r"\$(\w+)")


class FragmentError(Exception):
    """A fragment was put together wrongly: a fault of this program, never of a request."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """SQL text and the values of its placeholders."""

    text: str
    parameters: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))

    def __str__(self) -> str:
        return self.text


def sql(text: str, /, **parts: Value | Fragment) -> Fragment:
    """Return the fragment of a literal text, its `$slots` and `{placeholders}` filled.

    Raises:
        FragmentError: a part is missing or not used, or two parts bind one name to different values.
    """
    fragments = {name: part for name, part in parts.items() if isinstance(part, Fragment)}
    values = {name: part for name, part in parts.items() if not isinstance(part, Fragment)}
    _check("slot", slots(text), frozenset(fragments))
    _check("placeholder", frozenset(_PLACEHOLDER.findall(text)), frozenset(values))
    filled = _SLOT.sub(lambda match: fragments[match[1]].text, text)
    return Fragment(filled, merge([values, *(part.parameters for part in fragments.values())]))


def slots(text: str) -> frozenset[str]:
    """Return the names of a text's `$slots`."""
    return frozenset(_SLOT.findall(text))


def join(separator: str, fragments: Iterable[Fragment]) -> Fragment:
    """Return the fragments one after another, with a literal separator between them."""
    parts = list(fragments)
    return Fragment(separator.join(part.text for part in parts), merge(part.parameters for part in parts))


def identifier(name: str) -> Fragment:
    """Return a name from the catalogue or the schema as SQL.

    Raises:
        FragmentError: it is not a plain lower-case identifier, so it cannot have come from there.
    """
    if not re.fullmatch(r"[a-z_][a-z0-9_]*", name):
        raise FragmentError(f"not an identifier: {name!r}")
    return Fragment(name)


def merge(parameters: Iterable[Mapping[str, Value]]) -> Mapping[str, Value]:
    """Return all the parameters as one read-only mapping.

    Raises:
        FragmentError: a name is bound to two different values.
    """
    merged: dict[str, Value] = {}
    for mapping in parameters:
        for name, value in mapping.items():
            if merged.setdefault(name, value) != value:
                raise FragmentError(f"parameter {name!r} is bound to two different values")
    return MappingProxyType(merged)


def _check(kind: str, wanted: frozenset[str], given: frozenset[str]) -> None:
    if wanted != given:
        raise FragmentError(f"{kind}s {sorted(wanted)} were given {sorted(given)}")
