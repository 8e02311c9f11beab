"""Wrong guesses, counted on each database for all processes that share it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from kokumi.errors import TooManyRequestsError
from kokumi.metadata import guesses
from kokumi.metadata.database import connect
from kokumi.metadata.guesses import Guess, GuessKind
from kokumi.metadata.store import Metadata
from kokumi.metadata.windows import WINDOW
from metadata.conftest import Watch

_ADDRESS = "203.0.113.9"


def _stored(dsn: str) -> list[str]:
    engine = connect(dsn)
    with engine.connect() as connection:
        rows = [str(row) for row in connection.execute(text("select * from guesses"))]
    engine.dispose()
    return rows


def _is_refused(metadata: Metadata, guess: Guess) -> bool:
    try:
        metadata.guesses.check(guess)
    except TooManyRequestsError:
        return True
    return False


@pytest.mark.parametrize(
    ("kind", "wrong", "by_address", "by_subject"),
    [
        pytest.param(GuessKind.SLUG, 30, True, False, id="slug"),
        pytest.param(GuessKind.TEAM_CODE, 10, True, True, id="access code"),
    ],
)
def test_counts(metadata: Metadata, kind: GuessKind, wrong: int, by_address: bool, by_subject: bool) -> None:  # noqa: FBT001
    """Each kind has its own counts; another address and another subject are free, another kind too."""
    subject = None if kind is GuessKind.SLUG else "ada"
    guess = Guess(kind, _ADDRESS, subject)
    for _ in range(wrong):
        metadata.guesses.check(guess)
        metadata.guesses.missed(guess)
    other = GuessKind.SLUG if kind is not GuessKind.SLUG else GuessKind.TEAM_CODE
    assert _is_refused(metadata, guess)
    assert _is_refused(metadata, Guess(kind, _ADDRESS, "bob")) == by_address
    assert _is_refused(metadata, Guess(kind, "198.51.100.1", "ada")) == by_subject
    assert not _is_refused(metadata, Guess(kind, "198.51.100.1", "bob"))
    assert not _is_refused(metadata, Guess(other, _ADDRESS, "ada"))


def test_processes_count_together(dsn: str) -> None:
    """Wrong guesses at once, at servers on the same database, store no more than those made in a row."""
    servers = [Metadata(dsn) for _ in range(2)]

    def miss(number: int) -> bool:
        try:
            servers[number % 2].guesses.missed(Guess(GuessKind.TEAM_CODE, _ADDRESS, "ada"))
        except TooManyRequestsError:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(miss, range(24))) == 10
    for server in servers:
        server.close()
    assert len(_stored(dsn)) == 10


def test_rows_are_few_and_name_nobody(
    dsn: str, metadata: Metadata, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One row a wrong guess, as keyed hashes; the oldest make room, and all go after five minutes."""
    monkeypatch.setattr(guesses, "MAX_ROWS", 5)
    for number in range(12):
        metadata.guesses.missed(Guess(GuessKind.SLUG, f"203.0.113.{number}"))
        assert len(_stored(dsn)) == min(number + 1, 5)
    metadata.guesses.missed(Guess(GuessKind.TEAM_CODE, _ADDRESS, "ada@example.com"))
    rows = "".join(_stored(dsn))
    assert _ADDRESS not in rows
    assert "ada@example.com" not in rows
    watch.now += WINDOW
    metadata.guesses.missed(Guess(GuessKind.SLUG, _ADDRESS))
    assert len(_stored(dsn)) == 1
