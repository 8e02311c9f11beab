"""Sessions and tokens: who is recognised, for how long, and what cannot be forged."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import replace
from datetime import UTC, datetime
from typing import Literal
from uuid import UUID

import pytest

from kokumi.collect.identity import Identity, Token
from kokumi.domain.times import to_milliseconds

SITE, OTHER_SITE = UUID(int=1), UUID(int=2)
SECRET = b"s" * 32
MONTHLY = Identity(SECRET, "month")


def at(text: str) -> int:
    return to_milliseconds(datetime.fromisoformat(text).replace(tzinfo=UTC))


def session(
    identity: Identity = MONTHLY,
    site: UUID = SITE,
    address: str = "192.0.2.1",
    agent: str = "A",
    when: str = "2025-10-15T12:00:00",
) -> UUID:
    return identity.visitor(site, address, agent, at(when)).session_id


def test_what_makes_a_session_another() -> None:
    assert session() == session(when="2025-10-01T00:00:00") == session(when="2025-10-31T23:59:59.999")
    others = [
        session(site=OTHER_SITE),
        session(address="192.0.2.2"),
        session(agent="B"),
        session(address="192.0.2.1A", agent=""),
        session(when="2025-11-01T00:00:00"),
        session(Identity(b"t" * 32, "month")),
    ]
    assert len({session(), *others}) == 7


@pytest.mark.parametrize(
    ("period", "first", "last", "after"),
    [
        ("day", "2025-10-15T00:00:00", "2025-10-15T23:59:59", "2025-10-16T00:00:00"),
        ("week", "2025-10-13T00:00:00", "2025-10-19T23:59:59", "2025-10-20T00:00:00"),
        ("month", "2025-10-01T00:00:00", "2025-10-31T23:59:59", "2025-11-01T00:00:00"),
    ],
)
def test_periods(period: Literal["day", "week", "month"], first: str, last: str, after: str) -> None:
    identity = Identity(SECRET, period)
    assert session(identity, when=first) == session(identity, when=last) != session(identity, when=after)


def test_a_person_is_known_by_website_and_id_alone() -> None:
    one = MONTHLY.person(SITE, "u1")
    assert one == Identity(SECRET, "day").person(SITE, "u1")
    assert one not in (MONTHLY.person(SITE, "u2"), MONTHLY.person(OTHER_SITE, "u1"))


def token_of(when: str) -> Token:
    known = MONTHLY.visitor(SITE, "192.0.2.1", "A", at(when))
    return Token(SITE, known.session_id, UUID(int=9), known.period, at(when))


def test_a_token_says_what_was_signed() -> None:
    token = token_of("2025-10-31T23:50:00")
    assert MONTHLY.read(MONTHLY.sign(token), SITE) == token


def forgeries() -> dict[str, str]:
    signed = MONTHLY.sign(token_of("2025-10-31T23:50:00"))
    content = bytearray(urlsafe_b64decode(signed))
    content[20] ^= 1
    return {
        "none": "",
        "rubbish": "rubbish",
        "not-ascii": "ü" * 20,
        "long": "A" * 100_000,
        "cut": signed[:-4],
        "changed": urlsafe_b64encode(content).decode(),
        "other-installation": Identity(b"t" * 32, "month").sign(token_of("2025-10-31T23:50:00")),
        "other-website": MONTHLY.sign(replace(token_of("2025-10-31T23:50:00"), website_id=OTHER_SITE)),
    }


@pytest.mark.parametrize("text", forgeries().values(), ids=forgeries())
def test_a_token_that_is_not_ours_is_none(text: str) -> None:
    assert MONTHLY.read(text, SITE) is None


@pytest.mark.parametrize(
    ("address", "when", "stays"),
    [
        pytest.param("192.0.2.1", "2025-11-01T00:10:00", True, id="goes-on"),
        pytest.param("192.0.2.1", "2025-11-01T00:20:00", True, id="after-exactly-30-minutes"),
        pytest.param("192.0.2.1", "2025-11-01T00:20:00.001", False, id="expired"),
        pytest.param("192.0.2.9", "2025-11-01T00:10:00", False, id="somebody-elses"),
    ],
)
def test_a_token_keeps_the_session_across_the_change_of_period(
    address: str, when: str, *, stays: bool
) -> None:
    token = token_of("2025-10-31T23:50:00")
    found = MONTHLY.visitor(SITE, address, "A", at(when), token)
    assert (found.session_id == token.session_id) is stays
    fresh = MONTHLY.visitor(SITE, address, "A", at(when))
    assert found == (replace(fresh, session_id=token.session_id, period=token.period) if stays else fresh)
