"""From the lines of a log to stored fetches, batch by batch.

What is stored already, by an id that is made of the line, is left alone. So an import may be stopped and run
again at any time, also on a log that has grown.
"""

from __future__ import annotations

import gzip
import zlib
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, Protocol
from uuid import UUID, uuid4

from kokumi.agents.fetches import read_fetch
from kokumi.agents.proofs import Proofs
from kokumi.domain.agents import Fetch, Reporter
from kokumi.errors import BadRequestError
from kokumi.events.rows import AGENTS, agent_row
from kokumi.events.store import EventReader, EventWriter
from kokumi.importers.log.lines import MAX_LINE, Bad, read_line
from kokumi.sql.fragment import sql

Progress = Callable[[int], None]
"""Is told how many lines have been read."""

_BATCH = 5000
_REMEMBERED = 200_000
"""How many of the latest lines are known, so that the second of two equal ones is told from the first."""


class LogStore(EventReader, EventWriter, Protocol):
    """What the import of a log needs of a store."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of the lines of a log; `bad` are those that could not be read, by reason."""

    lines: int
    stored: int
    already: int
    people: int
    bad: tuple[tuple[str, int], ...]


class _Tally:
    """Counts, while the lines come."""

    def __init__(self) -> None:
        self.lines = 0
        self.people = 0
        self.bad: Counter[str] = Counter()
        self._seen: OrderedDict[bytes, int] = OrderedDict()

    def occurrence(self, line: bytes) -> int:
        """Return how many equal lines have been seen among the latest."""
        key = blake2b(line, digest_size=16).digest()
        count = self._seen.get(key, 0)
        self._seen[key] = count + 1
        self._seen.move_to_end(key)
        if len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)
        return count


def import_log(file: Path, website_id: UUID, store: LogStore, proofs: Proofs, progress: Progress) -> Summary:
    """Store the fetches of agents that a log tells of, and return what became of its lines.

    A file whose name ends in `.gz` is unpacked while it is read.

    Raises:
        BadRequestError: the file cannot be read.
    """
    tally, stored, already = _Tally(), 0, 0
    try:
        with _opened(file) as lines:
            for batch in _batches(_fetches(lines, website_id, proofs, tally)):
                new = _new(store, website_id, batch)
                store.insert(AGENTS, [agent_row(each) for each in new], token=uuid4().hex)
                stored, already = stored + len(new), already + len(batch) - len(new)
                progress(tally.lines)
    except (OSError, EOFError, zlib.error) as error:
        raise BadRequestError(f"{file} cannot be read: {error}") from None
    progress(tally.lines)
    return Summary(tally.lines, stored, already, tally.people, tuple(sorted(tally.bad.items())))


def _opened(file: Path) -> BinaryIO:
    return gzip.open(file, "rb") if file.name.endswith(".gz") else file.open("rb")  # type: ignore[return-value]


def _fetches(lines: BinaryIO, website_id: UUID, proofs: Proofs, tally: _Tally) -> Iterator[Fetch]:
    for line in _read(lines):
        tally.lines += 1
        told = read_line(line)
        if isinstance(told, Bad):
            tally.bad[told.reason] += 1
            continue
        event_id = _id(website_id, line, tally.occurrence(line))
        fetch = read_fetch(told, website_id, event_id, Reporter.LOG, proofs)
        if fetch is None:
            tally.people += 1
        else:
            yield fetch


def _read(lines: BinaryIO) -> Iterator[bytes]:
    """Return the lines without their ends; of one that is too long, just more than is allowed."""
    while line := lines.readline(MAX_LINE + 2):
        whole = line
        while not whole.endswith(b"\n") and (whole := lines.readline(MAX_LINE)):
            pass  # the rest of a line that is too long is passed over
        if bare := line.rstrip(b"\r\n"):
            yield bare


def _id(website_id: UUID, line: bytes, occurrence: int) -> UUID:
    digest = blake2b(website_id.bytes + occurrence.to_bytes(8, "big") + line, digest_size=16).digest()
    return UUID(bytes=digest, version=5)


def _batches(fetches: Iterator[Fetch]) -> Iterator[list[Fetch]]:
    batch: list[Fetch] = []
    for fetch in fetches:
        batch.append(fetch)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _new(store: LogStore, website_id: UUID, batch: Sequence[Fetch]) -> list[Fetch]:
    times = [each.created_at for each in batch]
    statement = sql(
        """
        select event_id
        from agents
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({earliest:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({latest:Int64}, 'UTC')
            and event_id in {ids:Array(UUID)}
        """,
        website=website_id,
        earliest=min(times),
        latest=max(times),
        ids=tuple(str(each.event_id) for each in batch),
    )
    known = {row[0] for row in store.query(statement, name="import:log").rows}
    return [each for each in batch if each.event_id not in known]
