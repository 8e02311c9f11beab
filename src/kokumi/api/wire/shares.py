"""What share links look like on the wire (docs/spec/wire.md#share-links)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints

from kokumi.api.wire.values import SLUG, Name, WireTime, at_most_bytes
from kokumi.domain.validation import WireModel
from kokumi.metadata.parts import Opens, Part
from kokumi.metadata.passwords import MAX_LENGTH
from kokumi.metadata.shares import Share

MAX_PARAMETERS = 10_000
"""Bytes of a link's parameters as JSON. Everybody who opens the link gets them."""

MAX_ORIGINS = 20
"""Origins that may show one link in a frame. They come with each page that the link opens."""

WEBSITE = 1
"""The type of a link to a website, the only type in Kokumi."""


Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=100)]
Parameters: TypeAlias = Annotated[
    Mapping[str, object],
    at_most_bytes(MAX_PARAMETERS),
    Field(
        description="Kept as given. `false` closes a section, such as `sessions: false`.",
        examples=[{"overview": True, "sessions": False}],
    ),
]


_ORIGIN = re.compile(
    r"https?://([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(:[0-9]{1,5})?"
)
"""Nothing else comes into a header: no path, no wildcard, no second source."""


def _origin(text: str) -> str:
    """Return the origin in lower case, or raise ValueError if it is none."""
    if not _ORIGIN.fullmatch(lower := text.lower()):
        raise ValueError("must be an origin such as https://example.com")
    return lower


Origin = Annotated[str, StringConstraints(max_length=300), AfterValidator(_origin)]


class ShareTerms(WireModel):
    """What a link opens, and to whom."""

    opens: Opens | None = Field(
        None,
        description="`all`: everything; `statistics`: no single visitors; `report`: one saved report. "
        "Null means `all`. `sessions: false` in the parameters turns `all` into `statistics`.",
    )
    report_id: UUID | None = Field(None, description="The saved report of a link that opens `report`.")
    password: str | None = Field(
        None, description="Everybody who opens the link has to enter it. Null means no password."
    )
    expires_at: AwareDatetime | None = Field(
        None, description="When the link stops working. Null means never."
    )
    embed_origins: list[Origin] | None = Field(
        None,
        max_length=MAX_ORIGINS,
        description="Origins whose pages may show the link in a frame. Null or none: no page may.",
        examples=[["https://example.com"]],
    )


class WebsiteShareCreation(ShareTerms):
    """A new link to the website in the path."""

    name: Name = Field(description="A name to recognise the link by.")
    slug: Slug | None = Field(None, description="The last part of the link's address. Default: a random one.")
    parameters: Parameters = Field(default_factory=dict)


class ShareCreation(WebsiteShareCreation):
    """A new link to the website that `entityId` names."""

    entity_id: UUID = Field(description="The website's id.")
    share_type: Literal[1] = Field(description="1: a website.")


class ShareChange(ShareTerms):
    """Changes to a link. Those of its terms that are left out stay as they are."""

    name: Name = Field(description="A name to recognise the link by.")
    slug: Slug = Field(description="The last part of the link's address.")
    parameters: Parameters = Field(default_factory=dict)


class WireShare(WireModel):
    """A link to a website, or to one of its reports."""

    id: UUID = Field(description="The share link's id.")
    entity_id: UUID = Field(description="The website's id.")
    name: str = Field(description="The name to recognise the link by.")
    share_type: int = Field(WEBSITE, description="1: a website.")
    slug: str = Field(description="The last part of the link's address.")
    parameters: Mapping[str, object] = Field(description="The parameters that the link was given.")
    opens: Opens = Field(
        description="`all`; `statistics`: nothing of single visitors; `report`: one saved report alone."
    )
    report_id: UUID | None = Field(description="The saved report that it opens; null if it opens a website.")
    has_password: bool = Field(description="Whether the link asks for a password.")
    expires_at: WireTime | None = Field(description="When the link stops working; null: never.")
    embed_origins: list[str] = Field(description="Origins whose pages may show the link in a frame.")
    created_at: WireTime = Field(description="When it was created.")
    updated_at: WireTime = Field(description="When it was last changed.")


class Password(WireModel):
    """The password of a link."""

    password: Annotated[str, StringConstraints(max_length=MAX_LENGTH)] = Field(
        description="The link's password."
    )


class Visit(WireModel):
    """What somebody with a link needs: the website, the parts that they may see, and the token."""

    share_id: UUID = Field(description="The share link's id.")
    share_type: int = Field(WEBSITE, description="1: a website.")
    parameters: Mapping[str, object] = Field(description="The parameters that the link was given.")
    website_id: UUID = Field(description="The website's id.")
    opens: Opens = Field(
        description="`all`; `statistics`: nothing of single visitors; `report`: one saved report alone."
    )
    report_id: UUID | None = Field(description="The saved report that it opens; null if it opens a website.")
    shows: list[Part] = Field(description="The parts of the website that the link shows.")
    token: str = Field(description="The token for the header `x-umami-share-token`.")


def wire_share(share: Share) -> WireShare:
    """Return a link as answers show it."""
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
        embed_origins=list(share.terms.embed_origins),
        created_at=share.created_at,
        updated_at=share.updated_at,
    )
