"""The collector: from a request's JSON to a durable event, each step in a module of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, Protocol, TypeAlias
from uuid import UUID

from uuid_utils.compat import uuid7

from kokumi.agents.proofs import installed_proofs
from kokumi.agents.reading import MAX_USER_AGENT, read_agent
from kokumi.collect.address import Address, read_address
from kokumi.collect.authority import Authority
from kokumi.collect.cache_token import Token, TokenSeal
from kokumi.collect.commit import Commit, GroupCommit, Store
from kokumi.collect.device import Device, read_device
from kokumi.collect.fetches import signed_request, tracked_fetch
from kokumi.collect.identity import Identity, Traces, derived
from kokumi.collect.key_ring import KeyRing, StoredKeys
from kokumi.collect.paths import PathPattern
from kokumi.collect.payload import Kind, Submission, parse
from kokumi.collect.place import (
    ClientInfo,
    Place,
    Places,
    client_address,
    is_trusted_sender,
    is_within,
    place_of_headers,
)
from kokumi.collect.properties import flatten, numbers, revenue_of
from kokumi.collect.recognition import Recognised, Recognition
from kokumi.collect.visits import NO_VISIT, Arrival, FetchArrival
from kokumi.domain.addresses import IpAddress, read_ip
from kokumi.domain.agents import Agent, Fetch
from kokumi.domain.events import Event, EventType, Identification, Property, Visitor
from kokumi.domain.times import DAY, Unit
from kokumi.domain.websites import Website
from kokumi.errors import BadRequestError, CallerError, ForbiddenError, TooLargeError
from kokumi.settings import Settings

CACHE_HEADER = "x-umami-cache"
MAX_BATCH = 500
"""How many items a batch may hold."""

_REMEMBERED_AGENTS = 10_000


class WebsiteLookup(Protocol):
    """What the collector needs to know of websites; asked at every event."""

    def website(self, website_id: UUID) -> Website | None:
        """Return the website, or none if there is no such."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """It is stored. `cache` is what the sender may give back as `x-umami-cache`.

    The ids are the stored ones only for senders who may speak for others, else those for the public.
    """

    cache: str
    session_id: UUID
    visit_id: UUID


@dataclass(frozen=True, slots=True)
class Ignored:
    """It is no visitor's event, as intended: a bot's, or one on a path that the operator leaves out."""

    reason: Literal["bot", "ignored-path"]


Outcome: TypeAlias = Accepted | Ignored


@dataclass(frozen=True, slots=True)
class _Ready:
    """What is to be stored, and what the answer's token will say of it."""

    arrival: Arrival
    recognised: Recognised
    is_public: bool
    """Whether the sender gets public ids in place of the stored ones."""


@dataclass(frozen=True, slots=True)
class _Software:
    agent: Agent
    device: Device


@dataclass(frozen=True, slots=True)
class _Sender:
    """Who a submission is of, as its sender says or shows.

    `addresses` are the sender's own and the visitor's; they differ if the payload names one.
    """

    addresses: tuple[IpAddress | None, IpAddress | None]
    traces: Traces
    place: Place
    software: _Software


