"""One line of a web server's log: JSON, or the combined format (docs/spec/agents.md#reporting)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from kokumi.agents.fetches import MAX_STATUS, Told

MAX_LINE = 65_536
"""How many bytes a line may have."""

TOO_LONG = "lines of more than 65536 bytes"
NO_LOG = "lines that are neither JSON objects nor in the combined format"
NO_TIME = "lines without a readable time between the years 2000 and 2299"
NO_PATH = "lines without a path"
NO_AGENT = "lines without a user agent"

_COMBINED = re.compile(
    r"(?:(?P<host>[\w.-]+(?::\d+)?) )?(?P<address>[0-9A-Fa-f:.]+) \S+ [^\[]*\[(?P<time>[^\]]{1,40})\] "
    r'"(?P<request>(?:[^"\\]|\\.)*)" (?P<status>\d{3}|-) (?:\d+|-)'
    r'(?: "(?P<referrer>(?:[^"\\]|\\.)*)" "(?P<agent>(?:[^"\\]|\\.)*)".*)?'
)
_COMBINED_TIME = "%d/%b/%Y:%H:%M:%S %z"
_ESCAPED = re.compile(r'\\(["\\])')
_FIRST, _LAST = 946_684_800_000, 10_413_791_999_999
_MILLISECONDS_FROM = 10**11
"""A number larger than this counts milliseconds; as seconds it would be the year 5138."""

_TIMES = ("time_iso8601", "@timestamp", "timestamp", "time", "time_local", "ts", "msec")
_PATHS = ("request_uri", "uri", "url", "path", "request")
_AGENTS = ("http_user_agent", "user_agent", "userAgent", "agent")
_REFERRERS = ("http_referer", "http_referrer", "referer", "referrer")
_HOSTS = ("host", "http_host", "hostname", "server_name")
_ADDRESSES = ("remote_addr", "client_ip", "remote_ip", "ip", "clientip")


@dataclass(frozen=True, slots=True)
class Bad:
    """A line that cannot be taken, and why."""

    reason: str


def read_line(line: bytes) -> Told | Bad:
    """Return the request that a line tells of, or why it cannot be read."""
    if len(line) > MAX_LINE:
        return Bad(TOO_LONG)
    text = line.decode("utf-8", "replace").strip()
    return _json(text) if text.startswith("{") else _combined(text)


def _combined(text: str) -> Told | Bad:
    found = _COMBINED.fullmatch(text)
    if found is None:
        return Bad(NO_LOG)
    try:
        moment = datetime.strptime(found["time"], _COMBINED_TIME).astimezone(UTC)
    except ValueError:
        return Bad(NO_TIME)
    words = _unescaped(found["request"]).split(" ")
    return _checked(
        Told(
            int(moment.timestamp() * 1000),
            words[1] if len(words) > 1 else "",
            _unescaped(found["agent"]),
            _status(found["status"]),
            _unescaped(found["referrer"]),
            (found["host"] or "").partition(":")[0],
            found["address"],
        )
    )


def _json(text: str) -> Told | Bad:
    try:
        loaded: object = json.loads(text)
    except (ValueError, RecursionError):
        return Bad(NO_LOG)
    if not isinstance(loaded, Mapping):
        return Bad(NO_LOG)
    request = loaded.get("request")
    inner = request if isinstance(request, Mapping) else {}
    headers = _headers(inner.get("headers"))
    at = _instant(_first(loaded, _TIMES))
    if at is None:
        return Bad(NO_TIME)
    path = _text(_first(inner, _PATHS) or _first(loaded, _PATHS))
    words = path.split(" ")
    return _checked(
        Told(
            at,
            words[1] if len(words) > 1 else path,
            _text(_first(headers, ("user-agent",)) or _first(loaded, _AGENTS)),
            _status(_text(loaded.get("status"))),
            _text(_first(headers, ("referer",)) or _first(loaded, _REFERRERS)),
            _text(_first(inner, _HOSTS) or _first(loaded, _HOSTS)).partition(":")[0],
            _text(_first(inner, _ADDRESSES) or _first(loaded, _ADDRESSES)),
        )
    )


def _headers(value: object) -> dict[object, object]:
    return {str(name).lower(): each for name, each in value.items()} if isinstance(value, Mapping) else {}


def _checked(told: Told) -> Told | Bad:
    if not _FIRST <= told.at <= _LAST:
        return Bad(NO_TIME)
    if not told.url.startswith(("/", "http://", "https://")):
        return Bad(NO_PATH)
    return told if told.user_agent.strip("- ") else Bad(NO_AGENT)


def _first(values: Mapping[object, object], names: Iterable[str]) -> object:
    found = next((values[name] for name in names if values.get(name) not in (None, "", "-")), None)
    return found[0] if isinstance(found, list) and found else found


def _text(value: object) -> str:
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""


def _status(text: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() and len(text) == len("200") else 0
    return number if number <= MAX_STATUS else 0


def _instant(value: object) -> int | None:
    """Return the instant of a number of seconds or milliseconds, or of a text, in epoch milliseconds."""
    try:
        if isinstance(value, str) and not re.fullmatch(r"\d{1,16}(\.\d{1,9})?", value):
            return _moment(value)
        if isinstance(value, (int, float, str)) and not isinstance(value, bool):
            number = float(value)
            return int(number if number > _MILLISECONDS_FROM else number * 1000)
    except (ValueError, OverflowError):
        pass
    return None


def _moment(text: str) -> int:
    try:
        moment = datetime.fromisoformat(text[:40])
    except ValueError:
        moment = datetime.strptime(text[:40], _COMBINED_TIME).astimezone(UTC)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return int(moment.timestamp() * 1000)


def _unescaped(text: str | None) -> str:
    return _ESCAPED.sub(r"\1", text or "")
