"""Limits for routes whose answer tells whether a guess was right: wrong guesses are counted."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import Depends
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from kokumi.api.server.authentication import AnyUser
from kokumi.api.server.client_address import network_of_client
from kokumi.api.server.context import Context, ContextOf
from kokumi.errors import CallerError, NotFoundError
from kokumi.metadata.guesses import Guess, GuessKind


@asynccontextmanager
async def counted(
    context: Context, guess: Guess, wrong: type[CallerError] = NotFoundError
) -> AsyncIterator[None]:
    """Run a block that checks a guess. If the block raises `wrong`, count the guess.

    A right guess writes nothing to the database.

    Raises:
        TooManyRequestsError: there were too many wrong guesses, so the block is not run.
        OverloadedError: the guess was wrong, and too many others wait to be counted.
    """
    await run_in_threadpool(context.metadata.guesses.check, guess)
    try:
        yield
    except wrong:
        await context.misses.run(guess.address, lambda: context.metadata.guesses.missed(guess))
        raise


async def _slug(request: Request, context: ContextOf) -> AsyncIterator[None]:
    address = network_of_client(request, context.settings.trusted_proxies)
    async with counted(context, Guess(GuessKind.SLUG, address)):
        yield


async def _team_code(request: Request, caller: AnyUser, context: ContextOf) -> AsyncIterator[None]:
    address = network_of_client(request, context.settings.trusted_proxies)
    async with counted(context, Guess(GuessKind.TEAM_CODE, address, str(caller.user_id))):
        yield


SLUG_GUESS = Depends(_slug)
"""A route's dependency, for which 404 means a wrong slug."""

TEAM_CODE_GUESS = Depends(_team_code)
"""A route's dependency, for which 404 means a wrong access code."""
