"""Everything there is, for administrators (docs/spec/wire.md#users-and-teams)."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import Field

from kokumi.api.server.authentication import AnyUser, permit
from kokumi.api.server.context import ContextOf
from kokumi.api.server.responses import errors
from kokumi.api.wire.answers import wire_page
from kokumi.api.wire.parameters import PageOf
from kokumi.api.wire.teams import ListedTeam, listed_team
from kokumi.api.wire.users import WireUser
from kokumi.api.wire.values import WireTime
from kokumi.api.wire.websites import ListedWebsite, listed_website
from kokumi.domain.paging import ListPage
from kokumi.domain.validation import WireModel
from kokumi.errors import ForbiddenError
from kokumi.metadata.access import may_list_everything
from kokumi.metadata.users import User

router = APIRouter(prefix="/api/admin", tags=["administration"])


class UserCounts(WireModel):
    """How much a user has."""

    websites: int = Field(description="Websites that belong to the user.")


class ListedUser(WireUser):
    """A user as lists show them."""

    logo_url: None = Field(None, description="Always null; kept for clients of Umami.")
    display_name: None = Field(None, description="Always null; kept for clients of Umami.")
    updated_at: WireTime = Field(description="When it was last changed.")
    deleted_at: None = Field(None, description="Always null; kept for clients of Umami.")
    counts: UserCounts = Field(alias="_count", description="How much belongs to the user.")


@router.get("/users", responses=errors(ForbiddenError))
def list_all_users(caller: AnyUser, context: ContextOf, page: PageOf) -> ListPage[ListedUser]:
    """Return all users, newest first."""
    permit(may_list_everything(caller))
    found = context.metadata.users.list(page)
    counts = context.metadata.websites.counts([user.id for user in found.items])

    def listed(user: User) -> ListedUser:
        return ListedUser(
            id=user.id,
            username=user.username,
            role=user.role,
            created_at=user.created_at,
            updated_at=user.updated_at,
            counts=UserCounts(websites=counts.get(user.id, 0)),
        )

    return wire_page(found, listed)


@router.get("/websites", responses=errors(ForbiddenError))
def list_all_websites(caller: AnyUser, context: ContextOf, page: PageOf) -> ListPage[ListedWebsite]:
    """Return everybody's websites, oldest first."""
    permit(may_list_everything(caller))
    return wire_page(context.metadata.websites.all(page), listed_website)


@router.get("/teams", responses=errors(ForbiddenError))
def list_all_teams(caller: AnyUser, context: ContextOf, page: PageOf) -> ListPage[ListedTeam]:
    """Return all teams, oldest first."""
    permit(may_list_everything(caller))
    return wire_page(context.metadata.teams.all(page), lambda team: listed_team(team, caller))
