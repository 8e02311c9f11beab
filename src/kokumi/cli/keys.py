"""`kokumi keys …`: a user's API keys, without signing in."""

from __future__ import annotations

from typing import Annotated

import typer

from kokumi.cli.console import answers, show

application = typer.Typer(name="keys", help="API keys of a user.", no_args_is_help=True)

Username = Annotated[str, typer.Argument(help="The user whose keys they are.")]


@application.command("list")
def list_keys(username: Username) -> None:
    """List a user's API keys, newest first; their secrets are not known any more."""
    from kokumi.cli.people import opened_metadata, user_named
    from kokumi.domain.times import iso
    from kokumi.metadata.paging import every_page

    with opened_metadata() as metadata:
        user = user_named(metadata, username)
        keys = every_page(lambda page: metadata.keys.list(user.id, page))
    rows = [
        (
            key.name,
            f"{key.hint}…",
            "reads only" if key.read_only else "reads and writes",
            "never" if key.expires_at is None else iso(key.expires_at),
            str(key.id),
        )
        for key in keys
    ]
    show(("name", "key", "may", "expires", "id"), rows)


@application.command("create")
def create(
    username: Username,
    name: Annotated[str, typer.Argument(help="What the key is for.")],
    *,
    read_only: Annotated[bool, typer.Option("--read-only", help="A key that changes nothing.")] = False,
    expires: Annotated[
        str | None, typer.Option(help="Instant at which it ends, such as 2027-01-01T00:00:00Z.")
    ] = None,
) -> None:
    """Make an API key, and print it: it is shown only now."""
    from kokumi.cli.people import opened_metadata, user_named
    from kokumi.domain.times import UTC_ZONE, parse_instant
    from kokumi.metadata.names import check_name

    ends_at = None if expires is None else parse_instant(expires, UTC_ZONE, "--expires", is_end=True)
    check_name(name, "NAME", 200)
    with opened_metadata() as metadata:
        user = user_named(metadata, username)
        _, secret = metadata.keys.create(user.id, name, read_only=read_only, expires_at=ends_at)
    answers.print(secret)


@application.command("delete")
def delete(
    username: Username, key_id: Annotated[str, typer.Argument(metavar="ID", help="The key's id.")]
) -> None:
    """Revoke an API key."""
    from kokumi.cli.people import opened_metadata, parse_id, user_named

    with opened_metadata() as metadata:
        metadata.keys.delete(user_named(metadata, username).id, parse_id(key_id))
    answers.print("The key is revoked.")