class Collector:
    """Takes what trackers send. One per process; `close` it, so that nothing that waits is lost."""

    def __init__(
        self,
        *,
        store: Store,
        websites: WebsiteLookup,
        session_keys: StoredKeys,
        secret: bytes,
        settings: Settings,
        clock: Callable[[], int],
    ) -> None:
        """Open the country database and get ready; `clock` returns epoch milliseconds.

        Raises:
            SetupError: the country database of the settings cannot be read.
        """
        self._websites = websites
        self._settings = settings
        self._clock = clock
        self._identity = Identity(secret)
        self._keys = KeyRing(session_keys, Unit(settings.session_period), settings.late_days)
        self._recognition = Recognition(self._identity, self._keys)
        self._tokens = TokenSeal(derived(secret, b"sealed token"))
        self.proofs = installed_proofs(settings.data)
        self._places = Places(settings.country_database)
        self._commit: Commit = GroupCommit(store)
        self._waiting = 0
        self._ignored_paths = [PathPattern(path) for path in settings.ignore_paths]
        # The libraries load their rules at the first question: better now than while the first visitor waits.
        _software_of("Mozilla/5.0 (X11)")
        _software_of("Mozilla/5.0 (compatible; Robot/1.0)")

    async def send(self, body: object, client: ClientInfo) -> Outcome:
        """Store what a body `{type, payload}` reports, and return once it is durable.

        Raises:
            BadRequestError: a field is not as it should be, or there is no such website.
            ForbiddenError: the sender's or the visitor's address is one that is not counted.
            OverloadedError: it is not stored, and may be sent again.
        """
        return await self._store(await self._read(body, client))

    async def batch(self, body: object, client: ClientInfo) -> list[Outcome | CallerError]:
        """Store a list of bodies, each on its own, and return what became of each, in order.

        Raises:
            BadRequestError: the body is no list.
            TooLargeError: the list is too long.
        """
        if not isinstance(body, list):
            raise BadRequestError.at("", "must be a list of what /api/send takes")
        if len(body) > MAX_BATCH:
            raise TooLargeError(f"A batch holds at most {MAX_BATCH} items; send this one in parts.")
        read: list[_Ready | FetchArrival | Ignored | CallerError] = []
        for item in body:
            read.append(await self._try_to_read(item, client))
            await asyncio.sleep(0)  # other requests are served between any two items
        # Stored only now, so that all share one insert.
        return await asyncio.gather(*(self._try_to_store(each) for each in read))

    async def keep(self, fetches: Sequence[Fetch]) -> None:
        """Store fetches of agents that a server reports, and return once they are durable.

        Raises:
            OverloadedError: not all of them are stored.
        """
        await asyncio.gather(*(self._commit_one(FetchArrival(each)) for each in fetches))

    @property
    def waiting(self) -> int:
        """How many events are taken in and not durable yet."""
        return self._waiting

    def forget_old_keys(self, now: int) -> None:
        """Delete the keys of periods whose events are no longer taken. For use in any thread; it blocks."""
        self._keys.forget_old_keys(now)

    async def close(self) -> None:
        """Store what is waiting, then take no more."""
        await self._commit.close()
        self._places.close()

    async def _read(self, body: object, client: ClientInfo) -> _Ready | FetchArrival | Ignored:
        now = self._clock()
        submission = parse(body, now)
        website = self._websites.website(submission.website_id)
        if website is None:
            raise BadRequestError.at("payload.website", "there is no such website")
        await self._check_age(submission, now, client.authority)
        speaks_for_others = await self._may_speak_for_others(client, website.id)
        sender = self._sender(submission, client, is_believed=speaks_for_others)
        is_ignored = any(is_within(each, self._settings.ignore_addresses) for each in sender.addresses)
        at = now if submission.timestamp is None else submission.timestamp
        if self._settings.bot_check and not sender.software.agent.is_person:
            return Ignored("bot") if is_ignored else self._fetch(submission, sender, client, at)
        if is_ignored:
            raise ForbiddenError("Visitors from this address are not counted.")
        token = self._tokens.open(client.headers.get(CACHE_HEADER, ""), website.id)
        recognised = await self._recognise(submission, sender.traces, at, now, token)
        record = _record(submission, sender, recognised.session_id, at)
        if isinstance(record, Event) and self._is_ignored(record.page.path):
            return Ignored("ignored-path")
        arrival = Arrival(record, submission.timestamp is None, website.epoch)
        return _Ready(arrival, recognised, is_public=not speaks_for_others)

    def _fetch(
        self, submission: Submission, sender: _Sender, client: ClientInfo, at: int
    ) -> FetchArrival | Ignored:
        """Return what is stored of an agent that runs the tracker: its page views and custom events."""
        address = _address(submission)
        if submission.kind is not Kind.EVENT or self._is_ignored(address.page.path):
            return Ignored("bot")
        agent, user_agent = sender.software.agent, sender.traces.user_agent[:MAX_USER_AGENT]
        proof = self.proofs.of(agent, sender.addresses[1], signed_request(client))
        fetch = tracked_fetch(submission, address, agent=agent, proof=proof, user_agent=user_agent, at=at)
        return FetchArrival(fetch)

    async def _store(self, read: _Ready | FetchArrival | Ignored) -> Outcome:
        if isinstance(read, Ignored):
            return read
        if isinstance(read, FetchArrival):
            await self._commit_one(read)
            return Ignored("bot")
        record, recognised = read.arrival.record, read.recognised
        visit_id = await self._commit_one(read.arrival)
        token = Token(record.website_id, record.session_id, visit_id, recognised.period, record.created_at)
        return self._accepted(token, is_public=read.is_public)

    async def _commit_one(self, arrival: Arrival | FetchArrival) -> UUID:
        self._waiting += 1
        try:
            return await self._commit.store(arrival)
        finally:
            self._waiting -= 1

    async def _try_to_read(
        self, item: object, client: ClientInfo
    ) -> _Ready | FetchArrival | Ignored | CallerError:
        try:
            return await self._read(item, client)
        except CallerError as error:
            return error

    async def _try_to_store(
        self, read: _Ready | FetchArrival | Ignored | CallerError
    ) -> Outcome | CallerError:
        if isinstance(read, CallerError):
            return read
        try:
            return await self._store(read)
        except CallerError as error:
            return error

    async def _check_age(self, submission: Submission, now: int, authority: Authority) -> None:
        """Refuse an event of long ago, unless the sender may edit the website.

        Each month of events is a part of its own in the store, so a stranger who could choose among all
        months could make the website slow for good; and its history would not be its own.
        """
        days, at = self._settings.late_days, submission.timestamp
        if at is None or at >= now - days * DAY or await authority.may_edit(submission.website_id):
            return
        raise BadRequestError.at(
            "payload.timestamp",
            f"must not be more than {days} days ago; with an API key that may edit the website, "
            "any time since the year 2000 will do",
        )

    async def _may_speak_for_others(self, client: ClientInfo, website_id: UUID) -> bool:
        """Return whether the sender's word on who the visitor is counts like the visitor's own visit."""
        if is_trusted_sender(client, self._settings.trusted_proxies):
            return True
        return await client.authority.may_edit(website_id)

    def _sender(self, submission: Submission, client: ClientInfo, *, is_believed: bool) -> _Sender:
        trusted = self._settings.trusted_proxies
        own_address = client_address(client, trusted)
        own = Traces(str(own_address or ""), client.headers.get("user-agent", ""))
        if submission.address:
            address = read_ip(submission.address)
            text = submission.address if address is None else str(address)
            place = self._places.find(address)
        else:
            address, text = own_address, own.address
            place = place_of_headers(client, trusted) or self._places.find(address)
        claimed = Traces(text, submission.user_agent or own.user_agent)
        # A payload that only repeats what the request itself shows is not a claim.
        traces = claimed if is_believed or claimed == own else replace(claimed, claimed_by=own.address)
        software = _software_of(claimed.user_agent[:MAX_USER_AGENT])
        return _Sender((own_address, address), traces, place, software)

    async def _recognise(
        self, submission: Submission, traces: Traces, at: int, now: int, token: Token | None
    ) -> Recognised:
        if submission.distinct_id:
            return self._recognition.person(submission.website_id, submission.distinct_id)
        return await self._recognition.visitor(submission.website_id, traces, at, now, token)

    def _accepted(self, token: Token, *, is_public: bool) -> Accepted:
        session_id, visit_id = token.session_id, token.visit_id
        if is_public:
            session_id = self._identity.public_session(session_id)
            visit_id = self._identity.public_visit(visit_id)
        return Accepted(self._tokens.seal(token), session_id, visit_id)

    def _is_ignored(self, path: str) -> bool:
        return any(pattern.matches(path) for pattern in self._ignored_paths)


