"""Funnels over crowds that do much in few minutes, against the oracle, which tries every chain.

Their events lie so close together, and the windows are so short, that each option decides about some visitor.
"""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kokumi.events.store import EventStore
from oracle.answer import differences
from oracle.making import SITE, event, ms
from oracle.model import CUSTOM_EVENT, PAGE_VIEW, Event
from support.asking import asked
from support.strategies import Situation

Json = dict[str, Any]

MINUTE = 60_000
START = ms("2025-10-01T10:00:00Z")
LETTERS = "abcx"
CROWD = 12


@st.composite
def crowds(draw: st.DrawFn) -> list[Event]:
    """Draw visitors with a few events each, some at one instant; some are the same person."""
    events: list[Event] = []
    for visitor in range(CROWD):
        at = START
        for letter, gap in draw(
            st.lists(st.tuples(st.sampled_from(LETTERS), st.sampled_from((0, 0, 1, 1, 2, 3))), max_size=8)
        ):
            at += gap * MINUTE
            kind = PAGE_VIEW if letter != "x" else CUSTOM_EVENT
            events.append(
                event(
                    kind,
                    at,
                    f"{visitor:08x}-5555-4555-8555-{1000 - visitor:012x}",
                    visit=f"{visitor:04x}{at % 97:04x}-7777-4777-8777-{len(events):012x}",
                    properties=(("plan", 1, letter),),
                    path=f"/{letter}",
                    event_name=letter if kind == CUSTOM_EVENT else "",
                    event_id=f"{draw(st.integers(0, 2**31)):08x}-0000-4000-8000-{len(events):012x}",
                    distinct_id=draw(st.sampled_from(("", "", "one", "two"))),
                )
            )
    return events


@st.composite
def funnels(draw: st.DrawFn) -> Json:
    """Draw a funnel in minutes, with one to four options that decide who gets on."""
    kinds = st.sampled_from(
        [*({"type": "path", "value": f"/{letter}"} for letter in "abc"), {"type": "path", "value": "/*"}]
    )
    steps: list[Json] = draw(st.lists(kinds, min_size=2, max_size=4))
    count = len(steps)
    minutes = st.sampled_from((1, 2, 3, 4, 6, 9))
    asked: Json = {"window": draw(minutes), "windowUnit": "minute", "timing": True, "trend": "hour"}
    splits: list[Json] = [{"property": "plan"}, {"field": "distinctId"}, {"field": "path"}]
    asked["breakdown"] = draw(st.sampled_from(splits))
    asked["entity"] = draw(st.sampled_from(("session", "person")))
    for option in draw(
        st.lists(
            st.sampled_from(("strict", "total", "gaps", "exclusions", "entry")),
            min_size=1,
            max_size=4,
            unique=True,
        )
    ):
        match option:
            case "strict":
                asked["order"] = "strict"
            case "total":
                asked["totalWindow"] = draw(minutes)
            case "gaps":
                least = st.sampled_from((0, 1, 1, 2, 3))
                most = st.sampled_from((3, 5, 9))
                steps[1:] = [step | {"atLeast": draw(least), "window": draw(most)} for step in steps[1:]]
            case "exclusions":
                after = draw(st.integers(1, count - 1))
                before = draw(st.integers(after + 1, count))
                kind, value = draw(st.sampled_from((("event", "x"), ("path", "/b"))))
                asked["exclusions"] = [{"type": kind, "value": value, "after": after, "before": before}]
            case _:
                asked["entry"] = "range"
                asked["endDate"] = START + draw(st.integers(0, 6)) * MINUTE
                asked["until"] = asked["endDate"] + draw(st.integers(0, 6)) * MINUTE
    return {"startDate": START, "endDate": START + 60 * MINUTE} | asked | {"steps": steps}


many = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)


@many
@given(events=crowds(), parameters=funnels())
def test_every_option_finds_the_visitors_that_the_oracle_finds(
    store: EventStore, events: list[Event], parameters: Json
) -> None:
    body: Json = {"websiteId": SITE, "filters": {}, "parameters": parameters}
    question = asked(store, Situation("funnel", events, body, {}, None, 0))
    assert differences(question.of_oracle(), question.of_product()) == []
