"""Share links: who knows a link's slug may look at what it opens of a website, and change nothing."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from kokumi.domain.paging import Paged, PageRequest
from kokumi.domain.times import Clock
from kokumi.errors import BadRequestError, ConflictError, NotFoundError
from kokumi.metadata.access import ShareVisitor
from kokumi.metadata.bounds import check_saved
from kokumi.metadata.database import ClashError, Database
from kokumi.metadata.models import ShareRow, WebsiteRow
from kokumi.metadata.paging import paged
from kokumi.metadata.parts import Opens, Part, opens_of, parts_of
from kokumi.metadata.secrets import is_seal, seal


@dataclass(frozen=True, slots=True)
class Terms:
    """What a link opens, and to whom: with a password or without, until an instant or without end.

    `embed_origins` are the origins whose pages may show what it opens in a frame.

    `opens` is none if it was not chosen. The link's parameters decide then.
    """

    opens: Opens | None = None
    report_id: UUID | None = None
    password_hash: str | None = field(default=None, repr=False)
    expires_at: int | None = None
    embed_origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """A link to a website; `parameters` are kept as given, and what they switch off is closed."""

    id: UUID
    website_id: UUID
    name: str
    slug: str
    parameters: Mapping[str, object]
    terms: Terms
    created_at: int
    updated_at: int

    @property
    def opens(self) -> Opens:
        """What kind of link it is."""
        return opens_of(self.terms.opens, self.parameters)

    @property
    def parts(self) -> frozenset[Part]:
        """The parts of the website that it shows."""
        return parts_of(self.opens, self.parameters)


class Shares:
    """The share links in the database."""

    def __init__(self, database: Database, clock: Clock, secret: bytes) -> None:
        self._database = database
        self._clock = clock
        self._secret = secret

    def create(
        self,
        website_id: UUID,
        name: str,
        parameters: Mapping[str, object],
        slug: str | None = None,
        terms: Terms | None = None,
    ) -> Share:
        """Return the new link; its slug is made at random if none is given.

        Raises:
            BadRequestError: it would have expired already.
            ConflictError: the slug is taken, or there are too many links.
        """
        now = self._clock()
        row = _row(website_id, name, slug or new_slug(), now)
        row.parameters = dict(parameters)
        _set_terms(row, terms or Terms(), now)
        try:
            with self._database.write() as session:
                check_saved(session, ShareRow, website_id)
                session.add(row)
        except ClashError:
            raise ConflictError("That slug is already taken.") from None
        return _share(row)

    def find(self, share_id: UUID) -> Share | None:
        """Return the link of that id, if there is one."""
        with self._database.read() as session:
            row = session.get(ShareRow, share_id)
        return None if row is None else _share(row)

    def by_slug(self, slug: str) -> Share | None:
        """Return the link of that slug, if there is one that has not expired."""
        with self._database.read() as session:
            row = session.scalar(select(ShareRow).where(ShareRow.slug == slug))
        return None if row is None or self._is_over(row) else _share(row)

    def list(self, website_id: UUID, page: PageRequest) -> Paged[Share]:
        """Return a website's links by the text in their names, oldest first."""
        statement = select(ShareRow).where(ShareRow.website_id == website_id)
        if page.search:
            statement = statement.where(ShareRow.name.icontains(page.search, autoescape=True))
        with self._database.read() as session:
            return paged(session, statement.order_by(ShareRow.created_at, ShareRow.id), page, _share)

    def update(
        self, share_id: UUID, name: str, slug: str, parameters: Mapping[str, object], terms: Terms
    ) -> Share:
        """Return the changed link. Its tokens end if its slug changes, or what it opens, or to whom.

        Raises:
            BadRequestError: its new end is in the past.
            NotFoundError: there is no such link.
            ConflictError: the slug is taken.
        """
        try:
            with self._database.write() as session:
                row = session.get(ShareRow, share_id)
                if row is None:
                    raise NotFoundError("There is no such share link.")
                row.name, row.slug, row.parameters = name, slug, dict(parameters)
                row.updated_at = self._clock()
                _set_terms(row, terms, row.updated_at)
        except ClashError:
            raise ConflictError("That slug is already taken.") from None
        return _share(row)

    def delete(self, share_id: UUID) -> None:
        """Remove a link, if it is there; its tokens end."""
        with self._database.write() as session:
            session.execute(delete(ShareRow).where(ShareRow.id == share_id))

    def token(self, share: Share) -> str:
        """Return what a visitor by the link shows with each request.

        It is sealed rather than stored, since anybody may ask for one: `<share id>.<seal>`.
        """
        return f"{share.id}.{seal(self._secret, _sealed(share))}"

    def caller(self, token: str) -> ShareVisitor | None:
        """Return the visitor with that token, if its link is there, has not expired and opens the same."""
        share_id, _, sealed = token.partition(".")
        try:
            key = UUID(share_id)
        except ValueError:
            return None
        with self._database.read() as session:
            row = session.get(ShareRow, key)
            made_by = None if row is None else session.scalar(_maker_of(row.website_id))
        if row is None or self._is_over(row):
            return None
        share = _share(row)
        if not is_seal(self._secret, _sealed(share), sealed):
            return None
        return ShareVisitor(share.website_id, share.parts, share.terms.report_id, made_by)

    def _is_over(self, row: ShareRow) -> bool:
        return row.expires_at is not None and row.expires_at <= self._clock()


