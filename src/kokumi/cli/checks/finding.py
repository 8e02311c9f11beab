"""What a check finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FindingState(StrEnum):
    """How bad it is: a warning does not keep the server from its work, a problem does or soon will."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: how it is, in a sentence, and what to do if it is not well."""

    name: str
    state: FindingState
    found: str
    remedy: str = ""


def ok(name: str, found: str) -> Finding:
    """Return that something is well."""
    return Finding(name, FindingState.OK, found)


def warning(name: str, found: str, remedy: str) -> Finding:
    """Return that something should be seen to."""
    return Finding(name, FindingState.WARNING, found, remedy)


def problem(name: str, found: str, remedy: str) -> Finding:
    """Return that something is wrong."""
    return Finding(name, FindingState.PROBLEM, found, remedy)
