"""Stored fetches get what today's lists say of their user agents."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from kokumi.collect.classification import Classified, classify
from kokumi.domain.agents import Agent, AgentKind, Proof
from kokumi.events.store import EventStore
from kokumi.sql.fragment import sql
from support.agents import fetch, store_fetches

_GPTBOT = "Mozilla/5.0 (compatible; GPTBot/1.2)"
_CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36"


@pytest.mark.every_store
def test_what_the_lists_say_now(store: EventStore, website_id: UUID) -> None:
    classify(store)
    before = [
        (_GPTBOT, Agent(AgentKind.TOOL, "OpenAI", "old"), Proof.ADDRESS),
        ("ClaudeBot/1.0", Agent(AgentKind.CRAWLER, "Other", "ClaudeBot"), Proof.ADDRESS),
        ("curl/8", Agent(AgentKind.TOOL, "curl", "curl/"), Proof.SIGNATURE),
        (_CHROME, Agent(AgentKind.TOOL, "", "Chrome"), Proof.CLAIMED),
    ]
    store_fetches(
        store,
        [
            replace(fetch(website_id, at=1_760_000_000_000, agent=agent, proof=proof), user_agent=text)
            for text, agent, proof in before
        ],
    )
    assert classify(store).changed == 3
    statement = sql(
        """
        select kind, operator, name, proof from agents
        where website_id = {website:UUID} order by user_agent
        """,
        website=website_id,
    )
    assert [tuple(row) for row in store.query(statement, name="test").rows] == [
        ("crawler", "Anthropic", "ClaudeBot", "claimed"),
        ("person", "", "", "claimed"),
        ("crawler", "OpenAI", "GPTBot", "address"),
        ("tool", "curl", "curl/", "signature"),
    ]
    assert classify(store) == Classified(classify(store).read, 0)
