"""Texts that strangers choose to be slow: each is dealt with in time that grows only with its length."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from ipaddress import ip_network

import pytest
from starlette.requests import Request

from kokumi.api.routes.statistics.query_string import filters_of
from kokumi.api.server.body import parse_json
from kokumi.collect.address import read_address
from kokumi.collect.paths import PathPattern
from kokumi.collect.payload import parse
from kokumi.collect.place import ClientInfo, client_address
from kokumi.collect.properties import flatten, revenue_of
from kokumi.domain.addresses import read_ip
from kokumi.domain.columns import camel_case
from kokumi.domain.times import UTC_ZONE, parse_instant
from kokumi.errors import CallerError
from kokumi.filters.wire import parse_filters

_SITE = "0b1b1cf5-2a1f-4e63-8d33-0a5d0f7d9b1e"
_PROXIES = (ip_network("10.0.0.0/8"),)
_MAX_PATH = 500


def _payload(name: str) -> Callable[[str], object]:
    return lambda text: parse({"type": "event", "payload": {"website": _SITE, name: text}}, 0)


def _header(name: str) -> Callable[[str], object]:
    return lambda text: client_address(ClientInfo("10.0.0.1", {name: text}), _PROXIES)


def _url(text: str) -> object:
    return read_address(text, text, "example.com", text, keep_hash=True)


def _query(text: str) -> object:
    return filters_of(Request({"type": "http", "query_string": f"{text}=x".encode()}))


def _ignored(text: str) -> object:
    patterns = [PathPattern("/" + "*a" * stars + "b") for stars in (1, 3, 5, 50)]
    return [each.matches(f"/{text}"[:_MAX_PATH]) for each in patterns]


HOSTILE: Mapping[str, tuple[Callable[[str], object], str, str]] = {
    "website": (_payload("website"), "0b1b1cf5-2a1f-", ""),
    "timestamp": (_payload("timestamp"), "1", ""),
    "url-escapes": (_url, "%C3%A9", "%"),
    "url-dots": (_url, "a/../", ""),
    "url-query": (_url, "?utm_source=1&", ""),
    "url-not-ascii": (_url, "\u00e9", ""),
    "address-port": (read_ip, "1:", "x"),
    "header-forwarded": (_header("forwarded"), 'for="', ""),
    "header-forwarded-hops": (_header("forwarded"), "for=10.0.0.1,", ""),
    "header-forwarded-for": (_header("x-forwarded-for"), "10.0.0.1,", ""),
    "data-date": (lambda text: flatten({"a": "2025-10-31T00:00:00." + text}), "1", "x"),
    "data-name": (lambda text: flatten({text: {text: 1}}), "a.", ""),
    "data-list": (lambda text: flatten({"a": list(text)}), "0", ""),
    "revenue": (lambda text: revenue_of(flatten({"revenue": text[:500], "currency": "EUR"})), "1", ""),
    "ignored-path": (_ignored, "a", ""),
    "filter-digits": (lambda text: parse_filters({text: "x"}), "1", "x"),
    "filter-hyphens": (lambda text: parse_filters({text: "x"}), "-", ""),
    "filter-value": (lambda text: parse_filters({"path": f"eq.{text}"}), ",", ""),
    "parameter-digits": (_query, "1", "x"),
    "camel-case": (camel_case, "_-", ""),
    "instant": (lambda text: parse_instant(text, UTC_ZONE, "startDate"), ".111", "x"),
    "json-zeros": (lambda text: parse_json(b"[" + text.encode() + b"0]"), "0,", ""),
    "json-open": (lambda text: parse_json(text.encode()), "[", ""),
    "json-lists": (lambda text: parse_json(b"[" + text.encode() + b"0]"), "[[[[]]]],", ""),
}
"""What reads the text, what the text repeats, and its end."""


@pytest.mark.parametrize(("read", "repeated", "end"), HOSTILE.values(), ids=HOSTILE)
def test_time_is_linear(read: Callable[[str], object], repeated: str, end: str) -> None:
    # A small text first: a quadratic reader fails on it, and does not hang on the large one.
    for length, most_seconds in ((20_000, 0.3), (1_000_000, 4)):
        text = repeated * (length // len(repeated)) + end
        started = time.thread_time()
        with suppress(CallerError):
            read(text)
        assert time.thread_time() - started < most_seconds


def test_an_integer_may_have_any_number_of_digits_and_is_bounded_text() -> None:
    (found,) = flatten({"a": 10**499})
    assert len(found.value) == 500
    with pytest.raises(CallerError, match=r"payload\.data\.a: must be at most 500 characters"):
        flatten({"a": 10**500})


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("/exact", "/exact", True),
        ("/exact", "/exact/not", False),
        ("/admin*", "/admin", True),
        ("/admin*", "/admin/users", True),
        ("/admin*", "/a/admin", False),
        ("*.php", "/x/y.php", True),
        ("*.php", "/x.php/y", False),
        ("/a*a", "/a", False),
        ("/a*a", "/aa", True),
        ("/*/edit/*", "/a/b/edit/c\nd", True),
        ("/*/edit/*", "/edit/c", False),
        ("*ab*ab*", "/xabab", True),
        ("*ab*bc", "/abc", False),
        ("*", "", True),
        ("/a[b].c?", "/a[b].c?", True),
        ("/a[b].c?", "/abxc", False),
    ],
)
def test_path_patterns(pattern: str, path: str, *, expected: bool) -> None:
    assert PathPattern(pattern).matches(path) is expected
