"""Websites as they go out (docs/spec/wire.md#websites)."""

from __future__ import annotations

from uuid import UUID

from pydantic import Field, computed_field

from kokumi.api.wire.values import WireTime
from kokumi.domain.validation import WireModel
from kokumi.metadata.websites import OwnedWebsite


class UserName(WireModel):
    """A user, by name."""

    id: UUID = Field(description="The user's id.")
    username: str = Field(description="The name that the user signs in with.")


class WireWebsite(WireModel):
    """A website; `replayEnabled` and `replayConfig` are there for Umami's clients."""

    id: UUID = Field(description="The website's id.")
    name: str = Field(description="The website's name.")
    domain: str = Field(description="The website's domain.")
    reset_at: WireTime | None = Field(description="Events before it are not counted; null: all are.")
    user_id: UUID | None = Field(description="The user it belongs to; null if it is a team's.")
    team_id: UUID | None = Field(description="The team it belongs to; null if it is a user's.")
    created_by: UUID | None = Field(description="Who created it; null if that user was deleted.")
    created_at: WireTime = Field(description="When it was created.")
    updated_at: WireTime = Field(description="When it was last changed.")
    deleted_at: None = Field(None, description="Always null; kept for clients of Umami.")
    replay_enabled: bool = Field(False, description="Always false: sessions are not recorded.")
    replay_config: None = Field(None, description="Always null; kept for clients of Umami.")
    share_id: str | None = Field(description="The slug of its share link, if it has one.")
    retention_days: int | None = Field(description="Days that events are kept, if it has its own period.")


class ListedWebsite(WireWebsite):
    """A website with the names of its owner and of who made it."""

    owner_name: str | None = Field(exclude=True)
    creator_name: str | None = Field(exclude=True)

    @computed_field
    def user(self) -> UserName | None:
        """Return the user whose it is, if it is not a team's."""
        return _user_name(self.user_id, self.owner_name)

    @computed_field(alias="createUser")
    def create_user(self) -> UserName | None:
        """Return the user who made it, if there still is one."""
        return _user_name(self.created_by, self.creator_name)


def wire_website(website: OwnedWebsite) -> WireWebsite:
    """Return a website as it goes out."""
    return WireWebsite.model_validate(website, from_attributes=True)


def listed_website(website: OwnedWebsite) -> ListedWebsite:
    """Return a website as it goes out in lists."""
    return ListedWebsite.model_validate(website, from_attributes=True)


def _user_name(user_id: UUID | None, name: str | None) -> UserName | None:
    return None if user_id is None or name is None else UserName(id=user_id, username=name)
