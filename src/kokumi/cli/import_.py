"""`kokumi import …`: the data of another analytics server, and logs of web servers."""

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

application = typer.Typer(
    name="import", help="The data of another analytics server, or a log.", no_args_is_help=True
)


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


@application.command("log")
def log(
    file: Annotated[
        Path,
        typer.Argument(
            help="A log of a web server: JSON lines, or the combined format. A `.gz` is unpacked."
        ),
    ],
    website: Annotated[str, typer.Option(help="The id of the website that the log is of.")],
) -> None:
    """Store which agents fetched pages, by the log of a web server.

    Requests of people are left out. May be stopped and run again: nothing is stored twice.
    """
    from kokumi.agents.proofs import installed_proofs
    from kokumi.cli.console import answers
    from kokumi.cli.opening import open_offline
    from kokumi.cli.people import parse_id
    from kokumi.cli.progress import progress
    from kokumi.errors import NotFoundError
    from kokumi.importers.log.transfer import import_log

    settings = read_settings()
    website_id = parse_id(website)
    with open_offline(settings) as kokumi, progress() as shown:
        if kokumi.metadata.websites.find(website_id) is None:
            raise NotFoundError("There is no such website.")
        task = shown.add_task("lines", total=None)
        proofs = installed_proofs(settings.data)
        summary = import_log(
            file, website_id, kokumi.store, proofs, lambda done: shown.update(task, completed=done)
        )
    answers.print(f"Read {summary.lines} lines and stored {summary.stored} fetches of agents.")
    if summary.people:
        answers.print(f"Left out {summary.people} requests of people.")
    if summary.already:
        answers.print(f"Skipped {summary.already} fetches that are stored already.")
    for reason, lines in summary.bad:
        answers.print(f"Skipped {lines} {reason}.")


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
