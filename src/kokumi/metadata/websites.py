"""Websites: whose they are, under which name, and since when their events count."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from kokumi.domain.erasure import WebsiteRetention
from kokumi.domain.paging import Paged, PageRequest
from kokumi.domain.times import Clock
from kokumi.domain.websites import Website
from kokumi.errors import ConflictError, ForbiddenError, NotFoundError, NotSharedError
from kokumi.metadata.access import (
    Caller,
    SignedIn,
    closed_part,
    may_delete_website,
    may_edit_website,
    may_transfer_website,
    may_view_website,
)
from kokumi.metadata.bounds import check_websites
from kokumi.metadata.database import ClashError, Database
from kokumi.metadata.erasures import request_deletion, request_reset
from kokumi.metadata.models import TeamUserRow, UserRow, WebsiteRow
from kokumi.metadata.paging import paged
from kokumi.metadata.parts import Part
from kokumi.metadata.shares import first_slug, set_first_slug

NO_RIGHT = "You may not do this with that website."
"""Also said of what does not exist: a sentence of its own would tell strangers which ids there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedWebsite(Website):
    """A website with its owner, a user or a team, and the slug of its share link, if it has one.

    `retention_days` is how long it keeps its events; none if it has no retention of its own.
    """

    user_id: UUID | None
    team_id: UUID | None
    created_by: UUID | None
    created_at: int
    updated_at: int
    retention_days: int | None = None
    share_id: str | None = None
    owner_name: str | None = None
    creator_name: str | None = None


@dataclass(frozen=True, slots=True)
class NewWebsite:
    """What a website is made of; it belongs to the team if one is named, else to its creator.

    `reset_at`, in epoch milliseconds, is of a website that comes from elsewhere and was reset there.
    `retention_days` is how long it keeps its events, if it has a retention of its own.
    """

    name: str
    domain: str
    created_by: UUID
    team_id: UUID | None = None
    share_id: str | None = None
    id: UUID | None = None
    reset_at: int | None = None
    retention_days: int | None = None


