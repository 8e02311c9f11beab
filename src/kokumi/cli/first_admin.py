"""The first start makes the user `admin`; there is no default password."""

from __future__ import annotations

import secrets

from kokumi.metadata.access import Role
from kokumi.metadata.users import Users
from kokumi.settings import Settings

USERNAME = "admin"


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
