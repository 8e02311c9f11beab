"""A real PostgreSQL server of the tests' own, in a folder that goes away with them."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg

from support.required import is_here

_PATIENCE = 60
_SYSTEM_USER = "nobody"


@dataclass(frozen=True)
class PostgreSQL:
    """A running server, reached by the socket in its folder."""

    folder: Path

    def new_database(self) -> str:
        """Return the address of a database that nobody has used."""
        name = f"test_{uuid4().hex}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(f"create database {name}".encode())
        return self._address(name)

    def _address(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={self.folder}"


def programs() -> Path | None:
    """Return the folder of the newest PostgreSQL that this machine has, if it has any."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: path.parts[-3].zfill(3))
    if found:
        return found[-1].parent
    anywhere = shutil.which("initdb")
    return Path(anywhere).resolve().parent if anywhere else None


IS_HERE = is_here("PostgreSQL", found=programs() is not None)
DATABASES = ("sqlite", "postgresql") if IS_HERE else ("sqlite",)
"""The metadata databases that this machine can run."""


@contextmanager
def running() -> Iterator[PostgreSQL]:
    """Run a server for the time of the block; it does not bother to write to the disk at once."""
    found = programs()
    if found is None:
        raise AssertionError("this machine has no PostgreSQL")
    folder = Path(tempfile.mkdtemp(prefix="kokumi-postgresql-"))
    user = None
    if os.geteuid() == 0:  # as which it refuses to run
        user = _SYSTEM_USER
        os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
    data = folder / "data"
    options = (
        f"-k {folder} -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    )
    control: list[str | Path] = [found / "pg_ctl", "-D", data, "-w", "-s", "-t", str(_PATIENCE)]
    try:
        _run(
            [found / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-N", "-E", "UTF8"], folder, user
        )
        _run([*control, "-l", folder / "log", "-o", options, "start"], folder, user)
        try:
            yield PostgreSQL(folder)
        finally:
            _run([*control, "-m", "immediate", "stop"], folder, user)
    finally:
        shutil.rmtree(folder)


def _run(command: list[str | Path], folder: Path, user: str | None) -> None:
    subprocess.run(
        command,
        cwd=folder,
        user=user,
        extra_groups=None if user is None else [],
        stdout=subprocess.DEVNULL,
        check=True,
        timeout=_PATIENCE,
    )
