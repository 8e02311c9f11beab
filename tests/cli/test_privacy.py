"""No other user of the machine reads the data, and the first password does not stay in the environment."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from kokumi.cli.privacy import make_private
from kokumi.settings import read_settings
from support.server import run, serving


def _modes(folder: Path) -> dict[str, str]:
    """Return the rights on the folder and on all in it."""
    paths = (folder, *folder.rglob("*"))
    return {
        str(path.relative_to(folder)): f"{path.lstat().st_mode & 0o7777:o}"
        for path in paths
        if not path.is_symlink()
    }


@pytest.fixture
def open_folder(tmp_path: Path) -> Path:
    """Return a folder as `mkdir` makes it, with files that everybody may read."""
    folder = tmp_path / "data"
    (folder / "events").mkdir(parents=True)
    (folder / "metadata.sqlite").touch()
    (folder / "events" / "part").touch()
    (folder / "events" / "script").touch()
    (folder / "link").symlink_to("events")
    for name, mode in (
        (".", 0o755),
        ("events", 0o2775),
        ("metadata.sqlite", 0o644),
        ("events/part", 0o440),
        ("events/script", 0o755),
    ):
        (folder / name).chmod(mode)
    return folder


def test_open_folder_is_made_private(open_folder: Path) -> None:
    """The owner keeps what they may do, everybody else loses it, and the log says so once."""
    with capture_logs() as lines:
        make_private(open_folder, os.geteuid())
        make_private(open_folder, os.geteuid())
    assert _modes(open_folder) == {
        ".": "700",
        "events": "2700",
        "events/part": "400",
        "events/script": "700",
        "metadata.sqlite": "600",
    }
    message = "other users could read the data folder; it is private now"
    assert lines == [{"event": message, "log_level": "warning", "files": 4}]


def test_folder_of_another_user_stays(open_folder: Path) -> None:
    """What belongs to somebody else is not ours to change: that is logged."""
    before = _modes(open_folder)
    with capture_logs() as lines:
        make_private(open_folder, os.geteuid() + 1)
    assert _modes(open_folder) == before
    message = "other users may read the data folder, which belongs to another user and stays as it is"
    assert lines == [{"event": message, "log_level": "warning"}]


def test_all_that_a_server_writes_is_private(tmp_path: Path) -> None:
    """A server on a folder that was open leaves no file for others to read, nor does a command."""
    tmp_path.chmod(0o755)
    with serving(tmp_path) as server:
        assert server.stop() == 0
    assert [json.loads(line)["event"] for line in server.lines if "data folder" in line] == [
        "other users could read the data folder; it is private now"
    ]
    assert run(tmp_path, "users", "set-password", stdin="another password\n").returncode == 0
    modes = _modes(tmp_path)
    assert {"metadata.sqlite", "lock", "events"} <= modes.keys()
    assert {name: mode for name, mode in modes.items() if int(mode, 8) & 0o077} == {}


def test_first_password_leaves_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that the process starts inherits it."""
    monkeypatch.setenv("KOKUMI_ADMIN_PASSWORD", "correct horse")
    password = read_settings(port=1).admin_password
    assert password is not None
    assert password.get_secret_value() == "correct horse"
    assert "KOKUMI_ADMIN_PASSWORD" not in os.environ
