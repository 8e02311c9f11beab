"""People who sign in, for tests that need more than one."""

from __future__ import annotations

from kokumi.app import Kokumi
from kokumi.metadata.access import Role

PASSWORD = "a quiet password"


def sign_up(kokumi: Kokumi, name: str, role: Role = Role.USER) -> dict[str, str]:
    """Make a user, and return the headers of their sign-in."""
    user = kokumi.metadata.users.create(name, PASSWORD, role)
    return {"Authorization": f"Bearer {kokumi.metadata.tokens.issue(user.id)}"}
