"""The user who is asking: who they are, their password, their websites (API.md 2.1)."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from starlette.requests import Request

from kokumi.api.authentication import AnyUser, bearer, permit
from kokumi.api.body import json_body
from kokumi.api.context import Context, Here
from kokumi.api.wire import Wire, WireTime
from kokumi.errors import BadRequestError
from kokumi.metadata.access import Role, may_change_account
from kokumi.metadata.users import User

router = APIRouter(prefix="/api/me", tags=["me"])


class TeamName(Wire):
    """A team that the user is in."""

    id: UUID
    name: str
    logo_url: str | None = None


class WireUser(Wire):
    """A user."""

    id: UUID
    username: str
    role: Role
    created_at: WireTime


class CurrentUser(WireUser):
    """The user who is asking, with what a client needs to know of their rights."""

    is_admin: bool
    teams: list[TeamName]


class Me(Wire):
    """The user who is asking, and the token they ask with."""

    token: str | None
    share_token: None = None
    user: CurrentUser


class PasswordChange(Wire):
    """The password as it is and as it shall be."""

    current_password: str
    new_password: str


@router.get("")
def me(request: Request, caller: AnyUser, here: Here) -> Me:
    """Return who is asking."""
    user = here.metadata.users.get(caller.user_id)
    return Me(token=bearer(request), user=current_user(here, user))


@router.post("/password")
def change_password(
    caller: AnyUser, body: Annotated[PasswordChange, json_body(PasswordChange)], here: Here
) -> WireUser:
    """Change the password; all sign-ins of the user end, this one too."""
    permit(may_change_account(caller, caller.user_id))
    if not here.metadata.users.has_password(caller.user_id, body.current_password):
        raise BadRequestError.at("currentPassword", "Current password is incorrect")
    return wire_user(here.metadata.users.set_password(caller.user_id, body.new_password, "newPassword"))


def wire_user(user: User) -> WireUser:
    """Return a user as they go out."""
    return WireUser(id=user.id, username=user.username, role=user.role, created_at=user.created_at)


def current_user(here: Context, user: User) -> CurrentUser:
    """Return the user who is asking as they go out."""
    del here
    return CurrentUser(
        id=user.id,
        username=user.username,
        role=user.role,
        created_at=user.created_at,
        is_admin=user.role is Role.ADMIN,
        teams=[],
    )
