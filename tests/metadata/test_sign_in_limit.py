"""Failed sign-ins, counted on each database for all processes that share it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from kokumi.errors import TooManyRequestsError
from kokumi.metadata.database import connect
from kokumi.metadata.store import Metadata
from kokumi.metadata.windows import WINDOW
from metadata.conftest import Watch

_ADDRESS = "203.0.113.9"


def _refused(metadata: Metadata, account: str, address: str) -> int:
    """Count a failure; return the seconds to wait if it is one too many, else 0."""
    try:
        metadata.sign_in_limit.begin(account, address)
    except TooManyRequestsError as error:
        return error.retry_after
    return 0


@pytest.mark.parametrize(
    ("failures", "then", "unaffected"),
    [
        pytest.param([("ada", _ADDRESS)] * 5, ("ada", _ADDRESS), ("bob", _ADDRESS), id="both"),
        pytest.param(
            [(f"user {number}", _ADDRESS) for number in range(20)],
            ("somebody", _ADDRESS),
            ("somebody", "203.0.113.10"),
            id="address",
        ),
        pytest.param(
            [("ada", f"203.0.113.{number}") for number in range(100)],
            ("ada", "198.51.100.1"),
            ("bob", "198.51.100.1"),
            id="account",
        ),
    ],
)
def test_counts(
    metadata: Metadata,
    watch: Watch,
    failures: list[tuple[str, str]],
    then: tuple[str, str],
    unaffected: tuple[str, str],
) -> None:
    """An account from one address has five failures, an address twenty, an account a hundred."""
    first = watch.now + 1
    assert {_refused(metadata, *each) for each in failures} == {0}
    wait = _refused(metadata, *then)
    assert wait == (first + WINDOW - watch.now) // 1000 + 1
    assert _refused(metadata, *unaffected) == 0
    watch.now += wait * 1000
    assert _refused(metadata, *then) == 0


def test_success_forgets_what_went_before(metadata: Metadata) -> None:
    """Who knows the password has five new attempts from there, and has had none of the address's twenty."""
    for _ in range(8):
        for _ in range(4):
            metadata.sign_in_limit.begin("ada", _ADDRESS)
        metadata.sign_in_limit.succeeded(metadata.sign_in_limit.begin("ada", _ADDRESS))
    assert [_refused(metadata, "ada", _ADDRESS) > 0 for _ in range(6)] == [False] * 5 + [True]


def test_processes_count_together(dsn: str) -> None:
    """Guesses made at once, at servers on the same database, are no more than guesses made in a row."""
    servers = [Metadata(dsn) for _ in range(2)]
    with ThreadPoolExecutor(8) as threads:
        waits = list(threads.map(lambda each: _refused(servers[each % 2], "ada", _ADDRESS), range(24)))
    for server in servers:
        server.close()
    assert [wait > 0 for wait in waits].count(False) == 5


def test_neither_names_nor_addresses_are_stored(dsn: str, metadata: Metadata, watch: Watch) -> None:
    """What is counted are keyed hashes, and they go with the first attempt after their five minutes."""
    engine = connect(dsn)

    def stored() -> list[str]:
        with engine.connect() as connection:
            return [str(row) for row in connection.execute(text("select * from sign_in_attempts"))]

    metadata.sign_in_limit.begin("ada@example.com", _ADDRESS)
    (row,) = stored()
    assert "ada@example.com" not in row
    assert _ADDRESS not in row
    watch.now += WINDOW
    metadata.sign_in_limit.succeeded(metadata.sign_in_limit.begin("bob", _ADDRESS))
    assert stored() == []
    engine.dispose()
