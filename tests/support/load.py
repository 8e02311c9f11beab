"""Events sent to real servers from many connections, and what of them was answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count

import httpx

BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0"}
PASSWORD = "correct horse"


@dataclass
class Sent:
    """What was sent, each event on a path of its own; what of it was answered, and how many were refused."""

    website: str
    all: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)
    refused: int = 0
    numbers: count[int] = field(default_factory=count)

    def event(self, **payload: object) -> tuple[str, dict[str, object]]:
        """Return a new event and its path."""
        path = f"/{next(self.numbers)}"
        self.all.add(path)
        said = {"website": self.website, "hostname": "example.com", "url": path, "data": {"n": 1}}
        return path, {"type": "event", "payload": said | payload}

    def check(self, found: Mapping[str, int]) -> None:
        """Fail if something that was answered is lost or stored more than once, or was never sent."""
        assert self.answered - found.keys() == set(), "answered, but lost"
        assert {path: times for path, times in found.items() if times != 1} == {}, "stored more than once"
        assert found.keys() - self.all == set(), "never sent"


async def make_website(address: str) -> str:
    """Return the id of a new website of the administrator's."""
    async with httpx.AsyncClient(base_url=address) as http:
        login = await http.post("/api/auth/login", json={"username": "admin", "password": PASSWORD})
        made = await http.post(
            "/api/websites",
            json={"name": "A", "domain": "example.com"},
            headers={"Authorization": f"Bearer {login.json()['token']}"},
        )
        return str(made.json()["id"])


async def send(http: httpx.AsyncClient, sent: Sent, number: int, is_over: Callable[[], bool]) -> None:
    """Send, one in four senders in batches, until it is over or the server is gone.

    A server may say that it could not store something, and must not fail in another way.
    """
    try:
        while not is_over():
            events = [sent.event() for _ in range(5 if number % 4 == 0 else 1)]
            if len(events) == 1:
                response = await http.post("/api/send", json=events[0][1])
            else:
                response = await http.post("/api/batch", json=[body for _, body in events])
            assert response.status_code in {200, 503}, response.text
            answer = response.json()
            failed = {each["index"] for each in answer.get("details", ())}
            if response.status_code == 503:
                failed = set(range(len(events)))
            sent.refused += len(failed)
            sent.answered.update(path for index, (path, _) in enumerate(events) if index not in failed)
    except httpx.TransportError:
        pass
