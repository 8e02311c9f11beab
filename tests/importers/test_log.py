"""Logs of web servers: what each line tells, and that nothing is stored twice."""

from __future__ import annotations

import gzip
import json
from ipaddress import IPv4Network
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kokumi.agents.fetches import Told
from kokumi.agents.proofs import Proofs
from kokumi.agents.ranges import Published, Ranges
from kokumi.errors import BadRequestError
from kokumi.events.store import EventStore
from kokumi.importers.log.lines import MAX_LINE, NO_AGENT, NO_LOG, NO_PATH, NO_TIME, TOO_LONG, Bad, read_line
from kokumi.importers.log.transfer import Summary, import_log
from kokumi.sql.fragment import sql

GPTBOT = "Mozilla/5.0 (compatible; GPTBot/1.2)"
CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36"
AT = 1_760_000_000_000
STAMP = "09/Oct/2025:08:53:20 +0000"


def combined(path: str = "/a", agent: str = GPTBOT, *, at: str = STAMP, referrer: str = "-") -> str:
    return f'192.0.2.7 - - [{at}] "GET {path} HTTP/1.1" 200 512 "{referrer}" "{agent}"'


LINES = {
    "combined": (combined(), Told(AT, "/a", GPTBOT, 200, "-", "", "192.0.2.7")),
    "zone": (combined(at="09/Oct/2025:10:53:20 +0200"), Told(AT, "/a", GPTBOT, 200, "-", "", "192.0.2.7")),
    "virtual-host": (
        "shop.example:443 " + combined(referrer="https://x.example/"),
        Told(AT, "/a", GPTBOT, 200, "https://x.example/", "shop.example", "192.0.2.7"),
    ),
    "escaped": (combined(agent='Bot \\"x\\"'), Told(AT, "/a", 'Bot "x"', 200, "-", "", "192.0.2.7")),
    "more-behind": (combined() + ' "203.0.113.1" 0.05', Told(AT, "/a", GPTBOT, 200, "-", "", "192.0.2.7")),
    "nginx-json": (
        json.dumps(
            {
                "time_iso8601": "2025-10-09T10:53:20+02:00",
                "remote_addr": "192.0.2.7",
                "request": "GET /a?b HTTP/2.0",
                "status": "404",
                "http_user_agent": GPTBOT,
                "http_referer": "-",
                "host": "shop.example",
            }
        ),
        Told(AT, "/a?b", GPTBOT, 404, "", "shop.example", "192.0.2.7"),
    ),
    "caddy": (
        json.dumps(
            {
                "ts": 1_760_000_000.5,
                "status": 200,
                "request": {
                    "client_ip": "192.0.2.7",
                    "host": "shop.example:443",
                    "uri": "/a",
                    "headers": {"User-Agent": [GPTBOT], "Referer": ["https://x.example/"]},
                },
            }
        ),
        Told(AT + 500, "/a", GPTBOT, 200, "https://x.example/", "shop.example", "192.0.2.7"),
    ),
    "milliseconds": (
        json.dumps({"timestamp": AT, "path": "/a", "user_agent": GPTBOT}),
        Told(AT, "/a", GPTBOT),
    ),
}

BAD = {
    "prose": ("Server started.", NO_LOG),
    "broken-json": ('{"a": ', NO_LOG),
    "deep-json": ('{"a":' * 10_000, NO_LOG),
    "no-such-day": (combined(at="31/Feb/2025:08:53:20 +0000"), NO_TIME),
    "long-ago": (combined(at="09/Oct/1999:08:53:20 +0000"), NO_TIME),
    "json-without-time": (json.dumps({"path": "/", "user_agent": "x"}), NO_TIME),
    "json-with-an-odd-time": (json.dumps({"time": [1], "path": "/", "user_agent": "x"}), NO_TIME),
    "garbage-asked-for": (combined(path="\\x16\\x03"), NO_PATH),
    "no-agent": (combined(agent="-"), NO_AGENT),
    "common-format": (f'192.0.2.7 - - [{STAMP}] "GET / HTTP/1.1" 200 512', NO_AGENT),
    "too-long": (combined(path="/" + "a" * MAX_LINE), TOO_LONG),
}


