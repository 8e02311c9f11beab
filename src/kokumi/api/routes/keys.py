"""API keys over HTTP: a user's own, made and revoked by who signed in in person."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import AwareDatetime, Field

from kokumi.api.server.authentication import AnyUser, permit
from kokumi.api.server.body import json_body
from kokumi.api.server.context import ContextOf
from kokumi.api.server.responses import errors
from kokumi.api.wire.answers import Ok, wire_page
from kokumi.api.wire.parameters import PageOf, PathId
from kokumi.api.wire.values import Name, WireTime
from kokumi.domain.paging import ListPage
from kokumi.domain.times import to_milliseconds
from kokumi.domain.validation import WireModel
from kokumi.errors import ConflictError, ForbiddenError
from kokumi.metadata.access import may_manage_keys
from kokumi.metadata.keys import Key

router = APIRouter(prefix="/api/me/api-keys", tags=["API keys"])


class KeyCreation(WireModel):
    """A key to be."""

    name: Name = Field(description="A name to recognise the key by.")
    read_only: bool = Field(False, description="Whether the key may only read.")
    expires_at: AwareDatetime | None = Field(None, description="When the key stops working; null: never.")


class WireKey(WireModel):
    """A key without its secret; `hint` is how it starts."""

    id: UUID = Field(description="The key's id.")
    name: str = Field(description="The name to recognise the key by.")
    hint: str = Field(description="The start of the key.")
    read_only: bool = Field(description="Whether the key may only read.")
    created_at: WireTime = Field(description="When it was created.")
    expires_at: WireTime | None = Field(description="When the key stops working; null: never.")


class NewWireKey(WireKey):
    """A new key with its secret, which is shown only now."""

    key: str = Field(description="The key itself. It is shown only once.")


@router.get("", responses=errors(ForbiddenError))
def list_keys(caller: AnyUser, context: ContextOf, page: PageOf) -> ListPage[WireKey]:
    """Return the caller's keys, newest first."""
    permit(may_manage_keys(caller))
    return wire_page(context.metadata.keys.list(caller.user_id, page), wire_key)


@router.post("", responses=errors(ForbiddenError, ConflictError))
def create_key(
    caller: AnyUser, body: Annotated[KeyCreation, json_body(KeyCreation)], context: ContextOf
) -> NewWireKey:
    """Create a key; it goes as far as its user, or only reads."""
    permit(may_manage_keys(caller))
    key, secret = context.metadata.keys.create(
        caller.user_id, body.name, read_only=body.read_only, expires_at=_instant(body.expires_at)
    )
    return NewWireKey(
        id=key.id,
        name=key.name,
        hint=key.hint,
        read_only=key.read_only,
        created_at=key.created_at,
        expires_at=key.expires_at,
        key=secret,
    )


@router.delete("/{key_id}", responses=errors(ForbiddenError))
def delete_key(caller: AnyUser, key_id: PathId, context: ContextOf) -> Ok:
    """Revoke a key."""
    permit(may_manage_keys(caller))
    context.metadata.keys.delete(caller.user_id, key_id)
    return Ok()


def wire_key(key: Key) -> WireKey:
    """Return a key as it goes out."""
    return WireKey.model_validate(key, from_attributes=True)


def _instant(moment: datetime | None) -> int | None:
    return None if moment is None else to_milliseconds(moment)
