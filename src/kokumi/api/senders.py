"""Who sends events: the credentials on the collector's public routes, and the websites they may edit.

These routes serve everybody, so credentials only add rights. Clients send placeholders such as
`Bearer undefined`; whatever is not valid counts as no credentials and is never an error.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from uuid import UUID

from kokumi.collect.authority import STRANGER, Authority
from kokumi.metadata.access import SignedIn, may_edit_website
from kokumi.metadata.secrets import LENGTH, digest
from kokumi.metadata.store import Metadata

_REMEMBERED_SECONDS = 5.0
"""How long a right is remembered, so that a server that sends often costs few look-ups.

A key that was revoked, or a role that was taken away, counts no longer than this.
"""

MAX_REMEMBERED = 1000
"""How many rights are remembered at a time."""


class Senders:
    """Reads the authority of requests. Only rights that exist are remembered, so strangers fill nothing."""

    def __init__(self, metadata: Metadata) -> None:
        self._metadata = metadata
        self._rights: dict[tuple[str, UUID], float] = {}

    def authority(self, *shown: str | None) -> Authority:
        """Return what a request's sender may do, given what it shows as credentials.

        The first that could be a secret counts. Nothing is looked up before the collector asks.
        """
        secret = next((each for each in shown if each is not None and len(each) >= LENGTH), None)
        return STRANGER if secret is None else _Holder(self, secret)

    def knows(self, secret: str, website_id: UUID) -> bool:
        """Return whether the right is remembered; asks no database."""
        return self._rights.get((digest(secret), website_id), 0.0) > time.monotonic()

    def caller(self, secret: str) -> SignedIn | None:
        """Return the user whom the secret belongs to, from the database."""
        return self._metadata.caller(secret)

    def may_edit(self, caller: SignedIn, secret: str, website_id: UUID) -> bool:
        """Return whether the user may edit the website, from the database; a right is then remembered."""
        website = self._metadata.websites.find(website_id)
        allowed = website is not None and may_edit_website(caller, website)
        if allowed:
            if len(self._rights) >= MAX_REMEMBERED:
                self._rights.clear()
            self._rights[digest(secret), website_id] = time.monotonic() + _REMEMBERED_SECONDS
        return allowed


@dataclass(slots=True)
class _Holder:
    """The sender of one request, who showed something that may be a credential.

    The items of a batch ask at the same time; the lock makes them share one look-up.
    """

    senders: Senders
    secret: str
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    callers: list[SignedIn | None] = field(default_factory=list[SignedIn | None])
    answers: dict[UUID, bool] = field(default_factory=dict[UUID, bool])

    async def may_edit(self, website_id: UUID) -> bool:
        """Return whether the credentials may edit the website. Databases are asked in a thread."""
        async with self.lock:
            if website_id not in self.answers:
                known = self.senders.knows(self.secret, website_id)
                self.answers[website_id] = known or await asyncio.to_thread(self._look_up, website_id)
            return self.answers[website_id]

    def _look_up(self, website_id: UUID) -> bool:
        if not self.callers:
            self.callers.append(self.senders.caller(self.secret))
        (caller,) = self.callers
        return caller is not None and self.senders.may_edit(caller, self.secret, website_id)
