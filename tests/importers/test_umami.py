"""The import of the worked example: each row as the oracle reads it, once, however often it is run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, replace
from pathlib import Path
from uuid import UUID

import pytest

from kokumi.domain.websites import Website
from kokumi.events.store import EventStore
from kokumi.importers.umami.folder import Folder
from kokumi.importers.umami.summary import Summary
from kokumi.importers.umami.transfer import import_umami
from kokumi.sql.fragment import sql
from oracle.model import Event, read_umami_dump

EXAMPLE = Path(__file__).parents[1] / "example" / "data"
FIRST = UUID("a1a1a1a1-0000-4000-8000-000000000001")
SECOND = UUID("b2b2b2b2-0000-4000-8000-000000000002")


class Book:
    """Websites in memory."""

    def __init__(self) -> None:
        self.websites: dict[UUID, Website] = {}

    def find(self, website_id: UUID) -> Website | None:
        return self.websites.get(website_id)

    def add(self, website_id: UUID, name: str, domain: str) -> Website:
        return self.websites.setdefault(website_id, Website(website_id, name, domain))


def run(folder: Path, store: EventStore, book: Book | None = None) -> Summary:
    """Import a folder, with nobody watching."""
    return import_umami(Folder(folder), store, book or Book(), lambda _what, _done, _total: None)


def stored(store: EventStore, website_id: UUID) -> list[Event]:
    """Return the stored events of a website as the oracle's, in its order."""
    rows = store.query(
        sql(
            """
            select toString(event_id), toString(website_id), toString(session_id), toString(visit_id),
                toUnixTimestamp64Milli(created_at), event_type, event_name, path, query, title, hostname,
                referrer, referrer_path, referrer_query, tag,
                utm_source, utm_medium, utm_campaign, utm_content, utm_term,
                gclid, fbclid, msclkid, ttclid, li_fat_id, twclid,
                browser, os, device, screen, language, country, region, city, distinct_id,
                arrayZip(property_names, property_types, property_values),
                arrayZip(revenue_currencies, revenue_amounts)
            from events where website_id = {website:UUID} order by created_at, toUInt128(event_id)
            """,
            website=website_id,
        ),
        name="test",
    ).rows
    names = Event.__dataclass_fields__
    return [
        Event(**dict(zip(names, (*row[:-2], tuple(row[-2]), tuple(row[-1])), strict=True)))  # type: ignore[arg-type]  # whatever the engine gives
        for row in rows
    ]


@pytest.fixture
def clean(store: EventStore) -> Iterator[EventStore]:
    """Return the store without the example's events, before and after."""
    for website_id in (FIRST, SECOND):
        store.erase(website_id)
    yield store
    for website_id in (FIRST, SECOND):
        store.erase(website_id)


def test_takes_over_each_row_of_the_example(clean: EventStore) -> None:
    book = Book()
    summary = run(EXAMPLE, clean, book)
    assert summary == Summary(tuple(book.websites.values()), 7442, 0, (), 0)
    assert list(book.websites) == [FIRST, SECOND]
    expected = read_umami_dump(EXAMPLE)
    for website_id in (FIRST, SECOND):
        theirs = [as_stored(event) for event in expected if event.website_id == str(website_id)]
        assert [astuple(event) for event in stored(clean, website_id)] == [astuple(event) for event in theirs]


def as_stored(event: Event) -> Event:
    return replace(event, properties=tuple(sorted(event.properties)))
