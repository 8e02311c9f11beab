"""The first start makes the user `admin`; there is no default password."""

from __future__ import annotations

import secrets

from rich.text import Text

from kokumi.cli.console import remarks
from kokumi.errors import BadRequestError, ConflictError, SetupError
from kokumi.metadata.access import Role
from kokumi.metadata.users import Users
from kokumi.settings import Settings

USERNAME = "admin"


def welcome(users: Users, settings: Settings) -> None:
    """Make the first user; a password that was made up is shown on the terminal, in no log.

    Raises:
        SetupError: `KOKUMI_ADMIN_PASSWORD` is too short or too long.
    """
    try:
        password = make_first_admin(users, settings)
    except BadRequestError as error:
        raise SetupError(f"KOKUMI_ADMIN_PASSWORD: {error.details[0].message}") from None
    except ConflictError:
        return  # another process on the same database was first
    if password is not None:
        remarks.print(
            Text.assemble(
                f"First start: sign in as {USERNAME} with the password ",
                (password, "bold"),
                " (shown only now; `kokumi users set-password` sets another)",
            )
        )


def make_first_admin(users: Users, settings: Settings) -> str | None:
    """Make the user `admin` if there are no users yet.

    Returns the password if it had to be made up, for showing once; none if it was set, or there are users.

    Raises:
        BadRequestError: `KOKUMI_ADMIN_PASSWORD` is too short or too long.
        ConflictError: another process was first.
    """
    if users.count():
        return None
    if settings.admin_password is not None:
        users.create(USERNAME, settings.admin_password.get_secret_value(), Role.ADMIN)
        return None
    password = secrets.token_urlsafe(12)
    users.create(USERNAME, password, Role.ADMIN)
    return password
