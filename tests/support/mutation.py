"""Requests that a stranger might make of a good one, drawn from a seed so that each can be made again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from random import Random
from typing import TypeAlias
from uuid import UUID

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

TEXTS = (
    "", " ", "\u0000", "\ud800", "\ufeff", "é" * 300, "a" * 501, "a" * 5000, "-" * 2000, "a/" * 1000,
    "../../etc/passwd", "//evil.example", "javascript:alert(1)", "http://[::1", "http://a:99999999/",
    "https://xn--/", "%", "%ff%fe", "%00", "*" * 200, "\\" * 99, "{x:String}", "$filtered",
    "'; drop table events --",
    "re.(a+)+$", "re.(", "re.((a{1,999}){1,999})",
    "eq." + "x," * 500, "nre.[", "s.", "ns.", "c.", "dnc.%_",
    "range:0:1", "range:-1:9999999999999999", "99999day", "0day", "all", "true", "null", "NaN", "Infinity",
    "2025-13-45T00:00:00Z", "2025-10-19", "0001-01-01", "9999-12-31T23:59:59.999Z", "1e400", "-0", "١٢٣",
    "2" * 400, "Europe/Berlin", "../UTC", "::ffff:1.2.3.4", "[2001:db8::1]:443", "1.2.3.4:99999",
    "fe80::1%eth0",
    "Mozilla/5.0 (" + "Aa" * 240, "Mozilla/5.0 " * 40, "(" * 500, "bot" * 160,
    "first-click", "00000000-0000-0000-0000-000000000000",
    "86d4095ca2a84fc89521103e858e2b41",
)  # fmt: skip
NUMBERS: tuple[int | float, ...] = (
    *(0, -1, 1, 2, 7, 8, 500, 501, 2**31, 2**53, 2**63 - 1, 2**63, 2**64, 10**30, -(10**30)),
    *(0.1, -0.0, 1e308, 5e-324, 1.5, 946_684_800, 4_102_444_800, 1_760_857_200_000),
)
NAMES = (
    *("websiteId", "type", "filters", "parameters", "country1", "match", "segment", "__proto__"),
    "path" * 99,
)


_RATE_OF_OTHER_DOCUMENTS = 0.02
_MAX_DEPTH = 1


@dataclass(frozen=True)
class Samples:
    """Good requests of one kind, and other values that may stand somewhere in them."""

    name: str
    good: Sequence[Json]

    def draw(self, random: Random) -> Json:
        """Return one of the good ones with a few changes."""
        document = deepcopy(random.choice(self.good))
        for _ in range(random.choice((0, 1, 1, 1, 2, 2, 3, 5))):
            document = mutated(document, random)
        return document


def mutated(document: Json, random: Random) -> Json:
    """Return the document with one change somewhere; it may change in place."""
    places = list(_places(document))
    if not places or random.random() < _RATE_OF_OTHER_DOCUMENTS:
        return nasty(random)
    random.choice(_CHANGES)(random.choice(places), random)
    return document


def nasty(random: Random, depth: int = 0) -> Json:
    """Return a value that few programs expect."""
    kinds = ("text", "text", "text", "number", "number", "word", "letters")
    match random.choice(kinds if depth > _MAX_DEPTH else (*kinds, "list", "object")):
        case "text":
            return random.choice(TEXTS)
        case "number":
            return random.choice(NUMBERS)
        case "word":
            return random.choice((None, True, False))
        case "letters":
            return "".join(_letter(random) for _ in range(random.randrange(40)))
        case "list":
            return [nasty(random, depth + 1) for _ in range(random.choice((0, 1, 2, 9, 40)))]
        case _:
            return {random.choice(NAMES): nasty(random, depth + 1) for _ in range(random.randrange(5))}


def _letter(random: Random) -> str:
    return chr(random.choice((random.randrange(32, 127), random.randrange(0x11_0000))))


def as_json(value: object) -> Json:
    """Return a value as it is once it has been through JSON."""
    copy: Json = json.loads(json.dumps(value))
    return copy


def text_of(document: Json) -> bytes:
    """Return a document as a client would send it, half surrogates as escapes."""
    return json.dumps(document).encode()


@dataclass(frozen=True)
class Member:
    """A place in an object."""

    parent: dict[str, Json]
    name: str

    def replace(self, value: Json) -> None:
        """Put a value in its place."""
        self.parent[self.name] = value

    def remove(self) -> None:
        """Take it out."""
        del self.parent[self.name]

    def rename(self, random: Random) -> None:
        """Give it another name."""
        others = (self.name.upper(), f"{self.name}1", f" {self.name}", self.name * 40, random.choice(NAMES))
        self.parent[random.choice(others)] = self.parent.pop(self.name)

    @property
    def value(self) -> Json:
        """What is there."""
        return self.parent[self.name]


@dataclass(frozen=True)
class Item:
    """A place in a list."""

    parent: list[Json]
    index: int

    def replace(self, value: Json) -> None:
        """Put a value in its place."""
        self.parent[self.index] = value

    def remove(self) -> None:
        """Take it out."""
        del self.parent[self.index]

    def rename(self, random: Random) -> None:
        """Put something before it, which gives it another index."""
        self.parent.insert(self.index, nasty(random))

    @property
    def value(self) -> Json:
        """What is there."""
        return self.parent[self.index]


Place: TypeAlias = Member | Item


def _places(document: Json) -> Iterator[Place]:
    match document:
        case dict():
            for name, value in document.items():
                yield Member(document, name)
                yield from _places(value)
        case list():
            for index, value in enumerate(document):
                yield Item(document, index)
                yield from _places(value)


def _replace(place: Place, random: Random) -> None:
    place.replace(nasty(random))


def _remove(place: Place, _random: Random) -> None:
    place.remove()


def _rename(place: Place, random: Random) -> None:
    place.rename(random)


def _wrap(place: Place, random: Random) -> None:
    value = place.value
    for _ in range(random.choice((1, 2, 70))):
        value = [value]
    place.replace(value)


def _repeat(place: Place, random: Random) -> None:
    times, value = random.choice((2, 10, 30)), place.value
    place.replace(value * times if isinstance(value, str) else [value] * times)


_CHANGES: tuple[Callable[[Place, Random], None], ...] = (
    *(_replace, _replace, _replace),
    *(_remove, _rename, _wrap, _repeat),
)


def uuid(number: int) -> str:
    """Return a valid id."""
    return str(UUID(int=number, version=4))
