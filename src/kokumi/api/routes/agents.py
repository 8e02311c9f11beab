"""What servers tell of agents, which run no tracker (docs/spec/agents.md#reporting)."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field
from uuid_utils.compat import uuid7

from kokumi.agents.fetches import MAX_STATUS, Told, read_fetch
from kokumi.agents.proofs import Proofs
from kokumi.agents.signatures import MAX_HEADERS, Request
from kokumi.api.server.authentication import AnyUser
from kokumi.api.server.body import json_body
from kokumi.api.server.context import ContextOf
from kokumi.api.server.responses import errors
from kokumi.domain.agents import Fetch, Reporter
from kokumi.domain.validation import WireModel
from kokumi.errors import BadRequestError, ForbiddenError, NotFoundError, OverloadedError

router = APIRouter(tags=["collect"])

MAX_FETCHES = 500
"""How many requests one report may tell of."""

_MAX_TEXT = 5000
_FIRST_SECOND = 946_684_800
"""The year 2000."""
_AHEAD = 300


class ToldFetch(WireModel):
    """One request that the server has answered."""

    url: str = Field(description="The path or the address that was asked for.", max_length=_MAX_TEXT)
    user_agent: str = Field(description="The request's header `User-Agent`.", max_length=_MAX_TEXT)
    status: int = Field(
        0, ge=0, le=MAX_STATUS, description="The HTTP status of the answer. Default: not known."
    )
    referrer: str = Field("", description="The request's header `Referer`.", max_length=_MAX_TEXT)
    hostname: str = Field("", description="The host that was asked.", max_length=100)
    ip: str = Field(
        "",
        description="The address that it came from. It is looked up among those that operators publish, and "
        "not stored.",
        max_length=100,
    )
    method: str = Field(
        "GET", pattern="^[A-Z]{1,20}$", description="The method, which a signature may cover."
    )
    signature: str = Field("", description="The request's header `Signature`.", max_length=MAX_HEADERS)
    signature_input: str = Field(
        "", description="The request's header `Signature-Input`.", max_length=MAX_HEADERS
    )
    signature_agent: str = Field(
        "", description="The request's header `Signature-Agent`.", max_length=MAX_HEADERS
    )
    timestamp: int | None = Field(
        None, ge=_FIRST_SECOND, description="Seconds since 1970, from the year 2000 on. Default: now."
    )


class ToldFetches(WireModel):
    """Requests of one website."""

    website_id: UUID = Field(description="The website's id.")
    fetches: list[ToldFetch] = Field(
        description="The requests, of people as well: those are left out.",
        min_length=1,
        max_length=MAX_FETCHES,
    )


class KeptFetches(WireModel):
    """What became of the requests."""

    size: int = Field(description="How many requests were told of.")
    stored: int = Field(description="How many are agents' and stored.")
    people: int = Field(description="How many are people's and left out.")


@router.post("/api/agents", responses=errors(ForbiddenError, NotFoundError, OverloadedError))
async def report_agents(
    caller: AnyUser, body: Annotated[ToldFetches, json_body(ToldFetches)], context: ContextOf
) -> KeptFetches:
    """Store which agents fetched pages, as a server saw them; answered once that is durable.

    Needs credentials of a user who may edit the website.
    """
    website = await asyncio.to_thread(context.metadata.websites.editable, caller, body.website_id)
    now = context.clock()
    told = [_told(number, each, now) for number, each in enumerate(body.fetches)]
    # Not on the loop: 500 signatures take a tenth of a second.
    read = await asyncio.to_thread(_read, told, website.id, context.collector.proofs)
    kept = [each for each in read if each is not None]
    await context.collector.keep(kept)
    return KeptFetches(size=len(read), stored=len(kept), people=len(read) - len(kept))


def _read(told: Sequence[Told], website_id: UUID, proofs: Proofs) -> list[Fetch | None]:
    return [read_fetch(each, website_id, uuid7(), Reporter.SERVER, proofs) for each in told]


def _told(number: int, each: ToldFetch, now: int) -> Told:
    at = now if each.timestamp is None else each.timestamp * 1000
    if at > now + _AHEAD * 1000:
        raise BadRequestError.at(
            f"fetches.{number}.timestamp", "must be seconds from the year 2000 to five minutes from now"
        )
    return Told(
        at, each.url, each.user_agent, each.status, each.referrer, each.hostname, each.ip, _signed(each)
    )


def _signed(each: ToldFetch) -> Request | None:
    """Return what a signature may cover, if there is one and the address that was asked for is known."""
    url = each.url if each.url.startswith(("https://", "http://")) else f"https://{each.hostname}{each.url}"
    if not each.signature or url.startswith("https:///"):
        return None
    headers = {
        "signature": each.signature,
        "signature-input": each.signature_input,
        "signature-agent": each.signature_agent,
    }
    return Request(each.method, url, {name: value for name, value in headers.items() if value})
