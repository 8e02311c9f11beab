"""The statistic of agents: one scripted answer as a whole, and any others against plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from random import Random
from uuid import UUID

import pytest

from kokumi.domain.agents import Agent, AgentKind, Fetch, Proof
from kokumi.events.store import EventStore
from kokumi.statistics.agents import AGENTS, AgentsParameters
from kokumi.statistics.intervals import Interval
from oracle.making import custom, ms, view
from oracle.model import PAGE_VIEW, Event
from support.agents import CHATGPT, CURL, GPTBOT, fetch, store_fetches
from support.statistics import OCTOBER, ask, fill

pytestmark = pytest.mark.every_store

CLAUDE = Agent(AgentKind.ASSISTANT, "Anthropic", "Claude-User")
_HOSTS = {"chatgpt.com": "OpenAI", "claude.ai": "Anthropic"}


def test_what_was_fetched_and_who_came_of_it(store: EventStore, website_id: UUID) -> None:
    day = ms("2025-10-02")
    store_fetches(
        store,
        [
            fetch(website_id, at=day, agent=CHATGPT, path="/a", status=200, proof=Proof.ADDRESS),
            fetch(website_id, at=day + 1, agent=GPTBOT, path="/a", status=404),
            fetch(website_id, at=day + 2, agent=GPTBOT, path="/b", status=200, proof=Proof.SIGNATURE),
            fetch(website_id, at=ms("2025-09-30"), agent=CURL),
        ],
    )
    fill(
        store,
        website_id,
        [
            view("/a", day + 5, "ann", referrer="chatgpt.com"),
            view("/a", day - 5, "early", referrer="chatgpt.com"),
            view("/b", day + 5, "bob", referrer="chatgpt.com"),
            view("/x", day + 5, "eve", referrer="news.example"),
            view("/a", day + 6, "eve", referrer="chatgpt.com"),
            custom("signup", day + 7, "kim", referrer="chatgpt.com"),
        ],
    )
    assert ask(store, website_id, AGENTS, AgentsParameters(Interval.MONTH, 1)) == {
        "kinds": [
            {"kind": "crawler", "fetches": 2, "verified": 1},
            {"kind": "assistant", "fetches": 1, "verified": 1},
        ],
        "agents": [
            {"kind": "crawler", "fetches": 2, "verified": 1, "operator": "OpenAI", "name": "GPTBot"},
            {"kind": "assistant", "fetches": 1, "verified": 1, "operator": "OpenAI", "name": "ChatGPT-User"},
        ],
        "paths": [
            {"kind": "assistant", "fetches": 1, "verified": 1, "path": "/a"},
            {"kind": "crawler", "fetches": 1, "verified": 0, "path": "/a"},
        ],
        "statuses": [
            {"kind": "assistant", "fetches": 1, "verified": 1, "status": 200},
            {"kind": "crawler", "fetches": 1, "verified": 1, "status": 200},
            {"kind": "crawler", "fetches": 1, "verified": 0, "status": 404},
        ],
        "series": [
            {"kind": "assistant", "t": "2025-10-01T00:00:00Z", "y": 1},
            {"kind": "crawler", "t": "2025-10-01T00:00:00Z", "y": 2},
        ],
        "visits": [{"operator": "OpenAI", "visits": 3, "afterFetch": 1}],
    }


def test_a_website_without_agents(store: EventStore, website_id: UUID) -> None:
    answer = ask(store, website_id, AGENTS, AgentsParameters())
    assert answer == {each: [] for each in ("kinds", "agents", "paths", "statuses", "series", "visits")}


def test_nothing_before_a_reset_counts(store: EventStore, website_id: UUID) -> None:
    store_fetches(store, [fetch(website_id, at=ms(f"2025-10-0{day}"), agent=CHATGPT) for day in (2, 4)])
    answer = ask(store, website_id, AGENTS, AgentsParameters(), reset_at=ms("2025-10-03"))
    assert isinstance(answer, dict)
    assert answer["kinds"] == [{"kind": "assistant", "fetches": 1, "verified": 0}]


@pytest.mark.parametrize("seed", range(5))
def test_plain_python_says_the_same(store: EventStore, website_id: UUID, seed: int) -> None:
    random = Random(seed)
    start, end = OCTOBER.start - 86_400_000, OCTOBER.end + 86_400_000
    fetches = [
        fetch(
            website_id,
            at=random.randrange(start, end),
            agent=random.choice((CHATGPT, CLAUDE, GPTBOT, CURL)),
            path=random.choice(["/a", "/b", "/c"]),
            status=random.choice((0, 200, 404)),
            proof=random.choice(tuple(Proof)),
        )
        for _ in range(60)
    ]
    views = [
        view(
            random.choice(["/a", "/b", "/c"]),
            random.randrange(start, end),
            f"visitor {random.randrange(12)}",
            referrer=random.choice(("", "chatgpt.com", "claude.ai", "news.example")),
        )
        for _ in range(40)
    ]
    store_fetches(store, fetches)
    fill(store, website_id, views)
    answer = ask(store, website_id, AGENTS, AgentsParameters(Interval.DAY, 500))
    assert answer == _expected(fetches, views)


def _expected(fetches: Sequence[Fetch], events: Sequence[Event]) -> dict[str, object]:
    counted = [each for each in fetches if OCTOBER.start <= each.created_at <= OCTOBER.end]
    return {
        "kinds": _figures(counted, lambda _each: {}),
        "agents": _figures(counted, lambda each: {"operator": each.agent.operator, "name": each.agent.name}),
        "paths": _figures(counted, lambda each: {"path": each.path}),
        "statuses": _figures(counted, lambda each: {"status": each.status}),
        "series": _series(counted),
        "visits": _visits(counted, events),
    }


def _figures(fetches: Iterable[Fetch], said: Callable[[Fetch], dict[str, object]]) -> list[dict[str, object]]:
    total: Counter[tuple[str, tuple[tuple[str, object], ...]]] = Counter()
    verified: Counter[tuple[str, tuple[tuple[str, object], ...]]] = Counter()
    for each in fetches:
        key = str(each.agent.kind), tuple(said(each).items())
        total[key] += 1
        verified[key] += each.proof is not Proof.CLAIMED
    ordered = sorted(total, key=lambda key: (-total[key], key[0], [str(value) for _, value in key[1]]))
    return [
        {"kind": kind, "fetches": total[kind, rest], "verified": verified[kind, rest], **dict(rest)}
        for kind, rest in ordered
    ]


def _series(fetches: Iterable[Fetch]) -> list[dict[str, object]]:
    days = Counter((each.created_at // 86_400_000, str(each.agent.kind)) for each in fetches)
    return [{"kind": kind, "t": _day(day), "y": days[day, kind]} for day, kind in sorted(days)]


def _day(day: int) -> str:
    return f"{datetime.fromtimestamp(day * 86_400, UTC):%Y-%m-%dT%H:%M:%SZ}"


def _visits(fetches: Sequence[Fetch], events: Sequence[Event]) -> list[dict[str, object]]:
    first: dict[str, Event] = {}
    for each in sorted(events, key=lambda event: (event.created_at_ms, event.event_id)):
        if each.event_type == PAGE_VIEW and OCTOBER.start <= each.created_at_ms <= OCTOBER.end:
            first.setdefault(each.visit_id, each)
    visits: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for entry in first.values():
        operator = _HOSTS.get(entry.referrer)
        if operator is not None:
            visits[operator] += 1
            after[operator] += any(
                each.agent.kind is AgentKind.ASSISTANT
                and (each.agent.operator, each.path) == (operator, entry.path)
                and each.created_at < entry.created_at_ms
                for each in fetches
            )
    return [
        {"operator": each, "visits": visits[each], "afterFetch": after[each]}
        for each in sorted(visits, key=lambda each: (-visits[each], each))
    ]
