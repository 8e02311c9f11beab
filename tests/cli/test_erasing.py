"""Erasing as an operator knows it: through stops and starts, and from the command line."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from uuid import UUID

import httpx

from kokumi.domain.paging import PageRequest
from kokumi.metadata.store import Metadata
from kokumi.settings import Settings
from support.server import run, serving

_PASSWORD = "correct horse"
_EVER = "startAt=0&endAt=4000000000000"


def _metadata(folder: Path) -> Metadata:
    """Open the metadata; what is asked for here is due at once, since it is of 1970."""
    return Metadata(Settings(data=folder).metadata_dsn, clock=lambda: 0)


def _wait_until_erased(metadata: Metadata) -> None:
    deadline = time.monotonic() + 60
    while metadata.erasures.waiting():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _sign_in(address: str) -> dict[str, str]:
    body = {"username": "admin", "password": _PASSWORD}
    return {"Authorization": f"Bearer {httpx.post(f'{address}/api/auth/login', json=body).json()['token']}"}


def test_a_stop_does_not_wait_and_the_next_start_goes_on(tmp_path: Path) -> None:
    """A server ends though erasures wait and run, starts at once though they do, and loses none."""
    settings = {"KOKUMI_ADMIN_PASSWORD": _PASSWORD}
    run(tmp_path, "demo", "--events", "50000", "--seed", "1", **settings)
    run(tmp_path, "demo", "--events", "1000", "--seed", "2", **settings)
    metadata = _metadata(tmp_path)
    first, second = (each.id for each in metadata.websites.all(PageRequest()).items)
    metadata.websites.delete(first)
    with serving(tmp_path, **settings) as server:
        headers = _sign_in(server.address)
        gone = httpx.delete(f"{server.address}/api/websites/{second}", headers=headers)
        assert gone.json() == {"ok": True}
        assert server.stop() == 0
    assert metadata.erasures.waiting(second) == 1
    with sqlite3.connect(tmp_path / "metadata.sqlite") as connection:
        connection.execute("update erasures set requested_at = 0")
    connection.close()
    with serving(tmp_path, **settings) as server:
        headers = _sign_in(server.address)
        _wait_until_erased(metadata)
        for website_id in (first, second):
            body = {"id": str(website_id), "name": "Anew"}
            assert httpx.post(f"{server.address}/api/websites", json=body, headers=headers).status_code == 200
            address = f"{server.address}/api/websites/{website_id}/stats?{_EVER}"
            assert httpx.get(address, headers=headers).json()["visitors"] == 0
        assert server.stop() == 0
    metadata.close()


def test_one_visitor_from_the_command_line(tmp_path: Path) -> None:
    """All sessions that carry an id go, or one session; the other visitors stay."""
    settings = {"KOKUMI_ADMIN_PASSWORD": _PASSWORD}
    run(tmp_path, "demo", "--events", "3000", **settings)
    metadata = _metadata(tmp_path)
    (demo,) = metadata.websites.all(PageRequest()).items
    website_id = str(demo.id)
    metadata.close()
    with serving(tmp_path, **settings) as server:
        sessions = _sessions(server.address, website_id)
        server.stop()
    person = next(distinct_id for distinct_id in sessions.values() if distinct_id)
    of_person = {session for session, distinct_id in sessions.items() if distinct_id == person}
    one = next(session for session, distinct_id in sessions.items() if not distinct_id)
    by_id = run(tmp_path, "visitors", "delete", website_id, "--id", person)
    assert (by_id.stdout, by_id.stderr) == (
        f"Deleted {len(of_person)} session{'s' if len(of_person) > 1 else ''}.\n",
        "",
    )
    assert run(tmp_path, "visitors", "delete", website_id, "--session", one).stdout == "Deleted 1 session.\n"
    for words in (["--id", person], ["--session", one]):
        refused = run(tmp_path, "visitors", "delete", website_id, *words)
        message = "Error: Nothing is stored of such a visitor of that website.\n"
        assert (refused.returncode, refused.stderr) == (2, message)
    neither = run(tmp_path, "visitors", "delete", website_id)
    assert (neither.returncode, neither.stderr) == (
        2,
        "Error: Name the visitor by either --session or --id.\n",
    )
    with serving(tmp_path, **settings) as server:
        left = _sessions(server.address, website_id)
        server.stop()
    assert left == {
        session: distinct_id for session, distinct_id in sessions.items() if session not in of_person | {one}
    }


def _sessions(address: str, website_id: str) -> dict[str, str]:
    """Return the distinct id of each session of a website."""
    found: dict[str, str] = {}
    headers = _sign_in(address)
    url = f"{address}/api/websites/{website_id}/sessions?{_EVER}&pageSize=1000"
    for page in (1, 2):
        for session in httpx.get(f"{url}&page={page}", headers=headers, timeout=60).json()["data"]:
            found[session["id"]] = session["distinctId"]
    return found


def test_retention_from_the_command_line(tmp_path: Path) -> None:
    """A website's limit is set and ended, beside a server too, and cannot go beyond the server's."""
    run(tmp_path, "users", "create", "admin", "--role", "admin", stdin="a quiet password\n")
    website_id = run(tmp_path, "websites", "create", "Shop").stdout.strip()
    words = ("websites", "retention", website_id)
    assert run(tmp_path, *words, "30").stdout == "Shop keeps its events for 30 days.\n"
    metadata = _metadata(tmp_path)
    assert [(each.website_id, each.days) for each in metadata.websites.retentions()] == [
        (UUID(website_id), 30)
    ]
    assert run(tmp_path, *words).stdout == "Shop keeps its events for ever.\n"
    assert metadata.websites.retentions() == ()
    metadata.close()
    refused = run(tmp_path, *words, "91", KOKUMI_RETENTION_DAYS="90")
    assert (refused.returncode, refused.stderr) == (
        2,
        "Error: DAYS: must be at most 90, as KOKUMI_RETENTION_DAYS says\n",
    )
    none = run(tmp_path, "serve", KOKUMI_RETENTION_DAYS="0")
    message = "Error: KOKUMI_RETENTION_DAYS: Input should be greater than or equal to 1"
    assert (none.returncode, none.stderr.strip()) == (2, message)
