"""Erasing in the background: the engine deletes rows by mutations, which survive stops and restarts.

A mutation is found again by its tag, a text in its condition that `system.mutations` shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from uuid import UUID

from kokumi.domain.erasure import Erasure, Expired
from kokumi.domain.times import to_datetime
from kokumi.events.engine import BACKGROUND, Limits
from kokumi.events.layout import PARTITIONED, TABLES
from kokumi.events.store import EventStore
from kokumi.sql.fragment import Fragment, identifier, integer, join, sql

MAX_WEBSITES = 5_000
"""How many websites one condition names. Each takes 40 bytes of the statement."""

_LIMITS = Limits(seconds=20.0, memory=500_000_000)


class MutationState(Enum):
    """The state of a mutation."""

    DONE = "done"
    UNDER_WAY = "under way"
    FAILING = "failing"
    """The engine reports an error. It tries again by itself."""
    MISSING = "missing"
    """A server of the cluster that is up does not know it (yet)."""


@dataclass(frozen=True, slots=True)
class _Found:
    servers: int
    unfinished: int
    reason: str


class Mutations:
    """Erases rows without waiting for the engine. Each call returns within seconds and may be repeated."""

    def __init__(self, store: EventStore) -> None:
        self._store = store
        self._layout = store.layout

    def advance(self, condition: Fragment, tag: str, *, if_seen: bool = False) -> MutationState:
        """Start to delete the rows that meet a condition, unless that was started. Return its state.

        With `if_seen`, nothing is started if no server of the cluster that is up has such rows.

        Raises:
            DatabaseError, OperationalError: the engine cannot be reached, or refused the statement.
        """
        states = [self._advance(table, condition, tag, if_seen=if_seen) for table in TABLES]
        order = (MutationState.FAILING, MutationState.MISSING, MutationState.UNDER_WAY)
        return next((state for state in order if state in states), MutationState.DONE)

    def are_left(self, condition: Fragment) -> bool:
        """Return whether any row meets a condition."""
        return any(self._holds(table, condition) for table in TABLES)

    def drop_months(self, before: int) -> tuple[int, ...]:
        """Drop the months that end before an instant (epoch milliseconds). Return them, such as `202501`."""
        dropped = {month for table in PARTITIONED for month in self._drop_months(table, before)}
        return tuple(sorted(dropped))

    def _drop_months(self, table: str, before: int) -> tuple[int, ...]:
        moment = to_datetime(before)
        statement = sql(
            """
            select distinct toUInt32(partition) as month
            from $parts
            where database = {database:String} and table = {table:String} and active
                and month < {first_kept:UInt32}
            order by month
            settings skip_unavailable_shards = 1
            """,
            parts=self._layout.everywhere("parts"),
            database=self._database,
            table=self._layout.holder(table),
            first_kept=moment.year * 100 + moment.month,
        )
        found = self._store.query(statement, name="erase:months", limits=_LIMITS)
        months = tuple(int(str(row[0])) for row in found.rows)
        for month in months:
            drop = sql(
                "alter table $held drop partition $month",
                held=self._layout.held(table),
                # Not bound: the servers of a cluster cannot read such a statement that another passes on.
                month=integer(month),
            )
            self._store.run(drop, settings=BACKGROUND)
        return months

    def _advance(self, table: str, condition: Fragment, tag: str, *, if_seen: bool) -> MutationState:
        found = self._find(table, tag)
        if found.unfinished:
            return MutationState.FAILING if found.reason else MutationState.UNDER_WAY
        if found.servers:
            return MutationState.DONE if found.servers >= self._servers() else MutationState.MISSING
        # A replica that is down may hold rows that cannot be seen now. It gets the mutation when it is back.
        if (if_seen or not self._layout.cluster) and not self._holds(table, condition):
            return MutationState.DONE
        deletion = sql(
            "alter table $held delete where ($condition) and {tag:String} != ''",
            held=self._layout.held(table),
            condition=condition,
            tag=tag,
        )
        self._store.run(deletion, settings=BACKGROUND)
        return MutationState.UNDER_WAY

    def _find(self, table: str, tag: str) -> _Found:
        statement = sql(
            """
            select uniqExact(hostName(), tcpPort()), countIf(not is_done), max(latest_fail_reason)
            from $mutations
            where database = {database:String} and table = {table:String}
                and position(command, {tag:String}) > 0
            settings skip_unavailable_shards = 1
            """,
            mutations=self._layout.everywhere("mutations"),
            database=self._database,
            table=self._layout.holder(table),
            tag=tag,
        )
        ((servers, unfinished, reason),) = self._store.query(
            statement, name="erase:state", limits=_LIMITS
        ).rows
        return _Found(int(str(servers)), int(str(unfinished)), str(reason))

    def _servers(self) -> int:
        """Return how many servers with rows are up."""
        if not self._layout.cluster:
            return 1
        statement = sql(
            "select uniqExact(hostName(), tcpPort()) from $one settings skip_unavailable_shards = 1",
            one=self._layout.everywhere("one"),
        )
        return int(str(self._store.query(statement, name="erase:servers", limits=_LIMITS).rows[0][0]))

    def _holds(self, table: str, condition: Fragment) -> bool:
        statement = sql(
            "select 1 from $table where $condition limit 1", table=identifier(table), condition=condition
        )
        return bool(self._store.query(statement, name="erase:left", limits=_LIMITS).rows)

    @cached_property
    def _database(self) -> str:
        return str(self._store.query(sql("select currentDatabase()"), name="erase:database").rows[0][0])


def covered(erasures: Iterable[Erasure]) -> Fragment:
    """Return a condition for the rows of these erasures, of which there must be at least one."""
    return join(" or ", _terms(tuple(erasures)))


def expired_rows(expired: Expired) -> tuple[Fragment, ...]:
    """Return conditions, usually one, that together cover all expired rows; none if there are none."""
    every = [] if expired.before is None else [_before("every", expired.before)]
    own = [
        _expired_of(f"own{number}_{first}", expiry.before, expiry.website_ids[first : first + MAX_WEBSITES])
        for number, expiry in enumerate(expired.own)
        for first in range(0, len(expiry.website_ids), MAX_WEBSITES)
    ]
    terms = [*every, *own]
    if sum(len(expiry.website_ids) for expiry in expired.own) > MAX_WEBSITES:
        return tuple(terms)
    return (join(" or ", terms),) if terms else ()


def _expired_of(name: str, before: int, website_ids: Sequence[UUID]) -> Fragment:
    return sql(
        "(website_id in {websites:Array(UUID)} and $before)",
        before=_before(f"{name}_before", before),
        websites=tuple(map(str, website_ids)),
    ).renamed(websites=name)


def _terms(erasures: tuple[Erasure, ...]) -> Iterator[Fragment]:
    whole = sorted({each.website_id for each in erasures if each.is_whole_website})
    if whole:
        yield sql("(website_id in {websites:Array(UUID)})", websites=tuple(map(str, whole)))
    for number, (website_id, sessions) in enumerate(sorted(_sessions(erasures).items())):
        yield sql(
            "(website_id = {website:UUID} and session_id in {sessions:Array(UUID)})",
            website=website_id,
            sessions=tuple(map(str, sorted(sessions))),
        ).renamed(website=f"of{number}", sessions=f"sessions{number}")
    for number, each in enumerate(erasures):
        if each.before is not None:
            yield sql(
                "(website_id = {website:UUID} and $before)",
                before=_before(f"reset{number}_before", each.before),
                website=each.website_id,
            ).renamed(website=f"reset{number}")


def _sessions(erasures: Iterable[Erasure]) -> dict[UUID, set[UUID]]:
    found: dict[UUID, set[UUID]] = {}
    for each in erasures:
        if each.session_id is not None:
            found.setdefault(each.website_id, set()).add(each.session_id)
    return found


def _before(name: str, instant: int) -> Fragment:
    created = sql("created_at < fromUnixTimestamp64Milli({before:Int64}, 'UTC')", before=instant)
    return created.renamed(before=name)
