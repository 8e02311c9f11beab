"""`kokumi users …`: for the operator, who may be locked out of the dashboard."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kokumi.cli.console import answers, show
from kokumi.metadata.access import Role

application = typer.Typer(name="users", help="Users and their passwords.", no_args_is_help=True)

Username = Annotated[str, typer.Argument(help="The user's name.")]


@application.command("list")
def list_users() -> None:
    """List all users, newest first."""
    from kokumi.cli.people import opened_metadata
    from kokumi.domain.times import iso
    from kokumi.metadata.paging import every_page

    with opened_metadata() as metadata:
        users = every_page(metadata.users.list)
    rows = [(user.username, user.role.value, iso(user.created_at), str(user.id)) for user in users]
    show(("name", "role", "since", "id"), rows)


@application.command("create")
def create(
    username: Username,
    role: Annotated[Role, typer.Option(help="What the user may do.")] = Role.USER,
) -> None:
    """Make a user; the password is asked for, or read from stdin if that is not a terminal."""
    from kokumi.cli.people import opened_metadata

    with opened_metadata() as metadata:
        user = metadata.users.create(username, read_password(), role)
    answers.print(f"{user.username} ({user.role.value}) may sign in.")


@application.command("set-password")
def set_password(username: Username = "admin") -> None:
    """Set a user's password. It is asked for, or read from stdin if that is not a terminal.

    This ends the user's sign-ins. It also clears the account's failed sign-ins, so that the user can sign in
    at once.
    """
    from kokumi.cli.people import opened_metadata, user_named

    with opened_metadata() as metadata:
        user = user_named(metadata, username)
        metadata.users.set_password(user.id, read_password())
        metadata.sign_in_limit.forget(user.username, str(user.id))
    answers.print(f"{username} has a new password.")


@application.command("set-role")
def set_role(username: Username, role: Annotated[Role, typer.Argument(help="What the user may do.")]) -> None:
    """Give a user another role."""
    from kokumi.cli.people import opened_metadata, user_named

    with opened_metadata() as metadata:
        user = user_named(metadata, username)
        metadata.users.change(user.id, role=role)
    answers.print(f"{username} has the role {role.value}.")


@application.command("delete")
def delete(username: Username) -> None:
    """Delete a user who has no websites any more and owns no team alone."""
    from kokumi.cli.people import opened_metadata, user_named

    with opened_metadata() as metadata:
        metadata.users.delete(user_named(metadata, username).id)
    answers.print(f"{username} is deleted.")


def read_password() -> str:
    """Return a password asked for twice, or the first line of stdin if that is not a terminal."""
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\n")
