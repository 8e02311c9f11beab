"""Agents: programs that fetch pages, told apart from the browsers of people (docs/spec/agents.md)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class AgentKind(StrEnum):
    """What a user agent is the text of (docs/spec/agents.md#kinds)."""

    PERSON = "person"
    ASSISTANT = "assistant"
    CRAWLER = "crawler"
    TOOL = "tool"


AGENT_KINDS = (AgentKind.ASSISTANT, AgentKind.CRAWLER, AgentKind.TOOL)
"""The kinds of programs: all but people."""


class Proof(StrEnum):
    """How it is known that an agent is whose it says it is (docs/spec/agents.md#verified)."""

    CLAIMED = "claimed"
    """Its user agent says so, as anybody's may."""
    ADDRESS = "address"
    """It came from an address that its operator publishes."""
    SIGNATURE = "signature"
    """It signed the request with a key that its operator publishes."""


class Reporter(StrEnum):
    """Who reported a fetch: the page itself, a server, or a server's log."""

    TRACKER = "tracker"
    SERVER = "server"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class Agent:
    """What a user agent says of itself. `operator` and `name` are empty where they are not known."""

    kind: AgentKind
    operator: str = ""
    name: str = ""

    @property
    def is_person(self) -> bool:
        """Whether it is what people browse with."""
        return self.kind is AgentKind.PERSON


PERSON = Agent(AgentKind.PERSON)


@dataclass(frozen=True, slots=True)
class Fetch:
    """One row of the agents' table: an agent asked for a page or ran the tracker on it.

    `created_at` is in epoch milliseconds, UTC. `status` is the answer's HTTP status, 0 if it is not known.
    """

    website_id: UUID
    event_id: UUID
    created_at: int
    agent: Agent
    proof: Proof
    reporter: Reporter
    hostname: str
    path: str
    referrer: str
    event_name: str
    status: int
    user_agent: str
