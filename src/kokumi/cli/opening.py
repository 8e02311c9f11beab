"""The program's parts for the time of one command: locked, opened, with a first user, and closed again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from kokumi.app import Kokumi, open_kokumi
from kokumi.cli.first_admin import make_first_admin
from kokumi.cli.lock import DataLock, data_lock
from kokumi.cli.logs import set_up_logs
from kokumi.cli.privacy import make_private
from kokumi.errors import NotFoundError
from kokumi.settings import Settings


@contextmanager
def open_program(settings: Settings) -> Iterator[tuple[Kokumi, DataLock]]:
    """Open everything that the settings describe, for a command that reads or writes events.

    Raises:
        SetupError: another process is at it, or a part cannot be opened as it is set up.
    """
    with data_lock(settings.data, exclusive=settings.events_dsn.startswith("chdb:")) as lock:
        make_private(settings.data, os.geteuid())
        kokumi = open_kokumi(settings)
        try:
            make_first_admin(kokumi.metadata.users, settings)
            yield kokumi, lock
        finally:
            kokumi.close()


@contextmanager
def open_offline(settings: Settings) -> Iterator[Kokumi]:
    """Hold the data and open it, with its first user made if no server has run yet.

    Raises:
        SetupError: another process holds the data, or it cannot be opened as it is set up.
    """
    set_up_logs(settings)
    with open_program(settings) as (kokumi, _lock):
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
