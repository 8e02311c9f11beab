"""Websites over HTTP (docs/spec/wire.md#websites)."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field, StringConstraints, model_validator

from kokumi.api.server.authentication import AnyUser, AnyViewer, permit
from kokumi.api.server.body import json_body
from kokumi.api.server.context import Context, ContextOf
from kokumi.api.server.responses import errors
from kokumi.api.wire.answers import Ok, wire_page
from kokumi.api.wire.parameters import PageOf, PathId, is_set
from kokumi.api.wire.values import SLUG, Name, check_new_slug
from kokumi.api.wire.websites import ListedWebsite, WireWebsite, listed_website, wire_website
from kokumi.domain.erasure import MAX_RETENTION_DAYS
from kokumi.domain.paging import ListPage
from kokumi.domain.validation import WireModel
from kokumi.errors import BadRequestError, ConflictError, ForbiddenError, NotFoundError
from kokumi.metadata.access import may_create_website, may_give_website, may_see_owner
from kokumi.metadata.parts import Part
from kokumi.metadata.websites import NewWebsite

router = APIRouter(prefix="/api", tags=["websites"])

WebsiteName = Annotated[Name, StringConstraints(max_length=100)]
Domain = Annotated[str, StringConstraints(max_length=500)]
ShareId = Annotated[str, StringConstraints(pattern=SLUG, max_length=50)]


RetentionDays = Annotated[
    int,
    Field(
        ge=1,
        le=MAX_RETENTION_DAYS,
        description="The retention period: days that events are kept. Older ones are erased once a day. "
        "Null: as long as the server's setting KOKUMI_RETENTION_DAYS says, or for ever.",
    ),
]


class WebsiteCreation(WireModel):
    """A website to be; it becomes the team's, if one is named, else the caller's."""

    name: WebsiteName = Field(description="The website's name.")
    domain: Domain = Field("", description="The website's domain.")
    share_id: ShareId | None = Field(None, description="The slug of a share link to create with it.")
    team_id: UUID | None = Field(None, description="The team it belongs to. Default: it is the caller's.")
    id: UUID | None = Field(None, description="An id to use. Default: a new one.")
    retention_days: RetentionDays | None = Field(
        None, description="Days that events are kept. Default: as the server is set up."
    )


class WebsiteChange(WireModel):
    """What shall change of a website.

    `shareId: null` removes its share links, `retentionDays: null` its own retention period.
    """

    name: WebsiteName | None = Field(None, description="The website's name.")
    domain: Domain | None = Field(None, description="The website's domain.")
    share_id: ShareId | None = Field(None, description="The slug of its share link; null removes the link.")
    retention_days: RetentionDays | None = Field(
        None, description="Days that events are kept; null removes the website's own limit."
    )


class WebsiteTransfer(WireModel):
    """Whose the website shall be: a user's or a team's."""

    user_id: UUID | None = Field(None, description="The user it shall belong to.")
    team_id: UUID | None = Field(None, description="The team it shall belong to.")

    @model_validator(mode="after")
    def _one(self) -> WebsiteTransfer:
        if (self.user_id is None) == (self.team_id is None):
            raise ValueError("must name either userId or teamId")
        return self


@router.get("/websites")
def list_websites(
    caller: AnyUser,
    context: ContextOf,
    page: PageOf,
    include_teams: Annotated[str, Query(alias="includeTeams")] = "",
) -> ListPage[ListedWebsite]:
    """Return the caller's websites; with `includeTeams`, those of their teams as well."""
    found = context.metadata.websites.of_user(caller.user_id, page, include_teams=is_set(include_teams))
    return wire_page(found, listed_website)


@router.post("/websites", responses=errors(ForbiddenError, NotFoundError, ConflictError))
def create_website(
    caller: AnyUser, body: Annotated[WebsiteCreation, json_body(WebsiteCreation)], context: ContextOf
) -> WireWebsite:
    """Create a website."""
    if body.share_id is not None:
        check_new_slug(body.share_id, "shareId")
    permit(may_create_website(caller, body.team_id))
    if body.team_id is not None:
        context.metadata.teams.get(body.team_id)
    _check_retention(body.retention_days, context)
    new = NewWebsite(
        body.name,
        body.domain,
        caller.user_id,
        body.team_id,
        body.share_id,
        body.id,
        retention_days=body.retention_days,
    )
    return wire_website(context.metadata.websites.create(new))


@router.get("/websites/{website_id}", responses=errors(ForbiddenError))
def get_website(caller: AnyViewer, website_id: PathId, context: ContextOf) -> WireWebsite:
    """Return a website; visitors by a share link do not learn whose it is."""
    website = wire_website(context.metadata.websites.viewable(caller, website_id, Part.WEBSITE))
    if may_see_owner(caller):
        return website
    return website.model_copy(update={"user_id": None, "team_id": None, "created_by": None, "share_id": None})


@router.post("/websites/{website_id}", responses=errors(ForbiddenError, ConflictError))
def update_website(
    caller: AnyUser,
    website_id: PathId,
    body: Annotated[WebsiteChange, json_body(WebsiteChange)],
    context: ContextOf,
) -> WireWebsite:
    """Change a website's name, domain, share link, or how long its events are kept.

    A shorter retention period erases events for good.
    """
    website = context.metadata.websites.editable(caller, website_id)
    if body.share_id is not None and body.share_id != website.share_id:
        check_new_slug(body.share_id, "shareId")
    _check_retention(body.retention_days, context)
    changed = context.metadata.websites.update(
        website_id,
        name=body.name,
        domain=body.domain,
        share_id=body.share_id,
        unshare=body.share_id is None and "share_id" in body.model_fields_set,
        retention_days=body.retention_days,
        unlimited=body.retention_days is None and "retention_days" in body.model_fields_set,
    )
    return wire_website(changed)


@router.delete("/websites/{website_id}", responses=errors(ForbiddenError))
def delete_website(caller: AnyUser, website_id: PathId, context: ContextOf) -> Ok:
    """Delete a website with its events and all that belongs to it.

    Nobody sees it from now on. Its events are erased within a minute or two.
    """
    context.metadata.websites.deletable(caller, website_id)
    context.metadata.websites.delete(website_id)
    return Ok()


@router.post("/websites/{website_id}/reset", responses=errors(ForbiddenError))
def reset_website(caller: AnyUser, website_id: PathId, context: ContextOf) -> Ok:
    """Delete a website's events. Those that come in from now on are kept.

    Reports no longer count the deleted events. They are erased within a minute or two.
    """
    context.metadata.websites.editable(caller, website_id)
    context.metadata.websites.reset(website_id)
    return Ok()


@router.post("/websites/{website_id}/transfer", responses=errors(ForbiddenError, ConflictError))
def transfer_website(
    caller: AnyUser,
    website_id: PathId,
    body: Annotated[WebsiteTransfer, json_body(WebsiteTransfer)],
    context: ContextOf,
) -> WireWebsite:
    """Give a website to another user or team; who is no administrator, to a team they may add to."""
    context.metadata.websites.transferable(caller, website_id)
    if body.user_id is not None:
        permit(may_give_website(caller, body.user_id))
    else:
        permit(may_create_website(caller, body.team_id))
    given = context.metadata.websites.transfer(website_id, user_id=body.user_id, team_id=body.team_id)
    return wire_website(given)


def _check_retention(days: int | None, context: Context) -> None:
    longest = context.settings.retention_days
    if days is not None and longest is not None and days > longest:
        raise BadRequestError.at(
            "retentionDays", f"must be at most {longest}: this server keeps no event for longer"
        )
