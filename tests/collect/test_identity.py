"""Sessions: who is recognised and for how long, what a claim reaches, and what the public is told."""

from __future__ import annotations

from dataclasses import astuple
from datetime import UTC, datetime
from uuid import UUID

import pytest

from kokumi.collect.identity import Identity, Traces
from kokumi.domain.session_keys import Period, period_at
from kokumi.domain.times import Unit, to_milliseconds
from support.session_keys import key_of

SITE, OTHER_SITE = UUID(int=1), UUID(int=2)
SECRET = b"s" * 32
IDENTITY = Identity(SECRET)
OWN = Traces("192.0.2.1", "A")


def at(text: str) -> int:
    return to_milliseconds(datetime.fromisoformat(text).replace(tzinfo=UTC))


OCTOBER = period_at(Unit.MONTH, at("2025-10-15T12:00:00"))


def session(traces: Traces = OWN, site: UUID = SITE, period: Period = OCTOBER, seed: str = "") -> UUID:
    return IDENTITY.visitor(site, traces, key_of(period, seed))


def test_what_makes_a_session_another() -> None:
    others = [
        session(site=OTHER_SITE),
        session(Traces("192.0.2.2", "A")),
        session(Traces("192.0.2.1", "B")),
        session(Traces("192.0.2.1A", "")),
        session(period=period_at(Unit.MONTH, OCTOBER.end)),
        session(seed="another installation"),
    ]
    assert len({session(), session(), *others}) == 7


def test_a_claim_reaches_nobody_elses_session() -> None:
    """Neither the session of who has the address, nor that of another sender who claims it."""
    claims = [
        session(Traces("192.0.2.1", "A", claimed_by=sender)) for sender in ("192.0.2.1", "192.0.2.9", "")
    ]
    assert len({session(), *claims}) == 4
    assert claims[0] == session(Traces("192.0.2.1", "A", claimed_by="192.0.2.1"))


@pytest.mark.parametrize(
    ("unit", "first", "last", "after"),
    [
        ("day", "2025-10-15T00:00:00", "2025-10-15T23:59:59.999", "2025-10-16T00:00:00"),
        ("week", "2025-10-13T00:00:00", "2025-10-19T23:59:59.999", "2025-10-20T00:00:00"),
        ("month", "2025-12-01T00:00:00", "2025-12-31T23:59:59.999", "2026-01-01T00:00:00"),
    ],
)
def test_periods(unit: str, first: str, last: str, after: str) -> None:
    expected = Period(Unit(unit), at(first), at(after))
    found = [period_at(Unit(unit), at(when)) for when in (first, last, after)]
    assert found[:2] == [expected, expected]
    assert found[2].start == expected.end


def test_a_person_is_known_by_website_and_id_alone() -> None:
    """The id is the same after every update of the program, so it is written out here."""
    one = IDENTITY.person(SITE, "u1")
    assert one == UUID("f25712cc-d0f7-5e75-9097-b51ffa6a47ac")
    assert one not in (IDENTITY.person(SITE, "u2"), IDENTITY.person(OTHER_SITE, "u1"))
    assert one != Identity(b"t" * 32).person(SITE, "u1")


def test_what_the_public_is_told_is_no_id_of_ours() -> None:
    stored = session()
    told = IDENTITY.public_session(stored), IDENTITY.public_visit(stored)
    assert told == (IDENTITY.public_session(stored), IDENTITY.public_visit(stored))
    others = Identity(b"t" * 32).public_session(stored), IDENTITY.public_session(session(site=OTHER_SITE))
    assert len({stored, *told, *others}) == 5


def test_a_key_does_not_show_in_a_log() -> None:
    key = key_of(OCTOBER)
    assert repr(key) == f"SessionKey(period={OCTOBER!r}, created_at=0)"
    assert key.secret in astuple(key)