class Websites:
    """The websites in the database. `changed` is told the id of each that is no longer as it was."""

    def __init__(self, database: Database, clock: Clock, changed: Callable[[UUID], None]) -> None:
        self._database = database
        self._clock = clock
        self._changed = changed

    def create(self, new: NewWebsite) -> OwnedWebsite:
        """Return the new website.

        Raises:
            ConflictError: its id or its share id is taken, or its owner has too many.
        """
        now = self._clock()
        row = WebsiteRow(
            id=new.id or uuid4(),
            name=new.name,
            domain=new.domain,
            reset_at=new.reset_at,
            epoch=0,
            user_id=None if new.team_id else new.created_by,
            team_id=new.team_id,
            created_by=new.created_by,
            created_at=now,
            updated_at=now,
            retention_days=new.retention_days,
        )
        try:
            with self._database.write() as session:
                check_websites(session, row.user_id, row.team_id)
                session.add(row)
                session.flush()
                if new.share_id is not None:
                    set_first_slug(session, row, new.share_id, now)
                website = _website(session, row)
        except ClashError:
            if self._is_being_deleted(row.id):
                raise ConflictError(
                    "A website with this id was deleted, and its events are still being erased. "
                    "Try again shortly."
                ) from None
            raise ConflictError("That website id or share id is already taken.") from None
        self._changed(website.id)
        return website

    def find(self, website_id: UUID) -> OwnedWebsite | None:
        """Return the website of that id, if there is one."""
        with self._database.read() as session:
            row = session.get(WebsiteRow, website_id)
            return None if row is None or row.deleted_at is not None else _website(session, row)

    def known(self, website_id: UUID) -> Website | None:
        """Return what the collector needs of the website of that id, if there is one; in one query."""
        with self._database.read() as session:
            row = session.get(WebsiteRow, website_id)
        if row is None or row.deleted_at is not None:
            return None
        return Website(row.id, row.name, row.domain, row.reset_at, row.epoch)

    def viewable(self, caller: Caller, website_id: UUID, part: Part, *more: Part) -> OwnedWebsite:
        """Return a website of which the caller may look at these parts.

        Raises:
            NotFoundError, ForbiddenError: there is none, or not for this caller (docs/spec/requests.md).
            NotSharedError: the caller's share link opens the website, but not all of these parts.
        """
        website = self._permitted(caller, website_id, may_view_website)
        permit_parts(caller, part, *more)
        return website

    def editable(self, caller: Caller, website_id: UUID) -> OwnedWebsite:
        """Return a website that the caller may change, with all that belongs to it.

        Raises:
            NotFoundError, ForbiddenError: there is none, or not for this caller (docs/spec/requests.md).
        """
        return self._permitted(caller, website_id, may_edit_website)

    def deletable(self, caller: Caller, website_id: UUID) -> OwnedWebsite:
        """Return a website that the caller may delete.

        Raises:
            NotFoundError, ForbiddenError: there is none, or not for this caller (docs/spec/requests.md).
        """
        return self._permitted(caller, website_id, may_delete_website)

    def transferable(self, caller: Caller, website_id: UUID) -> OwnedWebsite:
        """Return a website that the caller may give to another user or team.

        Raises:
            NotFoundError, ForbiddenError: there is none, or not for this caller (docs/spec/requests.md).
        """
        return self._permitted(caller, website_id, may_transfer_website)

    def of_user(
        self, user_id: UUID, page: PageRequest, *, include_teams: bool = False
    ) -> Paged[OwnedWebsite]:
        """Return a user's websites, oldest first; with `include_teams`, those of their teams as well."""
        owned = WebsiteRow.user_id == user_id
        if include_teams:
            teams = select(TeamUserRow.team_id).where(TeamUserRow.user_id == user_id)
            return self._list(or_(owned, WebsiteRow.team_id.in_(teams)), page)
        return self._list(owned, page)

    def of_team(self, team_id: UUID, page: PageRequest) -> Paged[OwnedWebsite]:
        """Return a team's websites, oldest first."""
        return self._list(WebsiteRow.team_id == team_id, page)

    def all(self, page: PageRequest) -> Paged[OwnedWebsite]:
        """Return everybody's websites, oldest first."""
        return self._list(WebsiteRow.deleted_at.is_(None), page)

    def counts(self, user_ids: Sequence[UUID]) -> Mapping[UUID, int]:
        """Return how many websites each of these users has; who has none is left out."""
        statement = (
            select(WebsiteRow.user_id, func.count())
            .where(WebsiteRow.user_id.in_(user_ids))
            .group_by(WebsiteRow.user_id)
        )
        with self._database.read() as session:
            return {user_id: count for user_id, count in session.execute(statement) if user_id is not None}

    def update(
        self,
        website_id: UUID,
        *,
        name: str | None = None,
        domain: str | None = None,
        share_id: str | None = None,
        unshare: bool = False,
        retention_days: int | None = None,
        unlimited: bool = False,
    ) -> OwnedWebsite:
        """Return the website with what is given changed.

        `unshare` removes all its share links, `unlimited` its own retention.

        Raises:
            NotFoundError: there is no such website.
            ConflictError: the share id is taken.
        """
        now = self._clock()
        try:
            with self._database.write() as session:
                row = _existing(session, website_id)
                row.name = row.name if name is None else name
                row.domain = row.domain if domain is None else domain
                if unlimited or retention_days is not None:
                    row.retention_days = retention_days
                row.updated_at = now
                if unshare or share_id is not None:
                    set_first_slug(session, row, share_id, now)
                session.flush()
                website = _website(session, row)
        except ClashError:
            raise ConflictError("That share ID is already taken.") from None
        self._changed(website_id)
        return website

    def transfer(
        self, website_id: UUID, *, user_id: UUID | None = None, team_id: UUID | None = None
    ) -> OwnedWebsite:
        """Return the website, which belongs to that user or that team now.

        Raises:
            NotFoundError: there is no such website, user or team.
            ConflictError: the new owner has too many.
        """
        try:
            with self._database.write() as session:
                row = _existing(session, website_id)
                if (row.user_id, row.team_id) != (user_id, team_id):
                    check_websites(session, user_id, team_id)
                row.user_id, row.team_id = user_id, team_id
                row.updated_at = self._clock()
                session.flush()
                website = _website(session, row)
        except ClashError:
            raise NotFoundError("There is no such user or team.") from None
        self._changed(website_id)
        return website

    def reset(self, website_id: UUID) -> OwnedWebsite:
        """Return the website, whose events count from now on only; those before wait to be erased.

        Raises:
            NotFoundError: there is no such website.
        """
        with self._database.write() as session:
            row = _existing(session, website_id)
            row.reset_at = row.updated_at = self._clock()
            row.epoch += 1
            request_reset(session, row.id, row.reset_at)
            website = _website(session, row)
        self._changed(website_id)
        return website

    def delete(self, website_id: UUID) -> None:
        """Make the website invisible and closed to events; it is removed once its events are erased.

        Until then its id stays taken.

        Raises:
            NotFoundError: there is no such website.
        """
        with self._database.write() as session:
            row = _existing(session, website_id)
            row.deleted_at = self._clock()
            row.user_id = row.team_id = None
            set_first_slug(session, row, None, row.deleted_at)
            request_deletion(session, row.id, row.deleted_at)
        self._changed(website_id)

    def retentions(self) -> tuple[WebsiteRetention, ...]:
        """Return the websites that have a retention of their own."""
        statement = select(WebsiteRow.id, WebsiteRow.retention_days).where(
            WebsiteRow.retention_days.is_not(None), WebsiteRow.deleted_at.is_(None)
        )
        with self._database.read() as session:
            return tuple(
                WebsiteRetention(website_id, days)
                for website_id, days in session.execute(statement)
                if days is not None
            )

    def _is_being_deleted(self, website_id: UUID) -> bool:
        with self._database.read() as session:
            row = session.get(WebsiteRow, website_id)
            return row is not None and row.deleted_at is not None

    def _permitted(
        self, caller: Caller, website_id: UUID, rule: Callable[[Caller, OwnedWebsite], bool]
    ) -> OwnedWebsite:
        website = self.find(website_id)
        if website is None and isinstance(caller, SignedIn) and caller.is_admin:
            raise NotFoundError("There is no such website.")
        if website is None or not rule(caller, website):
            raise ForbiddenError(NO_RIGHT)
        return website

    def _list(self, condition: ColumnElement[bool], page: PageRequest) -> Paged[OwnedWebsite]:
        statement = select(WebsiteRow).where(condition, WebsiteRow.deleted_at.is_(None))
        if page.search:
            found = (
                column.icontains(page.search, autoescape=True)
                for column in (WebsiteRow.name, WebsiteRow.domain)
            )
            statement = statement.where(or_(*found))
        ordered = statement.order_by(WebsiteRow.created_at, WebsiteRow.id)
        with self._database.read() as session:
            return paged(session, ordered, page, lambda row: _website(session, row))


