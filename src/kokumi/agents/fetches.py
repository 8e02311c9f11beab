"""From what a server or its log tells of a request to an agent's fetch as it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

from kokumi.agents.proofs import Proofs
from kokumi.agents.reading import MAX_USER_AGENT, read_agent
from kokumi.agents.signatures import Request
from kokumi.domain.addresses import read_ip
from kokumi.domain.agents import Fetch, Reporter

MAX_PATH = 500
MAX_HOST = 100
MAX_STATUS = 599


@dataclass(frozen=True, slots=True)
class Told:
    """A request as its server tells of it. Texts may be of any length; what is not known is empty.

    `at` is in epoch milliseconds. `url` is a path or an address. `address` is whom it came from; it is looked
    up and never stored.
    """

    at: int
    url: str
    user_agent: str
    status: int = 0
    referrer: str = ""
    hostname: str = ""
    address: str = ""
    signed: Request | None = None
    """The request itself, as far as a signature of it may cover."""


def read_fetch(
    told: Told, website_id: UUID, event_id: UUID, reporter: Reporter, proofs: Proofs
) -> Fetch | None:
    """Return what is stored of a request; none if it is a person's, which only the tracker counts."""
    agent = read_agent(told.user_agent)
    if agent.is_person:
        return None
    host, path = _parts(told.url)
    return Fetch(
        website_id=website_id,
        event_id=event_id,
        created_at=told.at,
        agent=agent,
        proof=proofs.of(agent, read_ip(told.address), told.signed),
        reporter=reporter,
        hostname=(told.hostname or host)[:MAX_HOST].lower(),
        path=path[:MAX_PATH],
        referrer=_parts(told.referrer)[0].removeprefix("www.")[:MAX_HOST],
        event_name="",
        status=told.status,
        user_agent=told.user_agent.strip()[:MAX_USER_AGENT],
    )


def _parts(url: str) -> tuple[str, str]:
    """Return the host and the path of an address; of a path, no host."""
    bare = url[: 10 * MAX_PATH].partition("#")[0].partition("?")[0]
    if not bare.startswith(("http://", "https://")):
        return "", bare
    try:
        split = urlsplit(bare)
        host = split.hostname or ""
    except ValueError:
        return "", ""
    return host, split.path or "/"
