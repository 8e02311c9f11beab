"""Credentials on the collector's public routes, and the websites that they may edit.

These routes serve everybody, so credentials only add rights. Clients send placeholders such as
`Bearer undefined`; whatever is not valid counts as no credentials and is never an error.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from kokumi.collect.authority import STRANGER, Authority
from kokumi.metadata.access import SignedIn, may_edit_website
from kokumi.metadata.secrets import LENGTH, digest
from kokumi.metadata.store import Metadata

_REMEMBERED_SECONDS = 5.0
"""How long an answer is remembered, so that a client that sends often costs few look-ups.

A key that was revoked, or a role that was taken away, counts no longer than this; a new one counts after it.
"""

MAX_REMEMBERED = 1000
"""How many rights are remembered at a time, and how many refusals."""


class Senders:
    """Reads the authority of requests.

    Refusals are remembered apart from rights, so that strangers cannot make those be forgotten.
    """

    def __init__(self, metadata: Metadata, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing remembered; `clock` returns seconds."""
        self._metadata = metadata
        self._clock = clock
        self._rights: dict[tuple[str, UUID], float] = {}
        self._refusals: dict[tuple[str, UUID], float] = {}

    def authority(self, *shown: str | None) -> Authority:
        """Return what a request's sender may do, given the credentials that it shows.

        The first one that could be a secret counts. The database is asked only when the collector asks.
        """
        secret = next((each for each in shown if each is not None and len(each) >= LENGTH), None)
        return STRANGER if secret is None else _Holder(self, secret)

    def remembered(self, secret: str, website_id: UUID) -> bool | None:
        """Return whether the secret gives the right, none if that is not remembered; asks no database."""
        asked, now = (digest(secret), website_id), self._clock()
        if self._rights.get(asked, 0.0) > now:
            return True
        return False if self._refusals.get(asked, 0.0) > now else None

    def caller(self, secret: str) -> SignedIn | None:
        """Return the user of the secret, from the database."""
        return self._metadata.caller(secret)

    def may_edit(self, caller: SignedIn | None, secret: str, website_id: UUID) -> bool:
        """Return whether the user may edit the website, from the database; the answer is then remembered."""
        website = None if caller is None else self._metadata.websites.find(website_id)
        allowed = caller is not None and website is not None and may_edit_website(caller, website)
        answers = self._rights if allowed else self._refusals
        if len(answers) >= MAX_REMEMBERED:
            answers.clear()
        answers[digest(secret), website_id] = self._clock() + _REMEMBERED_SECONDS
        return allowed


@dataclass(slots=True)
class _Holder:
    """The sender of one request with a possible credential.

    The items of a batch ask at the same time. The lock makes them share one look-up.
    """

    senders: Senders
    secret: str
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    callers: list[SignedIn | None] = field(default_factory=list[SignedIn | None])
    answers: dict[UUID, bool] = field(default_factory=dict[UUID, bool])

    async def may_edit(self, website_id: UUID) -> bool:
        """Return whether the credentials may edit the website. The database is asked in a thread."""
        async with self.lock:
            if website_id not in self.answers:
                remembered = self.senders.remembered(self.secret, website_id)
                if remembered is None:
                    remembered = await asyncio.to_thread(self._look_up, website_id)
                self.answers[website_id] = remembered
            return self.answers[website_id]

    def _look_up(self, website_id: UUID) -> bool:
        if not self.callers:
            self.callers.append(self.senders.caller(self.secret))
        (caller,) = self.callers
        return self.senders.may_edit(caller, self.secret, website_id)
