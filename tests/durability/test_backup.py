"""A backup made while events come in, restored elsewhere: the same reports, and no answered event is lost."""

from __future__ import annotations

import fcntl
import os
import tarfile
import threading
from pathlib import Path

import httpx
import pytest

from support.server import run, serving

_PASSWORD = "correct horse"
_BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"}
_UNDER_WAY = 20
_REPORTS: dict[str, dict[str, object]] = {
    "goals": {"type": "path", "value": "/*"},
    "breakdown": {"fields": ["path", "country"]},
    "retention": {},
    "journey": {"steps": 3},
}


def _sign_in(address: str) -> dict[str, str]:
    body = {"username": "admin", "password": _PASSWORD}
    token = httpx.post(f"{address}/api/auth/login", json=body).json()["token"]
    return {"Authorization": f"Bearer {token}"}


def _reports(address: str, website: str) -> list[bytes]:
    """Return the answers about the days before today, which nothing is added to."""
    headers = _sign_in(address)
    dates = {"startDate": "2025-09-01", "endDate": "2025-09-30"}
    return [
        httpx.post(
            f"{address}/api/reports/{name}",
            json={"websiteId": website, "parameters": {**dates, **parameters}},
            headers=headers,
            timeout=60,
        )
        .raise_for_status()
        .content
        for name, parameters in _REPORTS.items()
    ]


class _Visitor(threading.Thread):
    """Somebody who goes from page to page until told to stop; `answered` is how many pages were."""

    def __init__(self, address: str, website: str) -> None:
        super().__init__()
        self._address = address
        self._website = website
        self._stop_now = threading.Event()
        self.is_under_way = threading.Event()
        self.answered = 0

    def run(self) -> None:
        with httpx.Client(base_url=self._address, headers=_BROWSER) as client:
            while not self._stop_now.is_set():
                page = {"website": self._website, "url": f"/live/{self.answered}"}
                client.post("/api/send", json={"type": "event", "payload": page}).raise_for_status()
                self.answered += 1
                if self.answered == _UNDER_WAY:
                    self.is_under_way.set()

    def stop(self) -> None:
        self._stop_now.set()
        self.join()


def test_backup_of_a_running_server(tmp_path: Path) -> None:
    """What was answered before the backup began is in it, and reports are the same, byte by byte."""
    data, archive, restored = tmp_path / "data", tmp_path / "backup.tar", tmp_path / "restored"
    run(data, "demo", "--events", "20000", "--end", "2025-10-01", KOKUMI_ADMIN_PASSWORD=_PASSWORD)
    with serving(data) as server:
        headers = _sign_in(server.address)
        (demo,) = httpx.get(f"{server.address}/api/websites", headers=headers).json()["data"]
        live = httpx.post(f"{server.address}/api/websites", json={"name": "live"}, headers=headers).json()
        before = _reports(server.address, demo["id"])
        visitor = _Visitor(server.address, live["id"])
        visitor.start()
        assert visitor.is_under_way.wait(60)
        answered = visitor.answered
        (data / ".backup" / "events" / "left by one that was killed").mkdir(parents=True)
        done = run(data, "backup", str(archive))
        visitor.stop()
        assert server.stop() == 0
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(path.name for path in data.iterdir()) == ["events", "lock", "metadata.sqlite"]
    assert archive.stat().st_mode & 0o777 == 0o600
    data.rename(tmp_path / "lost")
    with tarfile.open(archive) as tar:
        tar.extractall(restored, filter="tar")
    with serving(restored) as server:
        assert _reports(server.address, demo["id"]) == before
        stats = f"{server.address}/api/websites/{live['id']}/stats?startAt=0&endAt=4000000000000"
        found = httpx.get(stats, headers=_sign_in(server.address)).json()["pageviews"]
    assert answered <= found <= visitor.answered


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        pytest.param(
            {}, "KOKUMI_DATA: there is no metadata.sqlite in {data}; nothing was archived.", id="none"
        ),
        pytest.param(
            {"KOKUMI_METADATA": "postgresql:///x"},
            "Only what is kept in KOKUMI_DATA itself is archived. KOKUMI_EVENTS and KOKUMI_METADATA name "
            "other places: use pg_dump for PostgreSQL, BACKUP for a ClickHouse server.",
            id="elsewhere",
        ),
    ],
)
def test_nothing_to_archive(tmp_path: Path, settings: dict[str, str], message: str) -> None:
    """Half a backup is none."""
    done = run(tmp_path, "backup", str(tmp_path / "backup.tar"), **settings)
    assert (done.returncode, done.stderr) == (2, f"Error: {message.format(data=tmp_path)}\n")
    assert list(tmp_path.iterdir()) == []


def test_one_at_a_time(tmp_path: Path) -> None:
    """A backup that is under way is left alone."""
    links = tmp_path / ".backup"
    for folder in (tmp_path / "events", links):
        folder.mkdir()
    (tmp_path / "metadata.sqlite").touch()
    held = os.open(links, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    done = run(tmp_path, "backup", str(tmp_path / "backup.tar"))
    os.close(held)
    assert (done.returncode, done.stderr) == (2, "Error: Another backup is being made.\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".backup", "events", "metadata.sqlite"]
