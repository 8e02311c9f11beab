"""Data is for the user that the server runs as: no other user of the machine may read or change it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import structlog

OTHERS = stat.S_IRWXG | stat.S_IRWXO
"""What all users but the owner may do."""

_log = structlog.get_logger("kokumi.data")


def keep_new_files_private() -> None:
    """Let no other user read or change what this process makes from now on."""
    os.umask(OTHERS)


def make_private(folder: Path, user: int) -> None:
    """Take the rights of all but this user from a data folder, and from all in it that is the user's.

    If the folder is private already, nobody else can reach what is in it, so its contents are not checked. A
    folder that belongs to another user is left as it is. This, and every change, is logged.
    """
    found = folder.stat()
    if not found.st_mode & OTHERS:
        return
    if found.st_uid != user:
        _log.warning("other users may read the data folder, which belongs to another user and stays as it is")
        return
    try:
        # The folder first: from then on nobody else reaches what is in it.
        folder.chmod(stat.S_IMODE(found.st_mode) & ~OTHERS)
        changed = sum(_make_private(Path(path), user) for path in _inside(folder))
    except OSError as error:
        _log.warning("the data folder could not be made private", reason=error.strerror)
        return
    _log.warning("other users could read the data folder; it is private now", files=changed)


def _inside(folder: Path) -> Iterator[str]:
    for path, folders, files in os.walk(folder):
        yield from (os.path.join(path, name) for name in (*folders, *files))  # noqa: PTH118 - there are many


def _make_private(path: Path, user: int) -> bool:
    try:
        found = path.lstat()
        is_open = bool(found.st_mode & OTHERS) and not stat.S_ISLNK(found.st_mode)
        if not is_open or found.st_uid != user:
            return False
        path.chmod(stat.S_IMODE(found.st_mode) & ~OTHERS)
    except FileNotFoundError:  # another process on the same folder removed it
        return False
    return True