@pytest.mark.parametrize(("line", "told"), LINES.values(), ids=LINES)
def test_lines(line: str, told: Told) -> None:
    assert read_line(line.encode()) == told


@pytest.mark.parametrize(("line", "reason"), BAD.values(), ids=BAD)
def test_lines_that_cannot_be_read(line: str, reason: str) -> None:
    assert read_line(line.encode()) == Bad(reason)


_STAMPED = st.text(max_size=200).map(lambda text: json.dumps({"ts": text}).encode())


@given(st.one_of(st.binary(max_size=300), _STAMPED))
def test_any_line_is_read_or_bad(line: bytes) -> None:
    assert isinstance(read_line(line), (Told, Bad))


@pytest.mark.every_store
@pytest.mark.parametrize("name", ["access.log", "access.log.gz"])
def test_a_log_is_stored_once_also_when_it_grows(
    store: EventStore, website_id: UUID, tmp_path: Path, name: str
) -> None:
    first = [combined(), combined(), combined("/b", CHROME), "nonsense", combined("/c", "curl/8")]
    proofs = Proofs(Ranges([Published("OpenAI", _network(), "", "")]))
    file = tmp_path / name
    _write(file, first)
    done: list[int] = []
    assert import_log(file, website_id, store, proofs, done.append) == Summary(5, 3, 0, 1, ((NO_LOG, 1),))
    assert done[-1] == 5
    assert import_log(file, website_id, store, proofs, done.append) == Summary(5, 0, 3, 1, ((NO_LOG, 1),))
    _write(file, [*first, combined()])
    assert import_log(file, website_id, store, proofs, done.append) == Summary(6, 1, 3, 1, ((NO_LOG, 1),))
    statement = sql(
        """
        select path, operator, proof, reporter, status, count() from agents
        where website_id = {website:UUID} group by all order by path
        """,
        website=website_id,
    )
    assert [tuple(row) for row in store.query(statement, name="test").rows] == [
        ("/a", "OpenAI", "address", "log", 200, 3),
        ("/c", "curl", "claimed", "log", 200, 1),
    ]


def test_a_line_without_end_is_one_bad_line(
    embedded_store: EventStore, website_id: UUID, tmp_path: Path
) -> None:
    file = tmp_path / "access.log"
    file.write_bytes(b"x" * 5_000_000 + b"\n" + combined().encode())
    found = import_log(file, website_id, embedded_store, Proofs(), lambda _: None)
    assert found == Summary(2, 1, 0, 0, ((TOO_LONG, 1),))


@pytest.mark.parametrize("damage", ["cut", "changed"])
def test_a_damaged_archive_is_refused(
    embedded_store: EventStore, website_id: UUID, tmp_path: Path, damage: str
) -> None:
    packed = gzip.compress("\n".join(combined(f"/{number}") for number in range(2000)).encode())
    file = tmp_path / "access.log.gz"
    file.write_bytes(packed[:-40] if damage == "cut" else packed[:200] + b"\xff" * 40 + packed[240:])
    with pytest.raises(BadRequestError, match="cannot be read"):
        import_log(file, website_id, embedded_store, Proofs(), lambda _: None)


def test_a_log_of_many_years_is_stored(embedded_store: EventStore, website_id: UUID, tmp_path: Path) -> None:
    file = tmp_path / "access.log"
    _write(file, [combined(at=f"09/Oct/{year}:08:53:20 +0000") for year in range(2000, 2299)])
    found = import_log(file, website_id, embedded_store, Proofs(), lambda _: None)
    assert found == Summary(299, 299, 0, 0, ())


def _network() -> tuple[IPv4Network, ...]:
    return (IPv4Network("192.0.2.0/24"),)


def _write(file: Path, lines: list[str]) -> None:
    content = "\n".join(lines).encode()
    file.write_bytes(gzip.compress(content) if file.suffix == ".gz" else content)
