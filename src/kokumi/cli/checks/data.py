"""The data folder: whose it is, who holds it, and how much room is left."""

from __future__ import annotations

import os
import pwd
import shutil
import urllib.request
from pathlib import Path

from kokumi.cli.checks.finding import Finding, ok, problem, warning
from kokumi.cli.lock import Holder
from kokumi.cli.privacy import OTHERS

_LITTLE_ROOM = 5_000_000_000
_NO_ROOM = 500_000_000
_PATIENCE = 5
"""Seconds that a server has to answer."""

_DIRECTLY = urllib.request.build_opener(urllib.request.ProxyHandler({}))
"""Whatever proxy the environment names for addresses elsewhere."""


def folder(data: Path, user: int) -> Finding:
    """Whether the folder is there, and for this user and nobody else."""
    name = "data folder"
    if not data.exists():
        return warning(name, f"{data} is not there yet.", "The first `kokumi serve` makes it.")
    if not data.is_dir() or not os.access(data, os.R_OK | os.W_OK | os.X_OK):
        return problem(
            name,
            f"{data} is not a folder that {name_of(user)} may write to.",
            "Give it to the user that the server runs as: chown -R.",
        )
    if not is_of(data, user):
        return warning(
            name,
            f"{data} belongs to {name_of(data.stat().st_uid)}, and this is {name_of(user)}.",
            "Run Kokumi's commands as the user that the server runs as: files made by another lock it out.",
        )
    if data.stat().st_mode & OTHERS:
        return warning(
            name,
            f"{data} may be used by other users of this machine.",
            f"Start the server again, which makes it private, or: chmod -R go= {data}",
        )
    return ok(name, f"{data} is there, for {name_of(user)} alone.")


def server(holding: Holder | None) -> Finding:
    """Whether a server runs, and answers."""
    name = "server"
    if holding is None:
        return warning(name, "No process holds the data folder: no server runs on it.", "Start it.")
    if not holding.address:
        return ok(name, f"{str(holding).capitalize()} is at work: a command, or a server that starts.")
    try:
        with _DIRECTLY.open(f"{holding.address}/api/heartbeat", timeout=_PATIENCE):
            return ok(name, f"{str(holding).capitalize()}, and answers.")
    except (OSError, ValueError):
        return problem(
            name, f"{str(holding).capitalize()}, does not answer.", "Read its log, then restart it."
        )


def free_bytes(data: Path) -> int:
    """Return the room left where the folder is, or will be."""
    there = next(each for each in (data.absolute(), *data.absolute().parents) if each.exists())
    return shutil.disk_usage(there).free


def room(free: int) -> Finding:
    """Whether the disk has room for what is to come."""
    name = "disk"
    found = f"{free / 1e9:.1f} GB are free."
    if free < _NO_ROOM:
        return problem(name, found, "Make room now: events are refused once they cannot be stored.")
    if free < _LITTLE_ROOM:
        return warning(name, found, "Make room: merging needs some for what is there already.")
    return ok(name, found)


def is_of(data: Path, user: int) -> bool:
    """Whether files that the user makes here are the server's to write."""
    return data.stat().st_uid == user


def name_of(uid: int) -> str:
    """Return what people call a user."""
    try:
        return f"the user {pwd.getpwuid(uid).pw_name}"
    except KeyError:
        return f"the user {uid}"
