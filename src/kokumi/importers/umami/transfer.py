"""From an Umami server's tables to stored events, batch by batch in the order of time.

What is stored already, by its id, is left alone; so an import may be stopped and run again at any time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol
from uuid import UUID, uuid4

from kokumi.domain.websites import Website
from kokumi.events.engine import Limits
from kokumi.events.rows import EVENTS, IDENTIFICATIONS
from kokumi.importers.umami.batches import SIZE, Batch, batches
from kokumi.importers.umami.source import UmamiSource
from kokumi.importers.umami.staging import ImportStore, Progress, Staging, staged, text
from kokumi.importers.umami.summary import (
    ALREADY,
    NO_EVENT,
    NO_MONEY,
    NO_REVENUE_EVENT,
    NO_SESSION,
    NO_WEBSITE,
    PROBLEMS,
    TWICE,
    Skipped,
    Summary,
)
from kokumi.sql.fragment import Fragment, sql

_LIMITS = Limits(seconds=3600)


class WebsiteBook(Protocol):
    """The websites that there are; new ones belong to whoever runs the import."""

    def find(self, website_id: UUID) -> Website | None:
        """Return the website of that id, if there is one."""

    def add(self, website_id: UUID, name: str, domain: str, reset_at: int | None) -> Website:
        """Return a new website, which counts from its reset, in epoch milliseconds, if there was one."""


def import_umami(
    source: UmamiSource, store: ImportStore, book: WebsiteBook, progress: Progress, *, batch: int = SIZE
) -> Summary:
    """Store all of a source's events that are not stored yet, and make the websites they belong to.

    `batch` is about how many events are joined at a time; it decides on memory.

    Raises:
        BadRequestError: the source is not what it should be; nothing was stored.
    """
    with staged(source, store, progress) as staging:
        found = _Transfer(store, staging, progress, batch)
        there, created = found.websites(book)
        ids = sql(
            "(select arrayJoin(arrayMap(id -> toUUID(id), {websites:Array(String)})))",
            websites=tuple(str(website.id) for website in there),
        )
        events, skipped = found.store_events(ids)
        identifications = found.store_identifications(ids)
        return Summary(
            created,
            events,
            identifications,
            tuple(each for each in (*found.problems(ids), *skipped) if each.rows),
            sum(found.hidden(website) for website in there),
        )


class _Transfer:
    """From the staging tables to those of the events."""

    def __init__(self, store: ImportStore, staging: Staging, progress: Progress, batch: int) -> None:
        self._store = store
        self._staging = staging
        self._sql = staging.sql
        self._progress = progress
        self._batch = batch
        self._run = uuid4()

    def websites(self, book: WebsiteBook) -> tuple[tuple[Website, ...], tuple[Website, ...]]:
        """Return the websites to fill, and which of them had to be made."""
        if "website" in self._staging.found:
            named = (
                "select website, name, domain, toUnixTimestamp64Milli(reset) from $import_website"
                " where notEmpty(website) and deleted_at = '' order by website"
            )
        else:
            named = text("websites")
        there, created = [], []
        for website_id, name, domain, reset in self._rows(self._sql(named)):
            found = book.find(UUID(str(website_id)))
            if found is None:
                known_as = str(name or website_id)
                found = book.add(UUID(str(website_id)), known_as, str(domain), _int(reset) or None)
                created.append(found)
            there.append(found)
        return tuple(there), tuple(created)

    def store_events(self, websites: Fragment) -> tuple[int, tuple[Skipped, ...]]:
        """Store the events of these websites that are new; returns how many, and what was left out."""
        total = self._count("select count() from $import_website_event where problem = 0")
        arrived = unique = already = details = earnings = 0
        for batch in self._batches("website_event"):
            bound = batch.bound("event", websites)
            here, ids, stored, of_data, of_revenue = map(
                _int, self._rows(self._sql(text("arrivals"), **bound))[0]
            )
            if ids > stored:
                rows = self._sql(text("events"), **bound, has_revenue=int("revenue" in self._staging.found))
                self._store.insert_from(EVENTS, rows, token=self._token("events", batch))
            arrived, unique, already = arrived + here, unique + ids, already + stored
            details, earnings = details + of_data, earnings + of_revenue
            self._progress("Storing events", arrived, total)
        self._progress("Storing events", total, total)
        of_data = self._count("select count() from $import_event_data")
        of_revenue = self._count("select count() from $import_revenue where is_money")
        return unique - already, (
            Skipped(ALREADY, already),
            Skipped(TWICE, arrived - unique),
            Skipped(NO_EVENT, of_data - details),
            Skipped(NO_REVENUE_EVENT, of_revenue - earnings),
            Skipped(NO_MONEY, self._count("select count() from $import_revenue where not is_money")),
        )

    def store_identifications(self, websites: Fragment) -> int:
        """Store what sessions of these websites have told about themselves; returns how many rows are new."""
        counted = sql("select count() from identifications where website_id in $websites", websites=websites)
        before = _int(self._rows(counted)[0][0])
        for batch in self._batches("session_data"):
            rows = self._sql(text("identifications"), **batch.bound("session", websites))
            self._store.insert_from(IDENTIFICATIONS, rows, token=self._token("identifications", batch))
        return _int(self._rows(counted)[0][0]) - before

    def problems(self, websites: Fragment) -> Iterator[Skipped]:
        """Return what could not be taken over at all."""
        numbered = self._sql(
            "select problem, count() from $import_website_event where problem > 0 group by 1 order by 1"
        )
        for problem, rows in self._rows(numbered):
            yield Skipped(PROBLEMS[_int(problem) - 1], _int(rows))
        strangers = self._sql(
            "select count() from $import_website_event where problem = 0 and website not in $websites",
            websites=websites,
        )
        yield Skipped(NO_WEBSITE, _int(self._rows(strangers)[0][0]))
        yield Skipped(NO_SESSION, self._count("select count() from $import_session_data where problem > 0"))

    def hidden(self, website: Website) -> int:
        """Return how many of a website's events lie before its reset."""
        if website.reset_at is None:
            return 0
        before = sql(
            "select count() from events where website_id = {website:UUID}"
            " and created_at < fromUnixTimestamp64Milli({reset_at:Int64}, 'UTC')",
            website=website.id,
            reset_at=website.reset_at,
        )
        return _int(self._rows(before)[0][0])

    def _batches(self, table: str) -> Iterator[Batch]:
        hours = sql(
            "select toUnixTimestamp(toStartOfHour(at)) * 1000, count() from $table"
            " where problem = 0 group by 1 order by 1",
            table=self._staging.table(table),
        )
        return batches(((_int(start), _int(records)) for start, records in self._rows(hours)), self._batch)

    def _token(self, what: str, batch: Batch) -> str:
        # Of this run only: ids tell what is stored, and a website may have been reset since the last.
        return f"umami:{self._run}:{what}:{batch.start}:{batch.part}"

    def _count(self, statement: str) -> int:
        return _int(self._rows(self._sql(statement))[0][0])

    def _rows(self, statement: Fragment) -> Sequence[Sequence[object]]:
        return self._store.query(statement, name="import", limits=_LIMITS).rows


def _int(value: object) -> int:
    return int(str(value))
