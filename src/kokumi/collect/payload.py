"""What a tracker sends, `{type, payload}`, read strictly into one frozen record (docs/spec/wire.md)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated, Literal, TypeAlias
from uuid import UUID

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from kokumi.domain.validation import validate
from kokumi.errors import BadRequestError

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_DIGITS = re.compile(r"-?\d{1,15}")
_EARLIEST = 946_684_800_000
"""The first millisecond of the year 2000 (docs/spec/collecting.md#timestamps)."""
_CLOCK_SKEW = 5 * 60_000


class Kind(Enum):
    """What a submission reports: an event, who the visitor is, or how fast the page was."""

    EVENT = "event"
    IDENTIFY = "identify"
    PERFORMANCE = "performance"


@dataclass(frozen=True, slots=True)
class Submission:
    """A valid submission; missing text is empty, `url` alone tells missing (none) from empty.

    `timestamp` is in epoch milliseconds, none for an event of this moment.
    """

    kind: Kind
    website_id: UUID
    distinct_id: str = ""
    data: Mapping[str, object] = field(default_factory=dict[str, object])
    name: str = ""
    tag: str = ""
    title: str = ""
    url: str | None = None
    referrer: str = ""
    hostname: str = ""
    language: str = ""
    screen: str = ""
    address: str = ""
    user_agent: str = ""
    browser: str = ""
    os: str = ""
    device: str = ""
    timestamp: int | None = None
    vitals: Mapping[str, float] = field(default_factory=dict[str, float])


def parse(body: object, now: int) -> Submission:
    """Return a submission from the JSON value of a request's body; `now` is in epoch milliseconds.

    The body comes from a strict reader: NaN, NUL and lone surrogates have been refused before.

    Raises:
        BadRequestError: with a detail for each field that is not as it should be.
    """
    read = validate(_Body, body)
    payload = read.payload
    return Submission(
        kind=Kind(read.type),
        website_id=_website(payload),
        distinct_id=payload.id,
        data=payload.data,
        name=payload.name,
        tag=payload.tag,
        title=payload.title,
        url=payload.url if "url" in payload.model_fields_set else None,
        referrer=payload.referrer,
        hostname=payload.hostname,
        language=payload.language,
        screen=payload.screen,
        address=payload.ip,
        user_agent=payload.user_agent,
        browser=payload.browser,
        os=payload.os,
        device=payload.device,
        timestamp=_timestamp(payload, now),
        vitals=_vitals(payload),
    )


def _whole_seconds(value: object) -> object:
    match value:
        case str() if _DIGITS.fullmatch(value):
            return int(value)
        case float() if value.is_integer():
            return int(value)
        case _:
            return value


def _id(text: str) -> str:
    if not _UUID.fullmatch(text):
        raise ValueError("must be a UUID")
    return text


def _text(most: int) -> StringConstraints:
    return StringConstraints(max_length=most)


_Id: TypeAlias = Annotated[str, AfterValidator(_id)]
_Milliseconds: TypeAlias = Annotated[float, Field(ge=0, le=60_000)]


class _Payload(BaseModel):
    """The wire's payload. A default is what a missing field becomes; null is no text and refused."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore", allow_inf_nan=False)

    website: _Id = ""
    link: _Id = ""
    pixel: _Id = ""
    id: Annotated[str, _text(50)] = ""
    data: dict[str, object] = Field(default_factory=dict)
    name: Annotated[str, _text(50)] = ""
    tag: Annotated[str, _text(50)] = ""
    title: str = ""
    url: str = ""
    referrer: str = ""
    hostname: Annotated[str, _text(100)] = ""
    language: Annotated[str, _text(35)] = ""
    screen: Annotated[str, _text(11)] = ""
    ip: str = ""
    user_agent: str = Field("", alias="userAgent")
    browser: Annotated[str, _text(100)] = ""
    os: Annotated[str, _text(100)] = ""
    device: Annotated[str, _text(100)] = ""
    timestamp: Annotated[int, BeforeValidator(_whole_seconds)] = 0
    lcp: _Milliseconds = 0
    inp: _Milliseconds = 0
    cls: Annotated[float, Field(ge=0, le=100)] = 0
    fcp: _Milliseconds = 0
    ttfb: _Milliseconds = 0


class _Body(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")

    type: Literal["event", "identify", "performance"]
    payload: _Payload


def _website(payload: _Payload) -> UUID:
    if sum(map(bool, (payload.website, payload.link, payload.pixel))) != 1:
        raise BadRequestError.at("payload.website", "exactly one of website, link and pixel must be there")
    for field_name, given in (("link", payload.link), ("pixel", payload.pixel)):
        if given:
            raise BadRequestError.at(f"payload.{field_name}", "is not supported; send a website")
    return UUID(payload.website)


def _timestamp(payload: _Payload, now: int) -> int | None:
    if "timestamp" not in payload.model_fields_set:
        return None
    instant = payload.timestamp * 1000
    if not _EARLIEST <= instant <= now + _CLOCK_SKEW:
        raise BadRequestError.at(
            "payload.timestamp", "must be seconds from the year 2000 to five minutes from now"
        )
    return instant


def _vitals(payload: _Payload) -> Mapping[str, float]:
    fields = {
        "lcp": payload.lcp,
        "inp": payload.inp,
        "cls": payload.cls,
        "fcp": payload.fcp,
        "ttfb": payload.ttfb,
    }
    return {name: value for name, value in fields.items() if name in payload.model_fields_set}
