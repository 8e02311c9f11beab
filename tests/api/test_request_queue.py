"""Callers take turns at the threads: who begins when, and who is refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID, uuid4

import pytest

from kokumi.api.server.request_queue import (
    MAX_WAITING,
    MAX_WAITING_OF_ONE,
    CallerKey,
    QueuedRequest,
    RequestQueue,
    caller_key,
)
from kokumi.errors import OverloadedError
from kokumi.metadata.access import Role, ShareVisitor, SignedIn

pytestmark = pytest.mark.anyio


def _caller(name: str) -> CallerKey:
    return name[0], UUID(int=0)


@dataclass
class _Queue:
    """Requests by name, `a1` being one of caller a, and those whose turn came, in order."""

    turns: RequestQueue
    places: dict[str, QueuedRequest] = field(default_factory=dict)
    begun: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def step(self, name: str) -> None:
        """Let a request enter, or with a `-` before its name, leave."""
        if name.startswith("-"):
            self.turns.leave(self.places.pop(name[1:]))
        else:
            try:
                self.places[name] = self.turns.enter(_caller(name))
            except OverloadedError:
                self.refused.append(name)
        for each, place in self.places.items():
            if place.turn.done() and each not in self.begun + self.refused:
                (self.refused if place.turn.exception() else self.begun).append(each)


ORDERS = {
    "one caller has all shared threads": (2, "a1 a2 a3", "a1 a2"),
    "and no more than those": (2, "a1 a2 a3 -a1", "a1 a2 a3"),
    "another begins at once": (2, "a1 a2 a3 b1", "a1 a2 b1"),
    "with one report": (2, "a1 a2 a3 b1 b2", "a1 a2 b1"),
    "a third is before those who have more": (2, "a1 a2 a3 b1 b2 c1 -a1", "a1 a2 b1 c1"),
    "in turn, not in the order of coming": (1, "a1 a2 a3 b1 b2 c1 -a1 -b1 -c1", "a1 b1 c1 a2 b2"),
    "turn after turn": (1, "a1 a2 a3 a4 b1 b2 -a1 -b1 -a2 -b2 -a3", "a1 b1 a2 b2 a3 a4"),
    "one thread is enough for two": (1, "a1 a2 b1 b2", "a1 b1"),
    "who goes while waiting is passed over": (1, "a1 a2 a3 -a2 -a1", "a1 a3"),
    "who was the only one to wait": (1, "a1 a2 -a2 b1 b2 -a1 -b1", "a1 b1 b2"),
    "no thread lies idle": (2, "a1 b1 c1 c2 c3 -a1 -b1", "a1 b1 c1 c2"),
}


@pytest.mark.parametrize(("threads", "steps", "begun"), ORDERS.values(), ids=ORDERS)
async def test_order(threads: int, steps: str, begun: str) -> None:
    queue = _Queue(RequestQueue(shared=threads, threads=threads + 1))
    for step in steps.split():
        queue.step(step)
    assert (queue.begun, queue.refused) == (begun.split(), [])


async def test_all_leave() -> None:
    """In whatever state the requests are, nobody is left when all have left."""
    queue = _Queue(RequestQueue(shared=1, threads=2))
    for step in ["a1", "a2", "a3", "b1", "b2", "-a1", "-a2", "-a3", "-b2", "-b1"]:
        queue.step(step)
    assert (len(queue.turns), queue.places) == (0, {})


async def test_one_caller_fills_no_more_than_a_share_of_the_queue() -> None:
    queue = _Queue(RequestQueue(shared=2, threads=3))
    names = [f"a{number}" for number in range(2 + MAX_WAITING_OF_ONE + 3)]
    for name in (*names, "b1"):
        queue.step(name)
    assert (queue.begun, queue.refused) == ([*names[:2], "b1"], names[-3:])


async def test_a_full_queue_has_room_for_who_has_less_in_it() -> None:
    """The last request of the caller with the most waiting makes room; that caller's next is refused."""
    queue = _Queue(RequestQueue(shared=1, threads=2))
    filling = [f"{caller}{number}" for caller in "abcdef" for number in range(MAX_WAITING_OF_ONE)]
    for name in filling[: MAX_WAITING + 2]:
        queue.step(name)
    assert (len(queue.turns), queue.refused) == (MAX_WAITING + 2, [])
    for name in ("z1", "c99", "z2"):
        queue.step(name)
    assert queue.refused == ["c23", "c99", "d23"]
    assert len(queue.turns) == MAX_WAITING + 2


async def test_who_was_refused_for_another_leaves_without_a_trace() -> None:
    queue = _Queue(RequestQueue(shared=1, threads=2))
    filling = [f"{caller}{number}" for caller in "abcdef" for number in range(MAX_WAITING_OF_ONE)]
    for name in (*filling[: MAX_WAITING + 2], "z1"):
        queue.step(name)
    for name in [*queue.places]:
        queue.step(f"-{name}")
    assert len(queue.turns) == 0


def test_whose_share_it_is() -> None:
    """A user's keys and sign-ins have one share, all links of the websites that a user made another."""
    one, other = uuid4(), uuid4()
    assert caller_key(SignedIn(one, Role.USER)) == caller_key(SignedIn(one, Role.ADMIN))
    assert caller_key(ShareVisitor(one)) == caller_key(ShareVisitor(one))
    assert len({caller_key(each) for each in (SignedIn(one, Role.USER), ShareVisitor(one))}) == 2
    assert caller_key(ShareVisitor(one)) != caller_key(ShareVisitor(other))
    made_by = uuid4()
    of_one, of_other = (ShareVisitor(website, made_by=made_by) for website in (one, other))
    assert caller_key(of_one) == caller_key(of_other) != caller_key(SignedIn(made_by, Role.USER))
