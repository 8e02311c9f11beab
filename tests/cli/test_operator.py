"""What an operator does without the dashboard: users, keys and websites from the command line."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest

from support.server import run, serving

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


def _cells(table: str) -> list[list[str]]:
    """Return the cells of a table's rows, without its head."""
    return [re.split(r" {2,}", line.strip()) for line in table.splitlines()[1:]]


def test_operator_who_is_locked_out(tmp_path: Path) -> None:
    """Beside a running server: a new password ends sign-ins and a lock; a new user and a new key work."""
    with serving(tmp_path, KOKUMI_ADMIN_PASSWORD="long forgotten one") as server:
        url = f"{server.address}/api"
        signed_in = httpx.post(
            f"{url}/auth/login", json={"username": "admin", "password": "long forgotten one"}
        ).json()
        headers = {"Authorization": f"Bearer {signed_in['token']}"}

        guess = {"username": "admin", "password": "a guess"}
        guesses = [httpx.post(f"{url}/auth/login", json=guess).status_code for _ in range(6)]
        assert guesses == [401] * 5 + [429]
        done = run(tmp_path, "users", "set-password", stdin="well remembered one\n")
        assert (done.returncode, done.stdout, done.stderr) == (0, "admin has a new password.\n", "")
        assert httpx.get(f"{url}/me", headers=headers).status_code == 401
        body = {"username": "admin", "password": "well remembered one"}
        assert httpx.post(f"{url}/auth/login", json=body).status_code == 200

        made = run(tmp_path, "users", "create", "ada", "--role", "view-only", stdin="a quiet password\n")
        assert made.stdout == "ada (view-only) may sign in.\n"
        key = run(tmp_path, "keys", "create", "ada", "CI", "--read-only").stdout.strip()
        me = httpx.get(f"{url}/me", headers={"x-umami-api-key": key}).json()["user"]
        assert (me["username"], me["role"]) == ("ada", "view-only")

        website = run(tmp_path, "websites", "create", "Shop", "--domain", "shop.test").stdout.strip()
        assert _UUID.fullmatch(website)
        refused = run(tmp_path, "websites", "reset", website)
        assert refused.returncode == 2
        assert f"is in use by process {server.process.pid}" in refused.stderr


def test_operator_without_a_server(tmp_path: Path) -> None:
    """Users, keys and websites are listed, changed and deleted."""
    run(tmp_path, "users", "create", "admin", "--role", "admin", stdin="a quiet password\n")
    run(tmp_path, "users", "create", "ada", stdin="a quiet password\n")
    assert run(tmp_path, "users", "set-role", "ada", "view-only").stdout == "ada has the role view-only.\n"
    users = _cells(run(tmp_path, "users", "list").stdout)
    assert [cells[:2] for cells in users] == [["ada", "view-only"], ["admin", "admin"]]

    key = run(tmp_path, "keys", "create", "ada", "CI", "--expires", "2099-12-31").stdout.strip()
    ((name, hint, may, expires, key_id),) = _cells(run(tmp_path, "keys", "list", "ada").stdout)
    assert (name, hint, may, expires) == (
        "CI",
        f"{key[:11]}…",
        "reads and writes",
        "2099-12-31T23:59:59.999Z",
    )
    assert run(tmp_path, "keys", "delete", "ada", key_id).stdout == "The key is revoked.\n"
    assert _cells(run(tmp_path, "keys", "list", "ada").stdout) == []

    website = run(tmp_path, "websites", "create", "[Shop]", "--owner", "ada").stdout.strip()
    assert run(tmp_path, "users", "delete", "ada").stderr == (
        "Error: The user still has websites: transfer or delete them first.\n"
    )
    assert run(tmp_path, "websites", "transfer", website, "admin").stdout == "[Shop] belongs to admin.\n"
    assert _cells(run(tmp_path, "websites", "list").stdout) == [["[Shop]", "admin", website]]
    assert run(tmp_path, "users", "delete", "ada").stdout == "ada is deleted.\n"
    assert run(tmp_path, "websites", "reset", website).stdout == "[Shop] starts anew.\n"
    assert run(tmp_path, "websites", "delete", website).stdout == "The website is deleted.\n"
    assert _cells(run(tmp_path, "websites", "list").stdout) == []


@pytest.mark.parametrize(
    ("words", "stdin", "message"),
    [
        pytest.param(
            ["users", "set-password"], "correct horse\n", "There is no user admin.", id="no such user"
        ),
        pytest.param(
            ["users", "create", "ada"],
            "password\n",
            "password: must be harder to guess: use three or four unrelated words, or let a password manager "
            "make one, but not your name, a common password or a row of keys",
            id="common password",
        ),
        pytest.param(
            ["users", "create", "ada"],
            "short\n",
            "password: must be 8 to 255 characters",
            id="short password",
        ),
        pytest.param(
            ["websites", "transfer", "shop", "ada"], "", "There is no user ada.", id="transfer to nobody"
        ),
        pytest.param(
            ["users", "create", "a\udcff"],
            "a quiet password\n",
            "username: must be 1 to 255 characters, not only blanks",
            id="name that is not UTF-8",
        ),
        pytest.param(
            ["websites", "create", " "],
            "",
            "NAME: must be 1 to 100 characters, not only blanks",
            id="blank name",
        ),
        pytest.param(
            ["websites", "reset", "shop"], "", "shop is not an id: it must be a UUID.", id="malformed id"
        ),
        pytest.param(
            ["keys", "create", "ada", "CI", "--expires", "soon"],
            "",
            "--expires: must be an ISO 8601 date or time such as 2025-10-31T23:59:59.999Z, "
            "or epoch milliseconds",
            id="malformed date",
        ),
    ],
)
def test_refused(tmp_path: Path, words: list[str], stdin: str, message: str) -> None:
    """What is wrong is told in a line, with exit code 2."""
    failed = run(tmp_path, *words, stdin=stdin)
    assert (failed.returncode, failed.stdout, failed.stderr) == (2, "", f"Error: {message}\n")
