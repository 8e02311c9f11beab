"""`kokumi import …`: the data of another analytics server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from kokumi.errors import SetupError
from kokumi.settings import read_settings

if TYPE_CHECKING:
    from kokumi.app import Kokumi
    from kokumi.domain.websites import Website
    from kokumi.importers.umami.source import UmamiSource
    from kokumi.importers.umami.summary import Summary

application = typer.Typer(name="import", help="The data of another analytics server.", no_args_is_help=True)


@application.callback()
def _import() -> None:
    """Keep the name of the server a word of its own, though there is only one yet."""


@application.command("umami")
def umami(
    source: Annotated[
        str,
        typer.Argument(
            help="A folder of CSV dumps (session.csv, website_event.csv, event_data.csv; session_data.csv, "
            "revenue.csv and website.csv if there are any), or the postgresql:// address of the database."
        ),
    ],
) -> None:
    """Take over an Umami server's data: ids, visits and times stay as they are.

    May be stopped and run again: nothing is stored twice.
    """
    from kokumi.cli.opening import open_offline, owner
    from kokumi.cli.progress import progress
    from kokumi.importers.umami.transfer import import_umami

    with _open(source) as tables, open_offline(read_settings()) as kokumi, progress() as shown:
        book = _Book(kokumi, owner(kokumi))
        tasks = {}

        def show(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = shown.add_task(what, total=total)
            shown.update(tasks[what], completed=done, total=total)

        summary = import_umami(tables, kokumi.store, book, show)
    _print_summary(summary)


class _Book:
    """The websites of the installation; new ones belong to the administrator."""

    def __init__(self, kokumi: Kokumi, owner: UUID) -> None:
        self._kokumi = kokumi
        self._websites = kokumi.metadata.websites
        self._owner = owner

    def find(self, website_id: UUID) -> Website | None:
        """Return the website of that id, if there is one."""
        return self._websites.find(website_id)

    def add(self, website_id: UUID, name: str, domain: str, reset_at: int | None) -> Website:
        """Return a new website of the administrator's."""
        from kokumi.erasing.eraser import erase_now
        from kokumi.metadata.websites import NewWebsite

        # One of that id may have been deleted, and its events not be erased yet.
        erase_now(self._kokumi.store, self._kokumi.metadata, website_id, clock=self._kokumi.clock)
        return self._websites.create(
            NewWebsite(
                name=name[:100],
                domain=domain[:500],
                created_by=self._owner,
                id=website_id,
                reset_at=reset_at,
            )
        )


@contextmanager
def _open(source: str) -> Iterator[UmamiSource]:
    if not source.startswith(("postgresql://", "postgres://")):
        from kokumi.importers.umami.folder import Folder

        yield Folder(Path(source))
        return
    try:
        from kokumi.importers.umami.postgresql import open_postgresql
    except ImportError:
        raise SetupError("Reading PostgreSQL needs a driver: pip install 'kokumi[postgresql]'") from None
    with open_postgresql(source) as tables:
        yield tables


def _print_summary(summary: Summary) -> None:
    from kokumi.cli.console import answers

    for website in summary.websites:
        answers.print(f"New website: {website.name} ({website.id})", markup=False)
    answers.print(f"Stored {summary.events} events and {summary.identifications} identifications.")
    for skipped in summary.skipped:
        answers.print(f"Skipped {skipped.rows} {skipped.reason}.")
    if summary.hidden:
        answers.print(
            f"{summary.hidden} events lie before the reset of their website: they are stored and not counted."
        )
