"""`kokumi users …`: for the operator, who may be locked out of the dashboard."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kokumi.cli.console import answers
from kokumi.errors import NotFoundError
from kokumi.metadata.store import Metadata
from kokumi.metadata.users import User
from kokumi.settings import read_settings

application = typer.Typer(name="users", help="Users and their passwords.", no_args_is_help=True)

Username = Annotated[str, typer.Argument(help="The user's name.")]


@application.command("set-password")
def set_password(username: Username = "admin") -> None:
    """Set a user's password, asked for, or read from stdin if that is no terminal; ends their sign-ins."""
    metadata = Metadata(read_settings().metadata_dsn)
    try:
        user = _named(metadata, username)
        metadata.users.set_password(user.id, read_password())
    finally:
        metadata.close()
    answers.print(f"{username} has a new password.")


def read_password() -> str:
    """Return a password asked for twice, or the first line of stdin if that is no terminal."""
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\n")


def _named(metadata: Metadata, username: str) -> User:
    found = metadata.users.named(username)
    if found is None:
        raise NotFoundError(f"There is no user {username}.")
    return found
