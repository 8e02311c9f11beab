"""What an agent that runs the tracker sends, as it is stored (docs/spec/agents.md#stored-fetches)."""

from __future__ import annotations

from uuid_utils.compat import uuid7

from kokumi.agents.signatures import Request
from kokumi.collect.address import Address
from kokumi.collect.payload import Submission
from kokumi.collect.place import ClientInfo
from kokumi.domain.agents import Agent, Fetch, Proof, Reporter

_SENT_TO = "/api/send"


def tracked_fetch(
    submission: Submission, address: Address, *, agent: Agent, proof: Proof, user_agent: str, at: int
) -> Fetch:
    """Return the fetch of a page view or a custom event; `at` is in epoch milliseconds."""
    return Fetch(
        website_id=submission.website_id,
        event_id=uuid7(),
        created_at=at,
        agent=agent,
        proof=proof,
        reporter=Reporter.TRACKER,
        hostname=address.page.hostname,
        path=address.page.path,
        referrer=address.source.referrer,
        event_name=submission.name,
        status=0,
        user_agent=user_agent,
    )


def signed_request(client: ClientInfo) -> Request | None:
    """Return what a signature of the tracker's own request may cover, none if it has no signature."""
    host = client.headers.get("host", "")
    if "signature" not in client.headers or not host:
        return None
    return Request("POST", f"https://{host}{_SENT_TO}", client.headers)
