"""The tables of the metadata database, the same on SQLite and PostgreSQL; instants are epoch milliseconds."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, LargeBinary, MetaData, String, Text, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """All tables; constraints have names, so that a migration can change them on both databases."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map = {int: BigInteger, str: Text, UUID: Uuid}  # noqa: RUF012 - read by SQLAlchemy


def _owner(table: str) -> ForeignKey:
    return ForeignKey(f"{table}.id", ondelete="CASCADE")


class Instance(Base):
    """The one row that makes this installation unlike any other: its random secret."""

    __tablename__ = "instance"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    secret: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[int]


class SessionKeyRow(Base):
    """The key of the sessions of one period, deleted once events of that period are no longer taken."""

    __tablename__ = "session_keys"

    unit: Mapped[str] = mapped_column(String(10), primary_key=True)
    starts_at: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    ends_at: Mapped[int]
    secret: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[int]


class RateRow(Base):
    """What one unit of the base currency was worth in a currency on a day; the number as text, exactly."""

    __tablename__ = "rates"

    currency: Mapped[str] = mapped_column(String(3), primary_key=True)
    day: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    value: Mapped[str] = mapped_column(String(40))


class UserRow(Base):
    """A person who can sign in; the password only as an argon2 hash."""

    __tablename__ = "users"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(255), unique=True)
    password_hash: Mapped[str]
    role: Mapped[str] = mapped_column(String(20))
    created_at: Mapped[int]
    updated_at: Mapped[int]


class TeamRow(Base):
    """A group of users who share websites; its access code lets others join."""

    __tablename__ = "teams"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(50))
    access_code: Mapped[str] = mapped_column(String(50), unique=True)
    created_at: Mapped[int]
    updated_at: Mapped[int]


class TeamUserRow(Base):
    """A user's place in a team."""

    __tablename__ = "team_users"
    __table_args__ = (Index("uq_team_users_team_id_user_id", "team_id", "user_id", unique=True),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    team_id: Mapped[UUID] = mapped_column(_owner("teams"))
    user_id: Mapped[UUID] = mapped_column(_owner("users"), index=True)
    role: Mapped[str] = mapped_column(String(20))
    created_at: Mapped[int]
    updated_at: Mapped[int]


class WebsiteRow(Base):
    """A website of a user or of a team; `deleted_at` marks one whose events are being erased."""

    __tablename__ = "websites"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    domain: Mapped[str] = mapped_column(String(500))
    reset_at: Mapped[int | None]
    epoch: Mapped[int]
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"), index=True)
    team_id: Mapped[UUID | None] = mapped_column(ForeignKey("teams.id"), index=True)
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[int]
    updated_at: Mapped[int]
    deleted_at: Mapped[int | None]
    retention_days: Mapped[int | None]


class ErasureRow(Base):
    """Events that wait to be erased: of one session, before an instant, or all events of a website.

    `batch` is the tag of the mutation that erases them, if there is one. They are not tried again before
    `retry_at`.
    """

    __tablename__ = "erasures"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    website_id: Mapped[UUID] = mapped_column(index=True)
    session_id: Mapped[UUID | None]
    before: Mapped[int | None]
    requested_at: Mapped[int]
    batch: Mapped[UUID | None] = mapped_column(index=True)
    attempts: Mapped[int]
    retry_at: Mapped[int]


class BackgroundWorkRow(Base):
    """Work that one process does for all: which process, and until when it has the work to itself."""

    __tablename__ = "background_work"

    name: Mapped[str] = mapped_column(String(20), primary_key=True)
    holder: Mapped[UUID | None]
    held_until: Mapped[int]


class TokenRow(Base):
    """A sign-in: the digest of its token, and until when it holds."""

    __tablename__ = "tokens"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(_owner("users"), index=True)
    created_at: Mapped[int]
    expires_at: Mapped[int] = mapped_column(index=True)


class SignInAttemptRow(Base):
    """A sign-in that failed, or is under way: keyed hashes of the name and of the address it came from."""

    __tablename__ = "sign_in_attempts"
    __table_args__ = (
        Index("ix_sign_in_attempts_account_at", "account", "at"),
        Index("ix_sign_in_attempts_address_at", "address", "at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(String(64))
    address: Mapped[str] = mapped_column(String(64))
    at: Mapped[int] = mapped_column(index=True)


class GuessRow(Base):
    """A wrong guess: keyed hashes of the address it came from, and of who guessed or what was guessed at."""

    __tablename__ = "guesses"
    __table_args__ = (
        Index("ix_guesses_address_at", "address", "at"),
        Index("ix_guesses_subject_at", "subject", "at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    address: Mapped[str] = mapped_column(String(64))
    subject: Mapped[str | None] = mapped_column(String(64))
    at: Mapped[int] = mapped_column(index=True)


class KeyRow(Base):
    """An API key: the digest of its secret, and the first characters for people to tell it by."""

    __tablename__ = "api_keys"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    hint: Mapped[str] = mapped_column(String(20))
    user_id: Mapped[UUID] = mapped_column(_owner("users"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    read_only: Mapped[bool]
    created_at: Mapped[int]
    expires_at: Mapped[int | None]


class ShareRow(Base):
    """A public link to a website, or to one saved report of it; the password only as an argon2 hash.

    Without `opens` the parameters say what the link opens, as they do for clients that do not know the field.
    """

    __tablename__ = "shares"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    website_id: Mapped[UUID] = mapped_column(_owner("websites"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    slug: Mapped[str] = mapped_column(String(100), unique=True)
    parameters: Mapped[dict[str, object]] = mapped_column(JSON)
    opens: Mapped[str | None] = mapped_column(String(20))
    report_id: Mapped[UUID | None] = mapped_column(_owner("saved_reports"), index=True)
    password_hash: Mapped[str | None]
    expires_at: Mapped[int | None]
    embed_origins: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    created_at: Mapped[int]
    updated_at: Mapped[int]


class SegmentRow(Base):
    """A saved set of conditions of a website: a segment or a cohort, as `type` says."""

    __tablename__ = "segments"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    website_id: Mapped[UUID] = mapped_column(_owner("websites"), index=True)
    type: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(200))
    parameters: Mapped[dict[str, object]] = mapped_column(JSON)
    created_at: Mapped[int]
    updated_at: Mapped[int]


class SavedReportRow(Base):
    """A report with its parameters under a name."""

    __tablename__ = "saved_reports"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    website_id: Mapped[UUID] = mapped_column(_owner("websites"), index=True)
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    type: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(String(500))
    parameters: Mapped[dict[str, object]] = mapped_column(JSON)
    created_at: Mapped[int]
    updated_at: Mapped[int]