def _maker_of(website_id: UUID) -> Select[UUID | None]:
    return select(WebsiteRow.created_by).where(WebsiteRow.id == website_id)


def new_slug() -> str:
    """Return a slug of 95 random bits."""
    alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return "".join(secrets.choice(alphabet) for _ in range(16))


def first_slug(session: Session, website_id: UUID) -> str | None:
    """Return the slug of a website's oldest link, which is the website's `shareId` on the wire."""
    return session.scalar(
        select(ShareRow.slug)
        .where(ShareRow.website_id == website_id)
        .order_by(ShareRow.created_at, ShareRow.id)
        .limit(1)
    )


def set_first_slug(session: Session, website: WebsiteRow, slug: str | None, now: int) -> None:
    """Give a website's oldest link that slug, made if there is none; no slug removes all its links."""
    if slug is None:
        session.execute(delete(ShareRow).where(ShareRow.website_id == website.id))
        return
    row = session.scalar(
        select(ShareRow)
        .where(ShareRow.website_id == website.id)
        .order_by(ShareRow.created_at, ShareRow.id)
        .limit(1)
    )
    if row is None:
        session.add(_row(website.id, website.name, slug, now))
    else:
        row.slug, row.updated_at = slug, now
    session.flush()


def _row(website_id: UUID, name: str, slug: str, now: int) -> ShareRow:
    return ShareRow(
        id=uuid4(),
        website_id=website_id,
        name=name,
        slug=slug,
        parameters={},
        created_at=now,
        updated_at=now,
    )


def _set_terms(row: ShareRow, terms: Terms, now: int) -> None:
    if terms.expires_at is not None and terms.expires_at <= now and terms.expires_at != row.expires_at:
        raise BadRequestError.at("expiresAt", "must lie in the future")
    row.opens = terms.opens
    row.report_id = terms.report_id
    row.password_hash = terms.password_hash
    row.expires_at = terms.expires_at
    row.embed_origins = list(terms.embed_origins) or None


def _sealed(share: Share) -> str:
    """Return all that a token stands for, so that it ends when any of this changes."""
    terms = share.terms
    parts = ",".join(sorted(share.parts))
    return f"share {share.id} {share.slug} {parts} {terms.report_id} {terms.password_hash} {terms.expires_at}"


def _share(row: ShareRow) -> Share:
    terms = Terms(
        opens=None if row.opens is None else Opens(row.opens),
        report_id=row.report_id,
        password_hash=row.password_hash,
        expires_at=row.expires_at,
        embed_origins=tuple(row.embed_origins or ()),
    )
    return Share(
        id=row.id,
        website_id=row.website_id,
        name=row.name,
        slug=row.slug,
        parameters=row.parameters,
        terms=terms,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )
