"""Who may show a page of the dashboard in a frame: nobody, except those that a share link names."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from kokumi.api.server.client_address import network_of_client
from kokumi.api.server.context import Context
from kokumi.api.server.guessing import counted
from kokumi.errors import CallerError, NotFoundError
from kokumi.metadata.guesses import Guess, GuessKind

_PREFIX = "/share/"


async def embedding_origins(request: Request) -> Sequence[str]:
    """Return the origins whose pages may show what the request asks for in a frame.

    The answer tells whether there is such a link, so wrong slugs count as guesses. After too many of them
    no page may.
    """
    slug = request.url.path.removeprefix(_PREFIX).partition("/")[0]
    if not request.url.path.startswith(_PREFIX) or not slug:
        return ()
    context: Context = request.app.state.context
    address = network_of_client(request, context.settings.trusted_proxies)
    try:
        async with counted(context, Guess(GuessKind.SLUG, address)):
            return await run_in_threadpool(_origins, context, slug)
    except CallerError:
        return ()


def _origins(context: Context, slug: str) -> Sequence[str]:
    share = context.metadata.shares.by_slug(slug)
    if share is None:
        raise NotFoundError("There is no such share link.")
    return share.terms.embed_origins
