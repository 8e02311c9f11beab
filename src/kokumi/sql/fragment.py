"""SQL text together with the values bound in it.

In the text, `{name:Type}` stands for a value, which the engine binds, and `$name` for another fragment::

    sql(
        "select count() from events where website_id = {website:UUID} and $filtered",
        website=website_id,
        filtered=conditions,
    )

Fragments are made here and nowhere else, and only the event store takes them apart. `unchecked_sql` and
`rendered` are the two ways around that. The linter allows them in a few modules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple, TypeAlias
from uuid import UUID

Value: TypeAlias = str | int | float | UUID | tuple[str, ...] | tuple[int, ...]
"""What can be bound: the engine's `String`, integers, `Float64`, `UUID` and arrays."""

_PLACEHOLDER = re.compile(r"\{(\w+):([^}]+)\}")
_SLOT = re.compile(r"\$(\w+)")
_IDENTIFIER = re.compile(r"[a-z_][a-z0-9_]*")


class FragmentError(Exception):
    """A fragment was put together wrongly. This is a fault of the program, never of a request."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """SQL text and the values of its placeholders, which cannot be taken apart."""

    _text: str
    _parameters: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))

    def __str__(self) -> str:
        """Return the text, for people to read. The values are not in it."""
        return self._text

    def renamed(self, **names: str) -> Fragment:
        """Return the same fragment with other names for some of its values.

        A statement that holds one condition twice, with different values, needs it.

        Raises:
            FragmentError: the fragment has no value of that name.
        """
        _check("placeholder", frozenset(names), frozenset(names) & frozenset(self._parameters))
        text = _PLACEHOLDER.sub(lambda match: f"{{{names.get(match[1], match[1])}:{match[2]}}}", self._text)
        values = {names.get(name, name): value for name, value in self._parameters.items()}
        return Fragment(text, MappingProxyType(values))


class Rendered(NamedTuple):
    """A fragment as the engine takes it."""

    text: str
    parameters: Mapping[str, Value]


def sql(text: str, /, **parts: Value | Fragment) -> Fragment:
    """Return the fragment of a literal text, its `$slots` and `{placeholders}` filled.

    Raises:
        FragmentError: a part is missing or not used, or two parts bind one name to different values.
    """
    fragments = {name: part for name, part in parts.items() if isinstance(part, Fragment)}
    values = {name: part for name, part in parts.items() if not isinstance(part, Fragment)}
    _check("slot", slots(text), frozenset(fragments))
    _check("placeholder", frozenset(name for name, _ in _PLACEHOLDER.findall(text)), frozenset(values))
    filled = _SLOT.sub(lambda match: str(fragments[match[1]]), text)
    return Fragment(filled, _merged([values, *(rendered(part).parameters for part in fragments.values())]))


def unchecked_sql(text: str, /, **parts: Value | Fragment) -> Fragment:
    """Return the fragment of a text that the program put together itself.

    Whatever is in the text runs as SQL. Nothing that a request holds may ever get into it.
    """
    return sql(text, **parts)


def rendered(fragment: Fragment) -> Rendered:
    """Return a fragment's text and values apart, as the engine's client needs them."""
    return Rendered(fragment._text, fragment._parameters)  # noqa: SLF001 - the one place that may


def slots(text: str) -> frozenset[str]:
    """Return the names of a text's `$slots`."""
    return frozenset(_SLOT.findall(text))


def join(separator: str, fragments: Iterable[Fragment]) -> Fragment:
    """Return the fragments one after another, with a literal separator between them."""
    parts = [rendered(each) for each in fragments]
    return Fragment(separator.join(part.text for part in parts), _merged(part.parameters for part in parts))


def identifier(name: str) -> Fragment:
    """Return a name from the catalogue or the schema as SQL.

    Raises:
        FragmentError: it is not a plain lower-case identifier, so it cannot have come from there.
    """
    if not _IDENTIFIER.fullmatch(name):
        raise FragmentError(f"not an identifier: {name!r}")
    return Fragment(name)


def integer(value: int) -> Fragment:
    """Return a whole number that belongs to the text, such as the position of a bit."""
    return Fragment(f"{value:d}")


def _merged(parameters: Iterable[Mapping[str, Value]]) -> Mapping[str, Value]:
    merged: dict[str, Value] = {}
    for mapping in parameters:
        for name, value in mapping.items():
            if merged.setdefault(name, value) != value:
                raise FragmentError(f"parameter {name!r} is bound to two different values")
    return MappingProxyType(merged)


def _check(kind: str, wanted: frozenset[str], given: frozenset[str]) -> None:
    if wanted != given:
        raise FragmentError(f"{kind}s {sorted(wanted)} were given {sorted(given)}")
