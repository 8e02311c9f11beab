"""Signing in and out (docs/spec/wire.md#sign-in-and-account)."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import Field, StringConstraints
from starlette.requests import Request

from kokumi.api.server.authentication import AnyUser, bearer
from kokumi.api.server.body import json_body
from kokumi.api.server.client_address import network_of_client
from kokumi.api.server.context import Context, ContextOf
from kokumi.api.server.responses import errors
from kokumi.api.wire.answers import Ok
from kokumi.api.wire.users import CurrentUser, current_user
from kokumi.domain.validation import WireModel
from kokumi.errors import OverloadedError, TooManyRequestsError, UnauthorizedError
from kokumi.metadata.devices import MAX_TOKEN
from kokumi.metadata.passwords import MAX_LENGTH
from kokumi.metadata.users import MAX_NAME

router = APIRouter(prefix="/api/auth", tags=["sign in"])


class SignIn(WireModel):
    """Who wants to sign in."""

    username: Annotated[str, StringConstraints(max_length=MAX_NAME)] = Field(description="The user's name.")
    password: Annotated[str, StringConstraints(max_length=MAX_LENGTH)] = Field(
        description="The user's password."
    )
    device: Annotated[str, StringConstraints(max_length=MAX_TOKEN)] | None = Field(
        None, description="The `device` of the last sign-in from this device, if there was one."
    )


class SignInAnswer(WireModel):
    """The token to show with each request, and who it stands for.

    `device` may be sent with the next sign-in from the same device, which then goes through although others
    guess at the account's password.
    """

    token: str = Field(description="The token for the header `Authorization: Bearer …`.")
    user: CurrentUser = Field(description="The user who signed in.")
    device: str = Field(description="Send it with the next sign-in from this device.")


class WrongPasswordError(UnauthorizedError):
    """Name and password do not go together; which of them is wrong stays unsaid."""

    code = "incorrect-username-password"


@router.post("/login", responses=errors(UnauthorizedError, TooManyRequestsError, OverloadedError))
async def login(
    request: Request, body: Annotated[SignIn, json_body(SignIn)], context: ContextOf
) -> SignInAnswer:
    """Return a token for a name and a password."""
    address = network_of_client(request, context.settings.trusted_proxies)
    return await context.sign_ins.run(address, lambda: _sign_in(context, body, address))


@router.post("/verify")
def verify(caller: AnyUser, context: ContextOf) -> CurrentUser:
    """Return whose credentials these are."""
    return current_user(context.metadata, caller.user_id)


@router.post("/logout")
def logout(request: Request, _caller: AnyUser, context: ContextOf) -> Ok:
    """End the sign-in of the token that was shown; an API key goes on."""
    context.metadata.tokens.revoke(bearer(request) or "")
    return Ok()


def _sign_in(context: Context, body: SignIn, address: str) -> SignInAnswer:
    metadata = context.metadata
    device = None if body.device is None else metadata.devices.known(body.username, body.device)
    attempt = metadata.sign_in_limit.begin(body.username, address, device)
    user = metadata.users.signing_in(body.username, body.password)
    if user is None:
        raise WrongPasswordError("The name or the password is not right.")
    metadata.sign_in_limit.succeeded(attempt)
    return SignInAnswer(
        token=metadata.tokens.issue(user.id),
        user=current_user(context.metadata, user.id),
        device=metadata.devices.token(user.id),
    )
