"""Umami dumps to import, the import itself, and what it stored."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from kokumi.domain.websites import Website
from kokumi.events.store import EventStore
from kokumi.importers.umami.folder import Folder
from kokumi.importers.umami.source import UmamiSource
from kokumi.importers.umami.summary import Summary
from kokumi.importers.umami.transfer import import_umami
from kokumi.sql.fragment import sql
from oracle.model import Event, read_umami_dump

EXAMPLE = Path(__file__).parents[1] / "example" / "data"
FIRST = UUID("a1a1a1a1-0000-4000-8000-000000000001")
SECOND = UUID("b2b2b2b2-0000-4000-8000-000000000002")

Row = Mapping[str, str]


class Book:
    """Websites in memory."""

    def __init__(self, *websites: Website) -> None:
        self.websites = {website.id: website for website in websites}

    def find(self, website_id: UUID) -> Website | None:
        """Return the website of that id, if there is one."""
        return self.websites.get(website_id)

    def add(self, website_id: UUID, name: str, domain: str, reset_at: int | None) -> Website:
        """Return a new website."""
        return self.websites.setdefault(website_id, Website(website_id, name, domain, reset_at))


def take_over(source: Path | UmamiSource, store: EventStore, book: Book | None = None) -> Summary:
    """Import a source, with nobody watching."""
    tables = Folder(source) if isinstance(source, Path) else source
    return import_umami(tables, store, book or Book(), lambda _what, _done, _total: None)


def dump(folder: Path, tables: Mapping[str, Sequence[Row]]) -> Path:
    """Write each table as a CSV file, its columns those of its first row, and return the folder."""
    folder.mkdir(exist_ok=True)
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return folder


def expected(website_id: UUID) -> list[Event]:
    """Return the example's events of a website as the oracle reads them, with their data by name."""
    return [
        replace(event, properties=tuple(sorted(event.properties)))
        for event in read_umami_dump(EXAMPLE)
        if event.website_id == str(website_id)
    ]


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
    names = tuple(Event.__dataclass_fields__)
    as_tuples = ((*row[:-2], tuple(row[-2]), tuple(row[-1])) for row in map(list, rows))  # type: ignore[arg-type]  # arrays
    return [Event(**dict(zip(names, row, strict=True))) for row in as_tuples]  # type: ignore[arg-type]  # as selected
