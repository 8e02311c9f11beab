"""For commands that work on the data themselves, without a server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from kokumi.app import Kokumi
from kokumi.cli import opening
from kokumi.cli.logs import set_up_logs
from kokumi.errors import NotFoundError
from kokumi.settings import Settings


@contextmanager
def open_offline(settings: Settings) -> Iterator[Kokumi]:
    """Hold the data and open it, with its first user made if no server has run yet.

    Raises:
        SetupError: another process holds the data, or it cannot be opened as it is set up.
    """
    set_up_logs(settings)
    with opening.open_program(settings) as (kokumi, _lock):
        yield kokumi


def owner(kokumi: Kokumi) -> UUID:
    """Return the user to whom websites belong that a command makes.

    Raises:
        NotFoundError: there are users, but no administrator among them.
    """
    admin = kokumi.metadata.users.first_admin()
    if admin is None:
        raise NotFoundError("There is no administrator whom the website could belong to.")
    return admin.id
