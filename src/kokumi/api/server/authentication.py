"""Who is asking: a user by sign-in token or API key, or a visitor by share link (docs/spec/wire.md)."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from fastapi import Depends
from starlette.requests import Request

from kokumi.api.server.context import ContextOf
from kokumi.errors import ForbiddenError, UnauthorizedError
from kokumi.metadata.access import Anonymous, Caller, ShareVisitor, SignedIn

API_KEY_HEADER = "x-umami-api-key"
SHARE_TOKEN_HEADER = "x-umami-share-token"  # noqa: S105 - the header's name


_PLACEHOLDERS = frozenset({"undefined", "null", "None"})
"""What clients send in place of a credential that they do not have."""


def caller(request: Request, context: ContextOf) -> Caller:
    """Return who is asking; nobody in particular if no credentials are shown.

    Placeholders count as no credentials.

    Raises:
        UnauthorizedError: the credentials are not, or no longer, valid.
    """
    secret = bearer(request) or _credential(request.headers.get(API_KEY_HEADER))
    if secret:
        return _valid(context.metadata.caller(secret))
    token = _credential(request.headers.get(SHARE_TOKEN_HEADER))
    return _valid(context.metadata.shares.caller(token)) if token else Anonymous()


def viewer(who: Annotated[Caller, Depends(caller)]) -> SignedIn | ShareVisitor:
    """Return who is asking, of whom something is known.

    Raises:
        UnauthorizedError: no credentials were shown.
    """
    if isinstance(who, Anonymous):
        raise UnauthorizedError("Sign in first: this needs credentials.")
    return who


def signed_in(who: Annotated[SignedIn | ShareVisitor, Depends(viewer)]) -> SignedIn:
    """Return the user who is asking.

    Raises:
        UnauthorizedError: no credentials of a user were shown; those of a share link are none.
    """
    if isinstance(who, ShareVisitor):
        raise UnauthorizedError("Sign in first: a share link only shows its website.")
    return who


AnyViewer: TypeAlias = Annotated[SignedIn | ShareVisitor, Depends(viewer)]
"""A route's parameter: a user or a visitor by a share link; others get 401."""

AnyUser: TypeAlias = Annotated[SignedIn, Depends(signed_in)]
"""A route's parameter: a user; others get 401."""


def bearer(request: Request) -> str | None:
    """Return the second word of the header `Authorization`, whatever the first says.

    There is none if the word is a placeholder.
    """
    words = request.headers.get("authorization", "").split()
    return _credential(words[1]) if len(words) > 1 else None


def permit(allowed: bool) -> None:  # noqa: FBT001 - reads as permit(may_...(caller))
    """Go on if the access rules say so.

    Raises:
        ForbiddenError: they do not.
    """
    if not allowed:
        raise ForbiddenError("You may not do this.")


def _credential(text: str | None) -> str | None:
    return None if text in _PLACEHOLDERS else text


def _valid(who: SignedIn | ShareVisitor | None) -> SignedIn | ShareVisitor:
    if who is None:
        raise UnauthorizedError("These credentials are not, or no longer, valid.")
    return who
