"""Where the tables lie: in one engine, or on the shards and replicas of a cluster. All that differs is here.

On a cluster each table of the schema is held by `<name>_local`, replicated, on every server; `<name>` is a
Distributed table over all of them, so that queries and inserts read the same everywhere. Rows are sharded by
session (docs/decisions/0008-cluster.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from kokumi.errors import SetupError
from kokumi.events.rows import AGENTS, EVENTS, IDENTIFICATIONS
from kokumi.sql.fragment import Fragment, identifier, slots, sql, unchecked_sql

TABLES = (EVENTS.name, IDENTIFICATIONS.name, AGENTS.name)
"""The tables of the schema."""

PARTITIONED = (EVENTS.name, AGENTS.name)
"""Those of them that keep each month in a part of its own."""

_SHARDED_BY = {EVENTS.name: "session_id", IDENTIFICATIONS.name: "session_id", AGENTS.name: "event_id"}

_CLUSTER = re.compile(r"[A-Za-z0-9_.-]+")


_COLUMNS = """
select count(distinct columns)
from
(
    select arraySort(groupArray((position, name, type, default_kind, default_expression))) as columns
    from clusterAllReplicas($cluster, system.columns)
    where database = $database and table in ($tables)
    group by serverUUID(), table
)
"""


@dataclass(frozen=True, slots=True)
class DistributedTable:
    """A Distributed table as three statements. It holds nothing itself."""

    create: str
    """Makes it on all servers that do not have it."""
    columns: str
    """Asks how many lists of columns it and the tables under it have, on all servers: 1 if it fits them."""
    renew: str
    """Makes it anew on all servers. Whoever inserts at that moment is refused, so only if it must be."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a store's tables lie: `cluster` is the server's name for it, empty if one engine has them all."""

    cluster: str = ""

    def held(self, table: str) -> Fragment:
        """Return the table that holds the rows, as a statement names it that changes the table itself."""
        if not self.cluster:
            return identifier(table)
        return unchecked_sql(f"{identifier(table)}_local on cluster '{self.cluster}'")

    def holder(self, table: str) -> str:
        """Return the name of the table that holds the rows."""
        return f"{table}_local" if self.cluster else table

    def everywhere(self, table: str) -> Fragment:
        """Return the engine's own table of that name (`system.…`) as a query names it, of all servers."""
        own = identifier(table)
        if not self.cluster:
            return sql("system.$own", own=own)
        cluster = unchecked_sql(_quoted(self.cluster))
        return sql("clusterAllReplicas($cluster, system.$own)", cluster=cluster, own=own)

    def statement(self, text: str) -> str:
        """Return a statement of the schema as the engine takes it.

        In its text `$events`, `$identifications`, `$agents` stand for the tables and `$merge_tree` for
        their engine; `$journal` and `$same_everywhere` for the table of migrations, which is one and
        the same on all servers, and its engine.
        """
        meanings = {
            **{table: self.held(table) for table in TABLES},
            "merge_tree": self._engine("{table}/{shard}", "{replica}"),
            "journal": unchecked_sql(f"schema_migrations{self._everywhere()}"),
            "same_everywhere": self._engine("{table}", "{shard}-{replica}"),
        }
        return str(unchecked_sql(text, **{name: meanings[name] for name in slots(text)}))

    def distributed(self, database: str, tables: Iterable[str]) -> tuple[DistributedTable, ...]:
        """Return the Distributed tables over these, which hold the rows; one engine needs none."""
        if not self.cluster:
            return ()
        return tuple(
            DistributedTable(
                create=f"create table if not exists {self._distributed(table, database)}",
                columns=str(
                    unchecked_sql(
                        _COLUMNS,
                        cluster=unchecked_sql(_quoted(self.cluster)),
                        database=unchecked_sql(_quoted(database)),
                        tables=unchecked_sql(f"'{table}', '{table}_local'"),
                    )
                ),
                renew=f"create or replace table {self._distributed(table, database)}",
            )
            for table in tables
        )

    def _distributed(self, table: str, database: str) -> str:
        return (
            f"{table}{self._everywhere()} as {table}_local engine = Distributed('{self.cluster}',"
            f" {_quoted(database)}, {table}_local, cityHash64({_SHARDED_BY[table]}))"
        )

    def fits(self, engine: str) -> bool:
        """Return whether a table of that engine (with its arguments) can be one of this layout's."""
        if not self.cluster:
            return not engine.startswith("Distributed")  # a service may have turned MergeTree into its own
        return engine.startswith(f"Distributed('{self.cluster}',")

    def _everywhere(self) -> str:
        return f" on cluster '{self.cluster}'" if self.cluster else ""

    def _engine(self, path: str, replica: str) -> Fragment:
        if not self.cluster:
            return sql("MergeTree")
        # Not the server's default, which holds an id: a server that joins later must find the others.
        place = f"/kokumi/{self.cluster}/{{database}}/{path}"
        return unchecked_sql(f"ReplicatedMergeTree('{place}', '{replica}')")


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def read_dsn(dsn: str) -> tuple[str, Layout]:
    """Return the address to connect to, and the layout that its parameter `cluster` asks for.

    Raises:
        SetupError: a cluster is asked of the embedded engine, or its name cannot be one.
    """
    parts = urlsplit(dsn)
    parameters = dict(parse_qsl(parts.query, keep_blank_values=True))
    if "cluster" not in parameters:
        return dsn, Layout()
    cluster = parameters.pop("cluster")
    if not _CLUSTER.fullmatch(cluster):
        raise SetupError("KOKUMI_EVENTS: cluster must be a name of letters, digits and `_.-`")
    if parts.scheme == "chdb":
        raise SetupError(
            "KOKUMI_EVENTS: the embedded engine has no cluster; name a server's clickhouse:// address"
        )
    return parts._replace(query=urlencode(parameters)).geturl(), Layout(cluster)
