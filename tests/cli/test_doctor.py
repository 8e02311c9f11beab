"""`kokumi doctor`: what it says of an installation that is well, and of each thing that can be wrong."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import time
from collections.abc import Mapping
from ipaddress import ip_network
from pathlib import Path

import pytest

from kokumi.cli.checks import data, exposure, program, stores
from kokumi.cli.checks.finding import Finding, FindingState
from kokumi.cli.lock import Holder, data_lock
from kokumi.domain.paging import PageRequest
from kokumi.metadata.database import connect
from kokumi.metadata.migrations import downgrade
from kokumi.metadata.store import Metadata
from kokumi.settings import Settings
from support.server import run, serving

_PASSWORD = "correct horse"
_ELSEWHERE = frozenset({"program", "clock", "country database", "disk"})
"""What depends on the machine and the day."""


def _examine(folder: Path, **settings: str) -> tuple[int, Mapping[str, tuple[str, str]]]:
    """Return the exit code, and state and sentence of each finding about the installation."""
    done = run(folder, "doctor", "--json", **settings)
    assert done.stderr == ""
    return done.returncode, {
        each["name"]: (each["state"], each["found"])
        for each in json.loads(done.stdout)
        if each["name"] not in _ELSEWHERE
    }


def test_life_of_an_installation(tmp_path: Path) -> None:
    """Before the first start nothing is made; a running server is not disturbed; one that stopped is told."""
    folder = tmp_path / "data"
    code, found = _examine(folder)
    assert (code, found["data folder"]) == (0, ("warning", f"{folder} is not there yet."))
    assert not folder.exists()
    with serving(folder, KOKUMI_ADMIN_PASSWORD=_PASSWORD) as server:
        pid = server.process.pid
        code, while_serving = _examine(folder, KOKUMI_ADMIN_PASSWORD=_PASSWORD)
        assert server.stop() == 0
    user = data.name_of(os.geteuid())
    assert (code, while_serving) == (
        0,
        {
            "data folder": ("ok", f"{folder} is there, for {user} alone."),
            "server": ("ok", f"Process {pid}, serving at {server.address}, and answers."),
            "metadata": ("ok", "It can be reached, its schema is this program's (0009)."),
            "first password": (
                "warning",
                "The user admin still has the one of KOKUMI_ADMIN_PASSWORD, which stands in the environment.",
            ),
            "events": ("ok", f"The embedded engine is open in process {pid}, serving at {server.address}."),
            "erasures": ("ok", "None waiting."),
            "retention period": ("ok", "Events are kept for ever; 0 websites have periods of their own."),
            "dashboard": ("ok", "It is there."),
            "memory": while_serving["memory"],
            "listening": ("ok", "On 127.0.0.1, which only this machine reaches."),
            "trusted proxies": ("ok", "None: who connects is the visitor."),
        },
    )
    run(folder, "users", "set-password", stdin="another password\n")
    code, stopped = _examine(folder, KOKUMI_ADMIN_PASSWORD=_PASSWORD)
    assert (code, stopped) == (
        0,
        {
            **while_serving,
            "server": ("warning", "No process holds the data folder: no server runs on it."),
            "first password": ("ok", "The user admin has another one than KOKUMI_ADMIN_PASSWORD."),
            "events": ("ok", "It can be reached, its schema is this program's (0003)."),
        },
    )


def test_people_read_it(tmp_path: Path) -> None:
    """A line for each finding, what to do below it, and an exit code that a script understands."""
    done = run(tmp_path, "doctor", KOKUMI_TRUSTED_PROXIES="10.0.0.1,0.0.0.0/0")
    assert done.returncode == 1
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert lines[0].startswith("ok       program")
    assert lines[-2].startswith("problem  trusted proxies   KOKUMI_TRUSTED_PROXIES names all addresses: ")
    assert lines[-1] == "Name the proxies' own addresses only."


def test_settings_that_cannot_be_read(tmp_path: Path) -> None:
    """A setting that is no setting is the first thing to mend."""
    assert _examine(tmp_path, KOKUMI_PORT="many") == (
        1,
        {
            "settings": (
                "problem",
                "KOKUMI_PORT: Input should be a valid integer, unable to parse string as an integer",
            )
        },
    )


def _state(findings: list[Finding]) -> list[tuple[str, FindingState]]:
    return [(each.name, each.state) for each in findings]


def test_metadata_in_each_condition(tmp_path: Path) -> None:
    """Older, newer, damaged, out of reach: each is told, and nothing is changed."""
    settings = Settings(data=tmp_path)
    (tmp_path / "metadata.sqlite").touch()
    assert stores.metadata(settings)[0].found == "It can be reached, and is empty."
    Metadata(settings.metadata_dsn).close()
    engine = connect(settings.metadata_dsn)
    downgrade(engine, "0002")
    assert stores.metadata(settings)[0].found == "Its schema is 0002, this program's is 0009."
    assert _state(stores.metadata(settings)) == [("metadata", FindingState.WARNING)]
    with sqlite3.connect(tmp_path / "metadata.sqlite") as connection:
        connection.execute("update alembic_version set version_num = '9999'")
    assert _state(stores.metadata(settings)) == [("metadata", FindingState.PROBLEM)]
    connection.close()
    engine.dispose()
    file = tmp_path / "metadata.sqlite"
    content = bytearray(file.read_bytes())
    content[4096:8192] = b"x" * 4096
    file.write_bytes(content)
    assert _state(stores.metadata(settings)) == [("metadata", FindingState.PROBLEM)]
    nobody = Settings(data=tmp_path, metadata="postgresql://ada:hunter2@127.0.0.1:1/x")
    (found,) = stores.metadata(nobody)
    assert found.state is FindingState.PROBLEM
    assert "hunter2" not in found.found


def test_what_waits_and_what_is_too_old(tmp_path: Path) -> None:
    """Erasures that wait and fail, limits of websites, and events that the retention is about to erase."""
    run(tmp_path, "demo", "--events", "100", "--end", "2025-10-31T00:00:00Z")
    settings = Settings(data=tmp_path)
    metadata = Metadata(settings.metadata_dsn, clock=lambda: 0)
    (demo,) = metadata.websites.all(PageRequest()).items
    metadata.websites.update(demo.id, retention_days=5)
    metadata.websites.reset(demo.id)
    metadata.erasures.request_sessions(demo.id, [demo.id])
    found = {each.name: (each.state, each.found) for each in stores.metadata(settings)}
    assert found["erasures"] == (FindingState.OK, "2 waiting.")
    limited = "Events are kept for ever; 1 website has a period of its own."
    assert found["retention period"] == (FindingState.OK, limited)
    batch = metadata.erasures.take(requested_until=0, now=0, patience=0)
    assert batch is not None
    metadata.erasures.failed(batch.tag, retry_at=0, again=True)
    metadata.close()
    found = {each.name: (each.state, each.found) for each in stores.metadata(settings)}
    assert found["erasures"] == (FindingState.WARNING, "2 waiting; 2 of them failed and will be tried again.")
    _, examined = _examine(tmp_path, KOKUMI_RETENTION_DAYS="30")
    kept = "Events are kept for 30 days; 1 website has a period of its own."
    assert examined["retention period"] == ("ok", kept)
    assert examined["events"][0] == "warning"
    assert re.fullmatch(
        r"The oldest event is from 2025-\d\d-\d\d, and events are kept for 30 days\.", examined["events"][1]
    )


@pytest.mark.parametrize(
    ("finding", "state", "found"),
    [
        pytest.param(
            data.server(Holder(7)),
            FindingState.OK,
            "Process 7 is at work: a command, or a server that starts.",
            id="command",
        ),
        pytest.param(
            data.server(Holder(7, "http://127.0.0.1:1")),
            FindingState.PROBLEM,
            "Process 7, serving at http://127.0.0.1:1, does not answer.",
            id="dead server",
        ),
        pytest.param(data.room(10**8), FindingState.PROBLEM, "0.1 GB are free.", id="no room"),
        pytest.param(data.room(2 * 10**9), FindingState.WARNING, "2.0 GB are free.", id="little room"),
        pytest.param(data.room(10**10), FindingState.OK, "10.0 GB are free.", id="room"),
        pytest.param(
            stores.events(Settings(events="clickhouse://127.0.0.1:1/x"), None, may_open=True),
            FindingState.PROBLEM,
            "It cannot be opened: ",
            id="no event store",
        ),
        pytest.param(
            program.countries(Path(__file__), 0.0),
            FindingState.PROBLEM,
            f"{__file__} cannot be read: ",
            id="no country database",
        ),
        pytest.param(
            program.countries(None, time.time() + 1000 * 86_400),
            FindingState.WARNING,
            "It is 1",
            id="old country database",
        ),
        pytest.param(
            program.memory(Settings(query_threads=4, query_memory=10**9), 4 * 10**9),
            FindingState.WARNING,
            "4.0 GB are there, and reports may bring the server to 5.5 GB.",
            id="little memory",
        ),
        pytest.param(
            program.clock(Path(__file__).parent, 0.0, is_kept=True),
            FindingState.PROBLEM,
            "Files here are from the future: the clock is behind.",
            id="clock that is behind",
        ),
        pytest.param(
            program.clock(Path("/nowhere"), 0.0, is_kept=False),
            FindingState.WARNING,
            "It shows 1970-01-01 00:00:00 UTC, and nothing keeps it right.",
            id="clock on its own",
        ),
        pytest.param(
            exposure.listening(Settings(host="0.0.0.0")),  # noqa: S104 - what is warned of
            FindingState.WARNING,
            "On 0.0.0.0 without a proxy: passwords and visits travel unencrypted.",
            id="public address",
        ),
        pytest.param(
            exposure.listening(Settings(host="::", trusted_proxies=(ip_network("10.0.0.1"),))),
            FindingState.OK,
            "On ::, behind the proxies of KOKUMI_TRUSTED_PROXIES.",
            id="proxy",
        ),
        pytest.param(
            exposure.proxies(Settings(trusted_proxies=(ip_network("::/0"),))),
            FindingState.PROBLEM,
            "KOKUMI_TRUSTED_PROXIES names all addresses: ",
            id="everybody a proxy",
        ),
    ],
)
def test_what_can_be_wrong(finding: Finding, state: FindingState, found: str) -> None:
    """Each check tells well from ill; what is ill comes with what to do."""
    assert (finding.state, finding.found[: len(found)]) == (state, found)
    assert bool(finding.remedy) == (state is not FindingState.OK)


def test_folder(tmp_path: Path) -> None:
    """The folder is the server's user's, and nobody else reads it."""
    folder, user = tmp_path / "data", os.geteuid()
    with data_lock(folder):
        assert data.folder(folder, user).state is FindingState.OK
    assert data.folder(folder, user + 1).found.startswith(f"{folder} belongs to {data.name_of(user)}, and ")
    for mode in (0o755, 0o770, 0o702):
        folder.chmod(mode)
        assert data.folder(folder, user).found == f"{folder} may be used by other users of this machine."
    assert data.folder(folder / "lock", user).state is FindingState.PROBLEM
