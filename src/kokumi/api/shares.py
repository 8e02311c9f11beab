"""Share links over HTTP: public, read-only views of a website (API.md 2.5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field, StringConstraints

from kokumi.api.authentication import AnyUser
from kokumi.api.body import json_body
from kokumi.api.context import Context, Here
from kokumi.api.wire import SLUG, Name, Ok, PageOf, PathId, PathWord, Wire, WirePage, WireTime, wire_page
from kokumi.errors import ForbiddenError, NotFoundError
from kokumi.metadata.access import SignedIn
from kokumi.metadata.shares import Share

router = APIRouter(prefix="/api", tags=["share links"])

Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=100)]
WEBSITE = 1
"""The type of a link to a website, the only one there is here."""


class WebsiteShareCreation(Wire):
    """A link to be, of the website in the path."""

    name: Name
    slug: Slug | None = None
    parameters: Mapping[str, object] = Field(default_factory=dict)


class ShareCreation(WebsiteShareCreation):
    """A link to be, of the website that `entityId` names."""

    entity_id: UUID
    share_type: Literal[1]


class ShareChange(Wire):
    """A link as it shall be."""

    name: Name
    slug: Slug
    parameters: Mapping[str, object] = Field(default_factory=dict)


class WireShare(Wire):
    """A link to a website."""

    id: UUID
    entity_id: UUID
    name: str
    share_type: int = WEBSITE
    slug: str
    parameters: Mapping[str, object]
    created_at: WireTime
    updated_at: WireTime


class Visit(Wire):
    """What a visitor by a link needs: the website, and the token to show with each request."""

    share_id: UUID
    share_type: int = WEBSITE
    parameters: Mapping[str, object]
    website_id: UUID
    token: str


@router.get("/share/{slug}")
def visit(slug: PathWord, here: Here) -> Visit:
    """Return what a link leads to; the token goes in the header `x-umami-share-token`."""
    share = here.metadata.shares.by_slug(slug)
    if share is None:
        raise NotFoundError("There is no such share link.")
    return Visit(
        share_id=share.id,
        parameters=share.parameters,
        website_id=share.website_id,
        token=here.metadata.shares.token(share),
    )


@router.post("/share")
def create_share(
    caller: AnyUser, body: Annotated[ShareCreation, json_body(ShareCreation)], here: Here
) -> WireShare:
    """Create a link to a website."""
    return _create(here, caller, body.entity_id, body)


@router.get("/websites/{website_id}/shares")
def list_shares(caller: AnyUser, website_id: PathId, here: Here, page: PageOf) -> WirePage[WireShare]:
    """Return a website's links, oldest first."""
    here.metadata.websites.viewable(caller, website_id)
    return wire_page(here.metadata.shares.list(website_id, page), wire_share)


@router.post("/websites/{website_id}/shares")
def create_website_share(
    caller: AnyUser,
    website_id: PathId,
    body: Annotated[WebsiteShareCreation, json_body(WebsiteShareCreation)],
    here: Here,
) -> WireShare:
    """Create a link to a website."""
    return _create(here, caller, website_id, body)


@router.get("/share/id/{share_id}")
def get_share(caller: AnyUser, share_id: PathId, here: Here) -> WireShare:
    """Return a link."""
    share = _existing(here, caller, share_id)
    here.metadata.websites.viewable(caller, share.website_id)
    return wire_share(share)


@router.post("/share/id/{share_id}")
def update_share(
    caller: AnyUser, share_id: PathId, body: Annotated[ShareChange, json_body(ShareChange)], here: Here
) -> WireShare:
    """Change a link; a new slug ends the visits by the old one."""
    share = _existing(here, caller, share_id)
    here.metadata.websites.editable(caller, share.website_id)
    return wire_share(here.metadata.shares.update(share_id, body.name, body.slug, body.parameters))


@router.delete("/share/id/{share_id}")
def delete_share(caller: AnyUser, share_id: PathId, here: Here) -> Ok:
    """Remove a link, and with it all visits by it."""
    share = _existing(here, caller, share_id)
    here.metadata.websites.editable(caller, share.website_id)
    here.metadata.shares.delete(share_id)
    return Ok()


def wire_share(share: Share) -> WireShare:
    """Return a link as it goes out."""
    return WireShare(
        id=share.id,
        entity_id=share.website_id,
        name=share.name,
        slug=share.slug,
        parameters=share.parameters,
        created_at=share.created_at,
        updated_at=share.updated_at,
    )


def _create(here: Context, caller: SignedIn, website_id: UUID, body: WebsiteShareCreation) -> WireShare:
    here.metadata.websites.editable(caller, website_id)
    return wire_share(here.metadata.shares.create(website_id, body.name, body.parameters, body.slug))


def _existing(here: Context, caller: SignedIn, share_id: UUID) -> Share:
    """Return the link; that there is none is told to administrators only, as of websites (SPEC 2)."""
    share = here.metadata.shares.find(share_id)
    if share is not None:
        return share
    if caller.is_admin:
        raise NotFoundError("There is no such share link.")
    raise ForbiddenError("You may not do this with that share link.")
