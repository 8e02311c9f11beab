"""Reads the user agents of stored fetches again, after the lists have changed.

See docs/spec/agents.md#after-the-lists-change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kokumi.agents.reading import read_agent
from kokumi.domain.agents import Agent, AgentKind
from kokumi.events.engine import DELETION
from kokumi.events.rows import AGENTS
from kokumi.events.store import EventStore
from kokumi.sql.fragment import sql

_AT_ONCE = 1000
"""How many user agents one mutation changes; each takes about a kilobyte of the statement."""


@dataclass(frozen=True, slots=True)
class Classified:
    """What came of it: different user agents that were read, and those that are somebody else's now."""

    read: int
    changed: int


@dataclass(frozen=True, slots=True)
class _Change:
    user_agent: str
    agent: Agent


def classify(store: EventStore) -> Classified:
    """Give every stored fetch the kind, operator and name that it would get today; returns once it has."""
    read = changed = 0
    for stored in _stored(store):
        now = {text: read_agent(text) for text, _ in stored}
        changes = [
            _Change(text, now[text]) for text in sorted({text for text, was in stored if now[text] != was})
        ]
        read, changed = read + len(now), changed + len(changes)
        if changes:
            _change(store, changes)
    return Classified(read, changed)


def _stored(store: EventStore) -> Iterator[Sequence[tuple[str, Agent]]]:
    """Return the stored user agents in order, each with all that it was taken for, so many at once."""
    last = ""
    while True:
        statement = sql(
            """
            select user_agent, toString(kind), toString(operator), toString(name)
            from agents
            where user_agent > {last:String}
            group by user_agent, kind, operator, name
            order by user_agent
            limit {most:UInt32} with ties
            """,
            last=last,
            most=_AT_ONCE,
        )
        rows = [[str(each) for each in row] for row in store.query(statement, name="agents:classify").rows]
        if not rows:
            return
        yield [(text, Agent(AgentKind(kind), operator, name)) for text, kind, operator, name in rows]
        last = rows[-1][0]


def _change(store: EventStore, changes: Sequence[_Change]) -> None:
    texts = tuple(each.user_agent for each in changes)
    operator = sql(
        "transform(user_agent, {texts:Array(String)}, {operators:Array(String)}, '')",
        texts=texts,
        operators=tuple(each.agent.operator for each in changes),
    )
    statement = sql(
        """
        alter table $held update
            kind = transform(user_agent, {texts:Array(String)}, {kinds:Array(String)}, ''),
            operator = $operator,
            name = transform(user_agent, {texts:Array(String)}, {names:Array(String)}, ''),
            proof = if(toString(operator) = $operator, toString(proof), 'claimed')
        where user_agent in {texts:Array(String)}
        """,
        operator=operator,
        held=store.layout.held(AGENTS.name),
        texts=texts,
        kinds=tuple(str(each.agent.kind) for each in changes),
        names=tuple(each.agent.name for each in changes),
    )
    store.run(statement, settings=DELETION)
