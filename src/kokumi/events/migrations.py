"""The schema as numbered SQL files, applied in order at the start and recorded in the store itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from kokumi.errors import SetupError

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


def migrate(client: Client) -> None:
    """Bring the store's schema up to date.

    Raises:
        SetupError: a newer program has been here; the data is left as it is.
    """
    client.command(
        "create table if not exists schema_migrations"
        " (version UInt32, name String, applied_at DateTime default now())"
        " engine = MergeTree order by version"
    )
    applied = int(client.query("select max(version) from schema_migrations").result_rows[0][0])
    known = migrations()
    if applied > len(known):
        raise SetupError(
            f"The events were written by a newer version of Kokumi (schema {applied}, this one knows "
            f"{len(known)}). Start that version or a later one; nothing was changed."
        )
    for migration in known[applied:]:
        for statement in migration.statements:
            client.command(statement)
        client.insert(
            "schema_migrations", [(migration.version, migration.name)], column_names=["version", "name"]
        )


def statements(text: str) -> tuple[str, ...]:
    """Return the statements of an SQL file, without its comments."""
    uncommented = re.sub(r"^\s*--.*$", "", text, flags=re.MULTILINE)
    return tuple(statement.strip() for statement in uncommented.split(";") if statement.strip())
