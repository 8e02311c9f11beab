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


def make_first_admin(users: Users, settings: Settings) -> None:
    """Make the user `admin` if there are no users yet.

    A password that had to be made up is shown on the terminal, once, and in no log.

    Raises:
        SetupError: `KOKUMI_ADMIN_PASSWORD` is too short, too long or too easy to guess.
    """
    if users.count():
        return
    given = settings.admin_password
    password = secrets.token_urlsafe(12) if given is None else given.get_secret_value()
    try:
        users.create(USERNAME, password, Role.ADMIN)
    except BadRequestError as error:
        raise SetupError(f"KOKUMI_ADMIN_PASSWORD: {error.details[0].message}") from None
    except ConflictError:
        return  # another process on the same database was first
    if given is None:
        _show(password)


def _show(password: str) -> None:
    remarks.print(
        Text.assemble(
            f"First start: sign in as {USERNAME} with the password ",
            (password, "bold"),
            f" (shown only now; `kokumi users set-password {USERNAME}` sets another).",
        )
    )