def _record(submission: Submission, sender: _Sender, session_id: UUID, at: int) -> Event | Identification:
    properties = _properties(submission.data, submission.kind, submission.vitals)
    # Read for every kind, so that a URL that is none is refused in all of them.
    address = _address(submission)
    if submission.kind is Kind.IDENTIFY:
        return Identification(submission.website_id, session_id, at, submission.distinct_id, properties)
    is_vitals = submission.kind is Kind.PERFORMANCE
    return Event(
        website_id=submission.website_id,
        session_id=session_id,
        visit_id=NO_VISIT,
        event_id=uuid7(),
        created_at=at,
        type=_event_type(submission),
        name="" if is_vitals else submission.name,
        tag=submission.tag,
        page=address.page,
        source=address.source,
        visitor=_visitor(submission, sender),
        properties=properties,
        revenue=() if is_vitals else revenue_of(properties),
    )


def _address(submission: Submission) -> Address:
    return read_address(
        submission.url,
        submission.referrer,
        submission.hostname,
        submission.title,
        keep_hash=submission.kind is not Kind.PERFORMANCE,
    )


def _properties(data: Mapping[str, object], kind: Kind, vitals: Mapping[str, float]) -> tuple[Property, ...]:
    return numbers(vitals) if kind is Kind.PERFORMANCE else flatten(data)


def _event_type(submission: Submission) -> EventType:
    if submission.kind is Kind.PERFORMANCE:
        return EventType.VITALS
    return EventType.CUSTOM if submission.name else EventType.PAGE_VIEW


def _visitor(submission: Submission, sender: _Sender) -> Visitor:
    device = sender.software.device
    return Visitor(
        browser=submission.browser or device.browser,
        os=submission.os or device.os,
        device=submission.device or device.kind_with(submission.screen),
        screen=submission.screen,
        language=submission.language,
        country=sender.place.country,
        region=sender.place.region,
        city=sender.place.city,
        distinct_id=submission.distinct_id,
    )


@lru_cache(maxsize=_REMEMBERED_AGENTS)
def _software_of(user_agent: str) -> _Software:
    """Return what a user agent says; asking its libraries takes up to a millisecond, so it is remembered."""
    return _Software(read_agent(user_agent), read_device(user_agent))
