"""Who may do what: pure functions over who is asking and what it is about, used by every route."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol, TypeAlias
from uuid import UUID

from kokumi.metadata.parts import Part


class Role(StrEnum):
    """What a user may do at all; `view-only` changes nothing but the own password."""

    ADMIN = "admin"
    USER = "user"
    VIEW_ONLY = "view-only"


class TeamRole(StrEnum):
    """What a user may do in a team."""

    OWNER = "team-owner"
    MANAGER = "team-manager"
    MEMBER = "team-member"
    VIEW_ONLY = "team-view-only"


class Credential(StrEnum):
    """What a user showed: the token of a sign-in, an API key, or one that only reads."""

    SIGN_IN = "sign-in"
    KEY = "key"
    READ_ONLY_KEY = "read-only-key"


@dataclass(frozen=True, slots=True)
class Anonymous:
    """Nobody in particular."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A user, with their role and places in teams, and how they came in."""

    user_id: UUID
    role: Role
    teams: Mapping[UUID, TeamRole] = field(default_factory=lambda: MappingProxyType({}))
    credential: Credential = Credential.SIGN_IN

    @property
    def is_admin(self) -> bool:
        """Whether everything is theirs to see."""
        return self.role is Role.ADMIN

    @property
    def may_write(self) -> bool:
        """Whether they may change anything that belongs to more than their own account."""
        return self.role is not Role.VIEW_ONLY and self.credential is not Credential.READ_ONLY_KEY

    def with_team(self, team_id: UUID, role: TeamRole) -> SignedIn:
        """Return the same user, who has come to be in one more team."""
        return replace(self, teams=MappingProxyType({**self.teams, team_id: role}))


@dataclass(frozen=True, slots=True)
class ShareVisitor:
    """A visitor with a share link. They may look at some parts of one website, and change nothing.

    A link to a saved report shows that report as it is saved, whatever else it does not show. `made_by` is
    the user who made the website; none if that user is gone.
    """

    website_id: UUID
    parts: frozenset[Part] = frozenset(Part)
    report_id: UUID | None = None
    made_by: UUID | None = None


Viewer: TypeAlias = SignedIn | ShareVisitor
"""Somebody who may look at something."""

Caller: TypeAlias = Anonymous | SignedIn | ShareVisitor


class Owned(Protocol):
    """A website, as far as rights go: it belongs to a user or to a team."""

    @property
    def id(self) -> UUID:
        """Its id."""

    @property
    def user_id(self) -> UUID | None:
        """The user it belongs to, if any."""

    @property
    def team_id(self) -> UUID | None:
        """The team it belongs to, if any."""


_TEAM_EDITORS = (TeamRole.OWNER, TeamRole.MANAGER, TeamRole.MEMBER)
_TEAM_MANAGERS = (TeamRole.OWNER, TeamRole.MANAGER)


def may_view_website(caller: Caller, website: Owned, *parts: Part) -> bool:
    """Administrators, the owner, every member of its team, visitors by a share link that opens the parts."""
    match caller:
        case SignedIn():
            return caller.is_admin or _owns(caller, website) or website.team_id in caller.teams
        case ShareVisitor():
            return caller.website_id == website.id and closed_part(caller, *parts) is None
        case Anonymous():
            return False


def closed_part(caller: Caller, *parts: Part) -> Part | None:
    """Return the first of these parts that the caller's share link does not open; users see all of them."""
    if not isinstance(caller, ShareVisitor):
        return None
    return next((part for part in parts if part not in caller.parts), None)


def is_link_to_report(caller: Caller, report_id: UUID) -> bool:
    """Whether the caller came by a link to that saved report alone."""
    return isinstance(caller, ShareVisitor) and caller.report_id == report_id


def parts_of_report(caller: Caller, report_id: UUID, report_type: str) -> tuple[Part, ...]:
    """Return the parts that a saved report shows to the caller; a link to it alone needs no other."""
    if is_link_to_report(caller, report_id):
        return (Part.WEBSITE,)
    return (Part.SAVED_REPORTS, Part(report_type))


def may_see_owner(caller: Caller) -> bool:
    """Whether to tell whose a website is, and the addresses of its share links: users, but no visitors.

    A website's `shareId` is the address of another link, which may open more than the visitor's own.
    """
    return isinstance(caller, SignedIn)


def may_edit_website(caller: Caller, website: Owned) -> bool:
    """Administrators, the owner, and members of its team who may do more than view.

    The same right covers its segments, cohorts, saved reports and share links.
    """
    if not isinstance(caller, SignedIn) or not caller.may_write:
        return False
    return caller.is_admin or _owns(caller, website) or _team_role(caller, website.team_id) in _TEAM_EDITORS


