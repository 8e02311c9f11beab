"""`kokumi visitors …`: what is stored of one visitor."""

from __future__ import annotations

from typing import Annotated

import typer

from kokumi.cli.console import answers
from kokumi.errors import BadRequestError, NotFoundError

application = typer.Typer(name="visitors", help="What is stored of one visitor.", no_args_is_help=True)


@application.callback()
def _visitors() -> None:
    """Keep `delete` a word of its own, though there is only one yet."""


@application.command("delete")
def delete(
    website_id: Annotated[str, typer.Argument(metavar="WEBSITE", help="The website's id.")],
    session: Annotated[str | None, typer.Option(help="The id of one session.")] = None,
    distinct_id: Annotated[
        str | None, typer.Option("--id", help="The id that the website gave the visitor: all their sessions.")
    ] = None,
) -> None:
    """Delete all that is stored of one visitor of a website."""
    from kokumi.cli.opening import open_offline
    from kokumi.cli.people import parse_id
    from kokumi.erasing.eraser import erase_now
    from kokumi.erasing.visitors import has_session, sessions_of
    from kokumi.settings import read_settings

    if (session is None) == (not distinct_id):
        raise BadRequestError("Name the visitor by either --session or --id.")
    wanted = parse_id(website_id)
    one = None if session is None else parse_id(session)
    with open_offline(read_settings()) as kokumi:
        if one is None:
            found = sessions_of(kokumi.store, wanted, distinct_id or "")
        else:
            found = (one,) if has_session(kokumi.store, wanted, one) else ()
        if not found:
            raise NotFoundError("Nothing is stored of such a visitor of that website.")
        kokumi.metadata.erasures.request_sessions(wanted, found)
        erase_now(kokumi.store, kokumi.metadata, wanted, clock=kokumi.clock)
    answers.print(f"Deleted {len(found)} {'session' if len(found) == 1 else 'sessions'}.")
