"""Which agent a user agent's text is of, or that it is a person's (docs/spec/agents.md#recognition)."""

from __future__ import annotations

import re
from functools import cache

import ua_parser
from ua_parser_rs import DeviceExtractor

from kokumi.agents import lists
from kokumi.domain.agents import PERSON, Agent, AgentKind

MAX_USER_AGENT = 500
"""How many characters of a user agent are read and stored."""

_MAX_NAME = 60

_ONE_PRODUCT = re.compile(r"[\w .\-():%!'+&]*(/v?[\w.\-+]*)?")
"""`node`, `Foo/1.0`, `Braze Sender 7f`: what people browse with says more of itself."""

_ODD = re.compile(r"[\w .-]+,|[^ ]{50,}\Z|\d+\b|[<(;]|[^|]*\||[^(]*\(\)")
"""What the texts of browsers do not look like: lists, no spaces, a number or a bracket at the start …"""

_NO_DEVICES = frozenset({"Spider", "Generic"})
"""Brands by which the library of devices calls crawlers, and what it has only guessed."""

_PRODUCT = re.compile(r"(?<![\w.-])[A-Za-z][\w.-]*(?=/)")
_BROWSERS = frozenset(
    {
        *("mozilla", "applewebkit", "chrome", "safari", "version", "mobile", "gecko", "firefox", "build"),
        *("http", "https", "trident", "edge", "edg", "opr", "opera", "electron", "text", "html", "chromium"),
    }
)
_HOST = re.compile(r"https?://(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)", re.IGNORECASE)


def read_agent(user_agent: str) -> Agent:
    """Return who a user agent's text is of: a program with its operator and name, or a person.

    Only the first `MAX_USER_AGENT` characters count. An empty text is a person's.
    """
    text = user_agent.strip()[:MAX_USER_AGENT]
    if not text:
        return PERSON
    found = _known().extract(text)
    if found is not None:
        operator = lists.operator_of(str(found.brand))
        return Agent(AgentKind(str(found.model)), operator, found.family[:_MAX_NAME])
    is_odd = _is_odd(text)
    if not is_odd and _others().extract(text) is None:
        return PERSON  # before the words of people are removed, which costs more than all else
    rest = _words_of_people().sub(" ", text)
    other = _others().extract(rest)
    if other is not None:
        return Agent(AgentKind(str(other.model)), _host(rest), _name(rest, other.family))
    if is_odd and rest.strip() and not _is_device(text):
        return Agent(AgentKind.TOOL, _host(rest), _name(rest, text))
    return PERSON


def _is_odd(text: str) -> bool:
    return bool(_ONE_PRODUCT.fullmatch(text) or _ODD.match(text))


def _is_device(text: str) -> bool:
    """Return whether the text names a device or a system, as old phones and apps do."""
    parsed = ua_parser.parse(text)
    return parsed.os is not None or (parsed.device is not None and parsed.device.brand not in _NO_DEVICES)


def _host(text: str) -> str:
    """Return the host of the address that crawlers give for questions, such as `example.com`."""
    found = _HOST.search(text)
    return found[1].lower()[:_MAX_NAME] if found else ""


def _name(text: str, matched: str) -> str:
    """Return the first product that no browser names; without one, the text that told the agent."""
    products = (match[0] for match in _PRODUCT.finditer(text))
    return next((each for each in products if each.lower() not in _BROWSERS), matched.strip())[:_MAX_NAME]


@cache
def _known() -> DeviceExtractor:
    """Return the patterns of known agents in one matcher.

    Python's engine needs quadratic time for some patterns, and anybody may choose a user agent. This matcher
    is made for long lists of them: it first finds the words in the text, then tries only the patterns that
    have these words, in linear time. It knows no look-around.
    """
    return DeviceExtractor(lists.known())


@cache
def _others() -> DeviceExtractor:
    return DeviceExtractor([*lists.crawlers(), *lists.traits()])


@cache
def _words_of_people() -> re.Pattern[str]:
    return lists.words_of_people()