def may_delete_website(caller: Caller, website: Owned) -> bool:
    """Whoever may edit it: deleting and resetting are edits (docs/spec/wire.md#credentials)."""
    return may_edit_website(caller, website)


def may_transfer_website(caller: Caller, website: Owned) -> bool:
    """Administrators, the owner, and owners or managers of its team."""
    if not isinstance(caller, SignedIn) or not caller.may_write:
        return False
    return caller.is_admin or _owns(caller, website) or _team_role(caller, website.team_id) in _TEAM_MANAGERS


def may_create_website(caller: Caller, team_id: UUID | None = None) -> bool:
    """Every user who may write; in a team, its members who may do more than view."""
    if not isinstance(caller, SignedIn) or not caller.may_write:
        return False
    return team_id is None or caller.is_admin or _team_role(caller, team_id) in _TEAM_EDITORS


def may_give_website(caller: Caller, user_id: UUID) -> bool:
    """Whether a website may be handed to that user: administrators to anyone, others to themselves."""
    return (
        isinstance(caller, SignedIn) and caller.may_write and (caller.is_admin or caller.user_id == user_id)
    )


def may_manage_users(caller: Caller) -> bool:
    """Administrators who signed in in person.

    A leaked key must not be able to make administrators or set passwords.
    """
    return isinstance(caller, SignedIn) and caller.is_admin and _signed_in_in_person(caller)


def may_list_everything(caller: Caller) -> bool:
    """Administrators, with any credential: it only reads."""
    return isinstance(caller, SignedIn) and caller.is_admin


def may_read_metrics(caller: Caller) -> bool:
    """Administrators, with any credential: it only reads."""
    return may_list_everything(caller)


def may_view_user(caller: Caller, user_id: UUID) -> bool:
    """Administrators, and users themselves."""
    return isinstance(caller, SignedIn) and (caller.is_admin or caller.user_id == user_id)


def may_change_account(caller: Caller, user_id: UUID) -> bool:
    """Who may set a password by the old one: users themselves; never by API key.

    A leaked key must not be able to take the account over, so it needs a sign-in.
    """
    return isinstance(caller, SignedIn) and caller.user_id == user_id and _signed_in_in_person(caller)


def may_manage_keys(caller: Caller) -> bool:
    """Whoever signed in in person: a key cannot make or revoke keys."""
    return _signed_in_in_person(caller)


def may_create_team(caller: Caller) -> bool:
    """Every user who may write."""
    return isinstance(caller, SignedIn) and caller.may_write


def may_join_team(caller: Caller) -> bool:
    """Every user, also one who only views; not by a read-only key."""
    return isinstance(caller, SignedIn) and caller.credential is not Credential.READ_ONLY_KEY


def may_view_team(caller: Caller, team_id: UUID) -> bool:
    """Administrators, and its members."""
    return isinstance(caller, SignedIn) and (caller.is_admin or team_id in caller.teams)


def may_manage_team(caller: Caller, team_id: UUID) -> bool:
    """Name, access code and members: administrators, its owners and managers."""
    if not isinstance(caller, SignedIn) or not caller.may_write:
        return False
    return caller.is_admin or _team_role(caller, team_id) in _TEAM_MANAGERS


def may_delete_team(caller: Caller, team_id: UUID) -> bool:
    """Administrators, and its owners."""
    if not isinstance(caller, SignedIn) or not caller.may_write:
        return False
    return caller.is_admin or _team_role(caller, team_id) is TeamRole.OWNER


def may_remove_member(caller: Caller, team_id: UUID, user_id: UUID, role: TeamRole) -> bool:
    """Whoever may manage the team (a manager no owner), and members themselves, who leave."""
    if isinstance(caller, SignedIn) and caller.user_id == user_id:
        return may_join_team(caller)
    return may_change_member(caller, team_id, role)


def may_change_member(caller: Caller, team_id: UUID, role: TeamRole) -> bool:
    """Whoever may manage the team; an owner's place is only changed by who may delete the team."""
    if role is TeamRole.OWNER:
        return may_delete_team(caller, team_id)
    return may_manage_team(caller, team_id)


def _owns(caller: SignedIn, website: Owned) -> bool:
    return website.user_id is not None and website.user_id == caller.user_id


def _team_role(caller: SignedIn, team_id: UUID | None) -> TeamRole | None:
    return None if team_id is None else caller.teams.get(team_id)


def _signed_in_in_person(caller: Caller) -> bool:
    return isinstance(caller, SignedIn) and caller.credential is Credential.SIGN_IN
