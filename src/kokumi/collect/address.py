"""Where an event happened and where its visitor came from: URLs in parts (docs/spec/wire.md#urls)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl

from ada_url import URL

from kokumi.domain.events import Page, Source
from kokumi.errors import BadRequestError

MAX_PART = 500
"""Characters kept of a path, a query string or a title."""
MAX_VALUE = 255
"""Characters kept of a campaign value or a click id."""

CAMPAIGN = ("utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term")
CLICK_IDS = ("gclid", "fbclid", "msclkid", "ttclid", "li_fat_id", "twclid")

_MAX_REMEMBERED = 1000
_NOWHERE = "https://localhost"
_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_STAYS_ESCAPED = frozenset(";/?:@&=+$,#\0")


@dataclass(frozen=True, slots=True)
class Address:
    """A page and its source as they are stored."""

    page: Page
    source: Source


def read_address(url: str | None, referrer: str, hostname: str, title: str, *, keep_hash: bool) -> Address:
    """Return the parts of a page's address and of its referrer's.

    `url` and `referrer` may be relative, to `hostname` if there is one. The path ends with the hash, if that
    is to be kept; the query is raw, without its question mark.

    Raises:
        BadRequestError: one of the two is no URL.
    """
    base = _base(hostname)
    page = None if url is None else _parse(url, base, "payload.url")
    source = _parse(referrer, base, "payload.referrer") if referrer else None
    return Address(
        Page(
            hostname=hostname or ("" if page is None or page.is_relative else page.host),
            path="" if page is None else _path(page.path + (page.hash if keep_hash else "")),
            query="" if page is None else page.query[:MAX_PART],
            title=_decoded(title, frozenset("\0"))[:MAX_PART],
        ),
        Source(
            referrer="" if source is None or (source.is_relative and not hostname) else source.host,
            referrer_path="" if source is None else _path(source.path),
            referrer_query="" if source is None else source.query[:MAX_PART],
            **({} if page is None else page.marks),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """A URL in parts: host without `www.`, path and hash escaped, query raw and without its mark."""

    host: str
    path: str
    query: str
    hash: str
    marks: Mapping[str, str]
    is_relative: bool


def _parse(text: str, base: str, path: str) -> _Parts:
    parts = _parts(text, base) if len(text) <= _MAX_REMEMBERED else _parts.__wrapped__(text, base)
    if parts is None:
        raise BadRequestError.at(path, "must be a URL or a path")
    return parts


@lru_cache(maxsize=4096)
def _parts(text: str, base: str) -> _Parts | None:
    """Return a URL in parts, or none if it is none; pages come again and again, so they are remembered."""
    is_relative = not text.startswith("//") and not _is_url(text)
    try:
        url = URL(text, base=base)
    except ValueError:
        return None
    query = url.search[1:]
    return _Parts(
        url.hostname.removeprefix("www."), url.pathname, query, url.hash, _marks(query), is_relative
    )


@lru_cache(maxsize=1024)
def _base(hostname: str) -> str:
    base = f"https://{hostname}"
    return base if hostname and _is_url(base) else _NOWHERE


def _is_url(text: str) -> bool:
    try:
        URL(text)
    except ValueError:
        return False
    return True


def _path(escaped: str) -> str:
    path = _decoded(escaped, _STAYS_ESCAPED)
    return "" if path == "/undefined" else path[:MAX_PART]


def _decoded(text: str, stays: frozenset[str]) -> str:
    """Return text with its percent escapes read as UTF-8, or as it is where they are not that."""
    if "%" not in text or _BARE_PERCENT.search(text):
        return text
    try:
        return _ESCAPES.sub(lambda match: _characters(match[0], stays), text)
    except UnicodeDecodeError:
        return text


def _characters(escapes: str, stays: frozenset[str]) -> str:
    decoded = bytes.fromhex(escapes.replace("%", "")).decode("utf-8")
    return "".join(f"%{ord(char):02X}" if char in stays else char for char in decoded)


def _marks(query: str) -> dict[str, str]:
    if "=" not in query:
        return {}
    found: dict[str, str] = {}
    for name, value in parse_qsl(query):
        if name in _MARKS:
            found.setdefault(name, value.replace("\0", "")[:MAX_VALUE])
    return found


_MARKS = frozenset(CAMPAIGN + CLICK_IDS)
