"""The lists that tell agents from people, as data files, and the patterns that are made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Literal, TypeAlias

from crawleruseragents import CRAWLER_USER_AGENTS_DATA

from kokumi.domain.agents import AgentKind

Pattern: TypeAlias = tuple[str, Literal["i"] | None, str, str, str]
"""What `ua_parser_rs.DeviceExtractor` takes: a regular expression, its flag, and what it says of a match.

The last three are the matched text, the operator and the kind.
"""

_MATCHED = "$1"
_NOBODY = "-"
"""Stands for an empty operator, which the matcher would take for one to be filled in."""

_TOOLS = frozenset({"monitoring", "scanner", "http-library", "browser-automation", "social-preview"})


def known() -> Iterator[Pattern]:
    """Return the patterns of the agents that are known by name."""
    return _read("known.tsv")


def traits() -> Iterator[Pattern]:
    """Return the patterns of what agents say of themselves that nobody has listed."""
    return _read("traits.tsv")


def crawlers() -> Iterator[Pattern]:
    """Return the patterns of the package crawler-user-agents, which compares them with the case as it is."""
    for each in CRAWLER_USER_AGENTS_DATA:
        kind = AgentKind.TOOL if _TOOLS.intersection(each["tags"]) else AgentKind.CRAWLER
        # The matcher knows no escaped slash.
        yield f"({each['pattern'].replace(chr(92) + '/', '/')})", None, _MATCHED, _NOBODY, kind


def assistants() -> tuple[tuple[str, str], ...]:
    """Return the hosts of assistants, each with its operator."""
    pairs = (line.split("\t") for line in _lines("assistants.tsv"))
    return tuple((host, operator) for host, operator in pairs)


def words_of_people() -> re.Pattern[str]:
    """Return a pattern for the words that are removed before others are looked for."""
    return re.compile("|".join(_lines("people.txt")), re.IGNORECASE)


def operator_of(text: str) -> str:
    """Return the operator of a match, empty if nobody is known."""
    return "" if text == _NOBODY else text


def _read(name: str) -> Iterator[Pattern]:
    for line in _lines(name):
        kind, operator, pattern = line.split("\t")
        yield f"({pattern})", "i", _MATCHED, operator or _NOBODY, AgentKind(kind)


def _lines(name: str) -> list[str]:
    text = files("kokumi.agents").joinpath("lists", name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
