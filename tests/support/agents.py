"""Fetches of agents, for tests."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID, uuid4

from kokumi.domain.agents import Agent, AgentKind, Fetch, Proof, Reporter
from kokumi.events.rows import AGENTS, agent_row
from kokumi.events.store import EventStore

GPTBOT = Agent(AgentKind.CRAWLER, "OpenAI", "GPTBot")
CHATGPT = Agent(AgentKind.ASSISTANT, "OpenAI", "ChatGPT-User")
CURL = Agent(AgentKind.TOOL, "curl", "curl/")


def fetch(
    website_id: UUID,
    *,
    at: int,
    agent: Agent = GPTBOT,
    path: str = "/",
    status: int = 0,
    proof: Proof = Proof.CLAIMED,
    reporter: Reporter = Reporter.TRACKER,
) -> Fetch:
    """Return a fetch at an instant in epoch milliseconds."""
    return Fetch(
        website_id=website_id,
        event_id=uuid4(),
        created_at=at,
        agent=agent,
        proof=proof,
        reporter=reporter,
        hostname="example.com",
        path=path,
        referrer="",
        event_name="",
        status=status,
        user_agent=agent.name,
    )


def store_fetches(store: EventStore, fetches: Iterable[Fetch]) -> None:
    """Store fetches."""
    store.insert(AGENTS, [agent_row(each) for each in fetches], token=uuid4().hex)
