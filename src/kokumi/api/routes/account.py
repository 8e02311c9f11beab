"""The user who is asking: who they are, their password, their websites and teams (docs/spec/wire.md)."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.requests import Request

from kokumi.api.server.authentication import AnyUser, bearer, permit
from kokumi.api.server.body import json_body
from kokumi.api.server.client_address import network_of_client
from kokumi.api.server.context import Context, ContextOf
from kokumi.api.server.responses import errors
from kokumi.api.wire.answers import Ok, wire_page
from kokumi.api.wire.parameters import PageOf, is_set
from kokumi.api.wire.teams import ListedTeam, listed_team
from kokumi.api.wire.users import CurrentUser, WireUser, current_user, wire_user
from kokumi.api.wire.websites import ListedWebsite, listed_website
from kokumi.domain.paging import ListPage
from kokumi.domain.validation import WireModel
from kokumi.errors import BadRequestError, ForbiddenError, OverloadedError, TooManyRequestsError
from kokumi.metadata.access import may_change_account

router = APIRouter(prefix="/api/me", tags=["me"])


class Me(WireModel):
    """The user who is asking, and the token they ask with."""

    token: str | None = Field(description="What the header `Authorization` held; null without one.")
    share_token: None = Field(None, description="Always null; kept for clients of Umami.")
    user: CurrentUser = Field(description="The user whose credentials these are.")


class PasswordChange(WireModel):
    """The password as it is and as it shall be."""

    current_password: str = Field(description="The password until now.")
    new_password: str = Field(description="The new password.")


@router.get("")
def me(request: Request, caller: AnyUser, context: ContextOf) -> Me:
    """Return who is asking."""
    return Me(token=bearer(request), user=current_user(context.metadata, caller.user_id))


@router.post("/password", responses=errors(ForbiddenError, TooManyRequestsError, OverloadedError))
async def change_password(
    request: Request,
    caller: AnyUser,
    body: Annotated[PasswordChange, json_body(PasswordChange)],
    context: ContextOf,
) -> WireUser:
    """Change the password; all sign-ins of the user end, this one too."""
    permit(may_change_account(caller, caller.user_id))
    address = network_of_client(request, context.settings.trusted_proxies)
    return await context.sign_ins.run(
        str(caller.user_id), lambda: _change_password(context, caller.user_id, body, address)
    )


@router.delete("/sign-ins", responses=errors(ForbiddenError))
def end_sign_ins(caller: AnyUser, context: ContextOf) -> Ok:
    """End all sign-ins of the user, on all devices, this one too; API keys go on."""
    permit(may_change_account(caller, caller.user_id))
    context.metadata.tokens.revoke_all(caller.user_id)
    return Ok()


@router.get("/websites")
def my_websites(
    caller: AnyUser,
    context: ContextOf,
    page: PageOf,
    include_teams: Annotated[str, Query(alias="includeTeams")] = "",
) -> ListPage[ListedWebsite]:
    """Return the caller's websites; with `includeTeams`, those of their teams as well."""
    found = context.metadata.websites.of_user(caller.user_id, page, include_teams=is_set(include_teams))
    return wire_page(found, listed_website)


@router.get("/teams")
def my_teams(caller: AnyUser, context: ContextOf, page: PageOf) -> ListPage[ListedTeam]:
    """Return the teams that the caller is in."""
    found = context.metadata.teams.of_user(caller.user_id, page)
    return wire_page(found, lambda team: listed_team(team, caller))


def _change_password(context: Context, user_id: UUID, body: PasswordChange, address: str) -> WireUser:
    metadata = context.metadata
    attempt = metadata.sign_in_limit.begin(str(user_id), address)
    if not metadata.users.has_password(user_id, body.current_password):
        raise BadRequestError.at("currentPassword", "Current password is incorrect")
    metadata.sign_in_limit.succeeded(attempt)
    return wire_user(metadata.users.set_password(user_id, body.new_password, "newPassword"))
