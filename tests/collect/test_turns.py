"""Whose turn it is: websites are served one after the other, months of one insert are few, order is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from itertools import count
from uuid import UUID, uuid4

import pytest

from kokumi.collect.turns import Turns, Waiting
from kokumi.collect.visits import NO_VISIT, Arrival
from kokumi.domain.events import Event, EventType

pytestmark = pytest.mark.anyio

SITES = {name: UUID(int=number) for number, name in enumerate("abcdef", 1)}
NOON = 1_760_097_600_000
MONTH = 31 * 86_400_000


def turns_of(waiting: str) -> tuple[Turns, dict[UUID, str]]:
    """Put in what is written as `a0 b3`: an event of website a this month, one of b three months ago."""
    turns, names, number = Turns(1000), dict[UUID, str](), count(1)
    for word in waiting.split():
        session_id = UUID(int=next(number))
        names[session_id] = word
        at = NOON - int(word[1:]) * MONTH
        event = Event(SITES[word[0]], session_id, NO_VISIT, uuid4(), at, EventType.PAGE_VIEW)
        future = asyncio.get_running_loop().create_future()
        turns.add(Waiting(Arrival(event, False, 0), future))
    return turns, names


def _name(waiting: Waiting, names: Mapping[UUID, str]) -> str:
    assert isinstance(waiting.arrival, Arrival)
    return names[waiting.arrival.record.session_id]


@pytest.mark.parametrize(
    ("waiting", "most", "groups"),
    [
        pytest.param("", 9, [""], id="nothing"),
        pytest.param("a0 a1 a0", 9, ["a0 a1 a0"], id="one-website-in-order"),
        pytest.param("a0 a1 a2 b0 b1 c0", 9, ["a0 b0 c0 a1 b1 a2"], id="in-turn"),
        pytest.param("a0 a0 a0 a0 b0", 2, ["a0 b0", "a0 a0", "a0"], id="flood"),
        pytest.param("a0 a0 b0 b0 c0 c0", 2, ["a0 b0", "c0 a0", "b0 c0"], id="turns-go-on"),
        pytest.param(
            "a0 a1 a2 a3 a4 a5 a6 a7 a8", 9, ["a0 a1 a2 a3", "a4 a5 a6 a7", "a8"], id="months-are-few"
        ),
        pytest.param("a1 a2 a3 a4 a5 a1 b0 b0", 9, ["a1 b0 a2 b0 a3", "a4 a5 a1"], id="flood-of-months"),
        pytest.param("a1 b2 c3 d4 e0 f0", 9, ["a1 b2 c3 d4", "e0 f0"], id="left-out-comes-first"),
        pytest.param(
            "a1 a5 b2 b6 c3 c7 d4 d8 e0", 9, ["a1 b2 c3 d4", "e0 a5 b6 c7", "d8"], id="left-out-before-others"
        ),
        pytest.param("a1 a2 a3 a4 b0 a5 a0", 9, ["a1 b0 a2 a3", "a4 a5 a0"], id="order-before-months"),
    ],
)
async def test_groups(waiting: str, most: int, groups: list[str]) -> None:
    turns, names = turns_of(waiting)
    found = [" ".join(_name(each, names) for each in turns.take(most)) for _ in groups]
    assert found == groups
    assert len(turns) == 0


async def test_however_many_websites_are_flooded_there_is_room_for_another() -> None:
    turns = Turns(1000)
    taken = []
    for number in range(1, 6):
        website_id, before = UUID(int=number), len(turns)
        while turns.has_room(website_id):
            event = Event(website_id, uuid4(), NO_VISIT, uuid4(), NOON, EventType.PAGE_VIEW)
            turns.add(Waiting(Arrival(event, True, 0), asyncio.get_running_loop().create_future()))
        taken.append(len(turns) - before)
    assert taken == [500, 250, 125, 63, 31]
    assert turns.has_room(uuid4())