def permit_parts(caller: Caller, *parts: Part) -> None:
    """Go on if the caller may see these parts of a website that they may look at.

    Raises:
        NotSharedError: their share link does not open one of them; it says which.
    """
    closed = closed_part(caller, *parts)
    if closed is not None:
        raise NotSharedError(f"This share link does not show {closed.words}.")


def _existing(session: Session, website_id: UUID) -> WebsiteRow:
    row = session.get(WebsiteRow, website_id, with_for_update=True)
    if row is None or row.deleted_at is not None:
        raise NotFoundError("There is no such website.")
    return row


def _website(session: Session, row: WebsiteRow) -> OwnedWebsite:
    return OwnedWebsite(
        id=row.id,
        name=row.name,
        domain=row.domain,
        reset_at=row.reset_at,
        epoch=row.epoch,
        user_id=row.user_id,
        team_id=row.team_id,
        created_by=row.created_by,
        created_at=row.created_at,
        updated_at=row.updated_at,
        retention_days=row.retention_days,
        share_id=first_slug(session, row.id),
        owner_name=_name(session, row.user_id),
        creator_name=_name(session, row.created_by),
    )


def _name(session: Session, user_id: UUID | None) -> str | None:
    row = None if user_id is None else session.get(UserRow, user_id)
    return None if row is None else row.username
