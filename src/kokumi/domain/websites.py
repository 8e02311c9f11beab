"""A website: whose it is, and since when its events count."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Website:
    """A website as every package sees it; instants in epoch milliseconds.

    `epoch` counts its resets. It is part of the tokens under which events are inserted, so that what was
    deleted may come in again (docs/decisions).
    """

    id: UUID
    name: str
    domain: str
    reset_at: int | None = None
    epoch: int = 0
