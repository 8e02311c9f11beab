"""The schema as numbered SQL files, applied in order at the start and recorded in the store itself.

A file is written for one engine and for a cluster alike; `events/layout.py` fills in what differs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from kokumi.errors import SetupError
from kokumi.events.layout import TABLES, Layout
from kokumi.events.rows import EVENTS

if TYPE_CHECKING:
    from clickhouse_connect.driver.client import Client

_NAME = re.compile(r"(\d{3})_(\w+)\.sql")


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema: `version` counts from 1 without gaps."""

    version: int
    name: str
    statements: tuple[str, ...]


def migrations() -> tuple[Migration, ...]:
    """Return all migrations of this program, oldest first."""
    found = [
        Migration(int(match[1]), match[2], statements(file.read_text("utf-8")))
        for file in files("kokumi.events").joinpath("schema").iterdir()
        if (match := _NAME.fullmatch(file.name))
    ]
    return tuple(sorted(found, key=lambda migration: migration.version))


def migrate(client: Client, layout: Layout, known: Sequence[Migration] | None = None) -> None:
    """Bring the store's schema up to date, by this program's migrations or other ones.

    Several processes may do so at once.

    Raises:
        SetupError: a newer program has been here, or the store is laid out in another way; the data is left
            as it is.
    """
    _refuse_another_layout(client, layout)
    applied, known = applied_version(client), migrations() if known is None else known
    if applied > len(known):
        raise SetupError(
            f"The events were written by a newer version of Kokumi (schema {applied}, this one knows "
            f"{len(known)}). Start that version or a later one; nothing was changed."
        )
    if applied == len(known):
        return
    # Nothing before this point changes a cluster, so that a start does not need all of its servers.
    client.command(layout.statement(_JOURNAL))
    for migration in known[applied:]:
        for statement in migration.statements:
            client.command(layout.statement(statement))
        # A table of a later migration is not there yet.
        there = [table for table in TABLES if _engine(client, layout.holder(table))]
        for table in layout.distributed(_database(client), there):
            client.command(table.create)
            if client.query(table.columns).result_rows != [(1,)]:
                client.command(table.renew)
        client.insert(
            "schema_migrations", [(migration.version, migration.name)], column_names=["version", "name"]
        )


_JOURNAL = """
create table if not exists $journal (version UInt32, name String, applied_at DateTime default now())
engine = $same_everywhere order by version
"""


def applied_version(client: Client) -> int:
    """Return the version of the store's schema, 0 if it has none yet."""
    if not _engine(client, "schema_migrations"):
        return 0
    return int(client.query("select max(version) from schema_migrations").result_rows[0][0])


def _refuse_another_layout(client: Client, layout: Layout) -> None:
    if layout.cluster:
        found = client.query("select distinct cluster from system.clusters order by 1").result_rows
        clusters = [str(row[0]) for row in found]
        if layout.cluster not in clusters:
            raise SetupError(
                f"KOKUMI_EVENTS: the server knows no cluster {layout.cluster}, only {', '.join(clusters)}"
            )
    engine = _engine(client, EVENTS.name)
    if engine and not layout.fits(engine):
        wanted = f"the cluster {layout.cluster}" if layout.cluster else "a single server"
        raise SetupError(
            f"KOKUMI_EVENTS: the database {_database(client)} is not laid out for {wanted}: its table events "
            f"is {engine[:60]}… Nothing was changed; docs/cluster.md tells how to move."
        )


def _engine(client: Client, table: str) -> str:
    """Return a table's engine with its arguments; nothing if there is no such table."""
    found = client.query(
        "select engine_full from system.tables where database = currentDatabase() and name = {table:String}",
        parameters={"table": table},
    ).result_rows
    return str(found[0][0]) if found else ""


def _database(client: Client) -> str:
    return str(client.query("select currentDatabase()").result_rows[0][0])


def statements(text: str) -> tuple[str, ...]:
    """Return the statements of an SQL file, without its comments."""
    uncommented = re.sub(r"^\s*--.*$", "", text, flags=re.MULTILINE)
    return tuple(statement.strip() for statement in uncommented.split(";") if statement.strip())
