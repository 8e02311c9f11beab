"""`kokumi demo` on an empty folder, before any server ran."""

from __future__ import annotations

from cli.conftest import SAYING_WHAT_IS_LOADED, Run

END = ("--end", "2026-09-21T14:00:00Z")

MADE = "Demo shop ({}): {} events from 2026-06-22T00:00:00Z to 2026-09-21T14:00:00Z.\n"
FIRST = "865f0b49-db4e-596e-905a-9960e3155a90"


def test_makes_a_website_once_and_anew_when_told(run: Run) -> None:
    made = run("demo", "--events", "1500", *END)
    assert (made.returncode, made.stdout) == (0, MADE.format(FIRST, 1500))
    assert "sign in as admin with the password" in made.stderr
    again = run("demo", "--events", "800", *END)
    assert (again.returncode, again.stdout) == (
        0,
        f"The website Demo shop ({FIRST}) is there already; --replace makes it anew.\n",
    )
    assert "password" not in again.stderr
    anew = run("demo", "--events", "800", *END, "--replace")
    assert (anew.returncode, anew.stdout) == (0, MADE.format(FIRST, 800))


def test_does_not_load_the_web_framework(run: Run) -> None:
    assert run("demo", "--events", "10", *END, command=SAYING_WHAT_IS_LOADED).stdout.splitlines()[-1] == "[]"


def test_says_what_is_wrong_with_the_end(run: Run) -> None:
    refused = run("demo", "--end", "yesterday")
    assert refused.returncode == 2
    assert refused.stdout == ""
    assert "--end: must be an ISO 8601 date or time" in refused.stderr
