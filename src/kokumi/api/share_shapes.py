"""What share links look like on the wire (docs/spec/wire.md#share-links)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias
from uuid import UUID

import orjson
from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints

from kokumi.api.wire import SLUG, Name, Wire, WireTime
from kokumi.metadata.parts import Opens, Part
from kokumi.metadata.passwords import MAX_LENGTH
from kokumi.metadata.shares import Share

MAX_PARAMETERS = 10_000
"""Bytes of a link's parameters as JSON; everybody who opens the link is sent them."""

WEBSITE = 1
"""The type of a link to a website, the only one there is here."""


def _small(parameters: Mapping[str, object]) -> Mapping[str, object]:
    if len(orjson.dumps(parameters)) > MAX_PARAMETERS:
        raise ValueError(f"must be at most {MAX_PARAMETERS} bytes of JSON")
    return parameters


Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=100)]
Parameters: TypeAlias = Annotated[
    Mapping[str, object],
    AfterValidator(_small),
    Field(
        description="Kept as given. A section that is switched off, as by `sessions: false`, is closed.",
        examples=[{"overview": True, "sessions": False}],
    ),
]


class ShareTerms(Wire):
    """What a link opens, and to whom."""

    opens: Opens | None = Field(
        None,
        description="`all`; `statistics`: nothing of single visitors; `report`: one saved report alone. "
        "If it is null, `parameters` decide: `sessions: false` means `statistics`, anything else `all`.",
    )
    report_id: UUID | None = Field(None, description="The saved report that a link of this kind opens.")
    password: str | None = Field(
        None, description="Asked of everybody who opens the link; null means that nothing is asked."
    )
    expires_at: AwareDatetime | None = Field(
        None, description="When the link stops working; null means never."
    )


class WebsiteShareCreation(ShareTerms):
    """A link to be, of the website in the path."""

    name: Name
    slug: Slug | None = None
    parameters: Parameters = Field(default_factory=dict)


class ShareCreation(WebsiteShareCreation):
    """A link to be, of the website that `entityId` names."""

    entity_id: UUID
    share_type: Literal[1]


class ShareChange(ShareTerms):
    """A link as it shall be; what it opens, its password and its end stay the same if they are left out."""

    name: Name
    slug: Slug
    parameters: Parameters = Field(default_factory=dict)


class WireShare(Wire):
    """A link to a website, or to one report of it."""

    id: UUID
    entity_id: UUID
    name: str
    share_type: int = WEBSITE
    slug: str
    parameters: Mapping[str, object]
    opens: Opens
    report_id: UUID | None
    has_password: bool
    expires_at: WireTime | None
    created_at: WireTime
    updated_at: WireTime


class Password(Wire):
    """The password of a link."""

    password: Annotated[str, StringConstraints(max_length=MAX_LENGTH)]


class Visit(Wire):
    """What a visitor by a link needs: the website, what they may see of it, and the token to show."""

    share_id: UUID
    share_type: int = WEBSITE
    parameters: Mapping[str, object]
    website_id: UUID
    opens: Opens
    report_id: UUID | None
    shows: list[Part] = Field(description="The parts of the website that the link shows.")
    token: str


def wire_share(share: Share) -> WireShare:
    """Return a link as it goes out."""
    return WireShare(
        id=share.id,
        entity_id=share.website_id,
        name=share.name,
        slug=share.slug,
        parameters=share.parameters,
        opens=share.opens,
        report_id=share.terms.report_id,
        has_password=share.terms.password_hash is not None,
        expires_at=share.terms.expires_at,
        created_at=share.created_at,
        updated_at=share.updated_at,
    )
