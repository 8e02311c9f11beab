"""What the sender of a request may do beyond what anybody may: the question that the collector asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


class Authority(Protocol):
    """The rights of one request's sender, looked up only when the collector asks."""

    async def may_edit(self, website_id: UUID) -> bool:
        """Return whether the sender showed credentials that may edit the website."""


@dataclass(frozen=True, slots=True)
class Stranger:
    """A sender without credentials: may edit nothing."""

    async def may_edit(self, website_id: UUID) -> bool:  # noqa: ARG002
        """Return no, for every website."""
        return False


STRANGER = Stranger()
