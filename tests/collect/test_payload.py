"""Submissions: what is accepted as what, and what is refused with the field's name."""

from __future__ import annotations

from uuid import UUID

import pytest

from kokumi.collect.payload import Kind, Submission, parse
from kokumi.errors import BadRequestError

SITE = UUID("0b1b1cf5-2a1f-4e63-8d33-0a5d0f7d9b1e")
NOW = 1_760_000_000_000


def event(**payload: object) -> dict[str, object]:
    return {"type": "event", "payload": {"website": str(SITE), **payload}}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(event(), Submission(Kind.EVENT, SITE), id="least"),
        pytest.param(
            {"type": "event", "payload": {"website": str(SITE).upper()}, "sent": 1},
            Submission(Kind.EVENT, SITE),
            id="upper-case-id-and-unknown-field",
        ),
        pytest.param(
            event(
                hostname="example.com",
                language="en-GB",
                referrer="https://a.example/",
                screen="1920x1080",
                title="Home",
                url="/",
                name="signup",
                tag="b",
                id="u1",
                data={"plan": "pro"},
                ip="192.0.2.1",
                userAgent="Mozilla/5.0 (X)",
                browser="chrome",
                os="Linux",
                device="mobile",
                timestamp=1_759_999_999,
            ),
            Submission(
                Kind.EVENT,
                SITE,
                distinct_id="u1",
                data={"plan": "pro"},
                name="signup",
                tag="b",
                title="Home",
                url="/",
                referrer="https://a.example/",
                hostname="example.com",
                language="en-GB",
                screen="1920x1080",
                address="192.0.2.1",
                user_agent="Mozilla/5.0 (X)",
                browser="chrome",
                os="Linux",
                device="mobile",
                timestamp=1_759_999_999_000,
            ),
            id="all-fields",
        ),
        pytest.param(
            {"type": "performance", "payload": {"website": str(SITE), "lcp": 1200.5, "cls": 0}},
            Submission(Kind.PERFORMANCE, SITE, vitals={"lcp": 1200.5, "cls": 0.0}),
            id="vitals",
        ),
        pytest.param(
            {"type": "identify", "payload": {"website": str(SITE), "id": "u1", "data": {"a": 1}}},
            Submission(Kind.IDENTIFY, SITE, distinct_id="u1", data={"a": 1}),
            id="identify",
        ),
        pytest.param(
            event(timestamp="1759999999"),
            Submission(Kind.EVENT, SITE, timestamp=1_759_999_999_000),
            id="timestamp-as-digits",
        ),
        pytest.param(
            event(timestamp=NOW // 1000 + 300),
            Submission(Kind.EVENT, SITE, timestamp=NOW + 300_000),
            id="timestamp-five-minutes-ahead",
        ),
        pytest.param(
            event(timestamp=946_684_800),
            Submission(Kind.EVENT, SITE, timestamp=946_684_800_000),
            id="timestamp-first-second-of-2000",
        ),
    ],
)
def test_accepts(body: object, expected: Submission) -> None:
    assert parse(body, NOW) == expected


_SENTENCES = ("must be ", "is required", "is not supported", "exactly one of ")
"""How messages begin: a report answers bad input with the same sentences (`kokumi.domain.sentences`)."""


@pytest.mark.parametrize(
    ("body", "path"),
    [
        pytest.param(None, "", id="nothing"),
        pytest.param([], "", id="list"),
        pytest.param("event", "", id="text"),
        pytest.param({"payload": {"website": str(SITE)}}, "type", id="no-type"),
        pytest.param({"type": "event"}, "payload", id="no-payload"),
        pytest.param({"type": "event", "payload": []}, "payload", id="payload-list"),
        pytest.param({"type": "event", "payload": {}}, "payload.website", id="no-website"),
        pytest.param({"type": "pageview", "payload": {"website": str(SITE)}}, "type", id="old-type"),
        pytest.param({"type": ["event"], "payload": {"website": str(SITE)}}, "type", id="type-list"),
        pytest.param(event(website="x"), "payload.website", id="website-not-uuid"),
        pytest.param(event(website=str(SITE).replace("-", "")), "payload.website", id="website-no-hyphens"),
        pytest.param(event(website=1), "payload.website", id="website-number"),
        pytest.param(event(link=str(SITE)), "payload.website", id="website-and-link"),
        pytest.param({"type": "event", "payload": {"link": str(SITE)}}, "payload.link", id="link"),
        pytest.param({"type": "event", "payload": {"pixel": str(SITE)}}, "payload.pixel", id="pixel"),
        pytest.param(event(data=[]), "payload.data", id="data-list"),
        pytest.param(event(data=None), "payload.data", id="data-null"),
        pytest.param(event(data="x"), "payload.data", id="data-text"),
        pytest.param(event(hostname="h" * 101), "payload.hostname", id="hostname-long"),
        pytest.param(event(language="l" * 36), "payload.language", id="language-long"),
        pytest.param(event(screen="1" * 12), "payload.screen", id="screen-long"),
        pytest.param(event(name="n" * 51), "payload.name", id="name-long"),
        pytest.param(event(tag="t" * 51), "payload.tag", id="tag-long"),
        pytest.param(event(id="i" * 51), "payload.id", id="id-long"),
        pytest.param(event(name=5), "payload.name", id="name-number"),
        pytest.param(event(url=None), "payload.url", id="url-null"),
        pytest.param(event(title=True), "payload.title", id="title-boolean"),
        pytest.param(event(userAgent={}), "payload.userAgent", id="user-agent-object"),
        pytest.param(event(timestamp=NOW // 1000 + 301), "payload.timestamp", id="timestamp-ahead"),
        pytest.param(event(timestamp=946_684_799), "payload.timestamp", id="timestamp-in-1999"),
        pytest.param(event(timestamp=NOW), "payload.timestamp", id="timestamp-milliseconds"),
        pytest.param(event(timestamp=1_759_999_999.5), "payload.timestamp", id="timestamp-fraction"),
        pytest.param(event(timestamp="today"), "payload.timestamp", id="timestamp-text"),
        pytest.param(event(timestamp=True), "payload.timestamp", id="timestamp-boolean"),
        pytest.param(event(timestamp=None), "payload.timestamp", id="timestamp-null"),
        pytest.param(event(timestamp=10**400), "payload.timestamp", id="timestamp-huge"),
        pytest.param(event(lcp="12"), "payload.lcp", id="vital-text"),
        pytest.param(event(lcp=60_001), "payload.lcp", id="vital-large"),
        pytest.param(event(cls=-1), "payload.cls", id="vital-negative"),
        pytest.param(event(cls=float("nan")), "payload.cls", id="vital-nan"),
    ],
)
def test_refuses(body: object, path: str) -> None:
    with pytest.raises(BadRequestError) as error:
        parse(body, NOW)
    assert [detail.path for detail in error.value.details] == [path]
    assert error.value.details[0].message.startswith(_SENTENCES)


def test_tells_of_every_field_that_is_wrong() -> None:
    with pytest.raises(BadRequestError) as error:
        parse(event(name=5, tag="t" * 51), NOW)
    assert [(each.path, each.message) for each in error.value.details] == [
        ("payload.name", "must be text"),
        ("payload.tag", "must be at most 50 characters"),
    ]
