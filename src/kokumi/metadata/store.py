"""All the metadata of an installation in one place."""

from __future__ import annotations

from uuid import UUID

from kokumi.domain.saved import SavedFilter
from kokumi.domain.times import Clock, system_clock
from kokumi.domain.websites import Website
from kokumi.metadata.access import SignedIn
from kokumi.metadata.database import Database
from kokumi.metadata.devices import Devices
from kokumi.metadata.erasures import Erasures
from kokumi.metadata.guesses import GuessLimit
from kokumi.metadata.instance import instance_secret
from kokumi.metadata.keys import PREFIX, Keys
from kokumi.metadata.known import KnownWebsites
from kokumi.metadata.rates import StoredRates
from kokumi.metadata.saved_reports import SavedReports
from kokumi.metadata.segments import Segments
from kokumi.metadata.session_keys import SessionKeys
from kokumi.metadata.shares import Shares
from kokumi.metadata.sign_in_limit import SignInLimit
from kokumi.metadata.teams import Teams
from kokumi.metadata.tokens import Tokens
from kokumi.metadata.users import Users
from kokumi.metadata.websites import Websites


class Metadata:
    """Users, websites, credentials and what is saved; safe to share between threads."""

    def __init__(self, dsn: str, clock: Clock = system_clock, *, base_currency: str = "EUR") -> None:
        """Open the database and bring it up to date. Exchange rates are about one unit of `base_currency`.

        Raises:
            SetupError: it cannot be reached, or a newer program has been here.
        """
        self._database = Database(dsn)
        self.clock = clock
        self._known = KnownWebsites()
        self.secret = instance_secret(self._database, clock)
        self.session_keys = SessionKeys(self._database)
        self.users = Users(self._database, clock)
        self.tokens = Tokens(self._database, clock)
        self.devices = Devices(self._database, clock, self.secret)
        self.sign_in_limit = SignInLimit(self._database, clock, self.secret)
        self.guesses = GuessLimit(self._database, clock, self.secret)
        self.keys = Keys(self._database, clock)
        self.websites = Websites(self._database, clock, self._known.forget)
        self.erasures = Erasures(self._database, clock)
        self.teams = Teams(self._database, clock)
        self.shares = Shares(self._database, clock, self.secret)
        self.segments = Segments(self._database, clock)
        self.saved_reports = SavedReports(self._database, clock)
        self.rates = StoredRates(self._database, base_currency)

    def website(self, website_id: UUID) -> Website | None:
        """Return the website that an event may come in for, mostly from memory."""
        return self._known.get(website_id, self.websites.known)

    def caller(self, secret: str) -> SignedIn | None:
        """Return the user whom an API key or the token of a sign-in belongs to, if it is valid."""
        return self.keys.caller(secret) if secret.startswith(PREFIX) else self.tokens.caller(secret)

    def saved_filter(self, filter_id: UUID) -> SavedFilter | None:
        """Return the segment or cohort of that id, of whatever website."""
        return self.segments.find(filter_id)

    def close(self) -> None:
        """Close the database."""
        self._database.close()
