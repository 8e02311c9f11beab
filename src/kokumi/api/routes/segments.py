"""Segments and cohorts over HTTP: conditions that a website keeps under a name (docs/spec/filters.md)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.requests import Request

from kokumi.api.server.answers import bounded_reader
from kokumi.api.server.authentication import AnyUser, AnyViewer
from kokumi.api.server.body import json_body
from kokumi.api.server.context import Context, ContextOf
from kokumi.api.server.responses import errors
from kokumi.api.wire.answers import Ok, wire_page
from kokumi.api.wire.parameters import PageOf, PathId
from kokumi.api.wire.values import MAX_STORED, Name, WireTime, at_most_bytes
from kokumi.domain.columns import COLUMNS
from kokumi.domain.paging import ListPage
from kokumi.domain.saved import FilterKind
from kokumi.domain.times import UTC_ZONE
from kokumi.domain.validation import WireModel
from kokumi.errors import (
    BadRequestError,
    ConflictError,
    ForbiddenError,
    NotFoundError,
    OverloadedError,
    QueryTooLargeError,
)
from kokumi.filters.resolve import parse_cohort, parse_segment
from kokumi.filters.tree import Resolved
from kokumi.filters.wire import SAVED_SCHEMA
from kokumi.metadata.access import Viewer, closed_part
from kokumi.metadata.parts import Part, parts_of_columns
from kokumi.metadata.segments import Segment
from kokumi.queries.expressions import check_expressions

router = APIRouter(prefix="/api/websites/{website_id}/segments", tags=["segments"])

Conditions = Annotated[
    Mapping[str, object],
    at_most_bytes(MAX_STORED),
    Field(
        description="Conditions with their own `match`; of a cohort also `action` and `dateRange`. "
        "Kept as given.",
        json_schema_extra=SAVED_SCHEMA,
    ),
]


class SegmentCreation(WireModel):
    """A segment or cohort to be."""

    type: FilterKind = Field(description="A segment or a cohort.")
    name: Name = Field(description="The name to choose it by.")
    parameters: Conditions


class SegmentChange(WireModel):
    """What shall change of a segment or cohort; its type stays as it is."""

    type: FilterKind | None = Field(None, description="A segment or a cohort.")
    name: Name | None = Field(None, description="The name to choose it by.")
    parameters: Conditions | None = Field(
        None, description="Its conditions. They replace all of the saved ones."
    )


class WireSegment(WireModel):
    """A segment or cohort of a website."""

    id: UUID = Field(description="The segment's id.")
    website_id: UUID = Field(description="The website's id.")
    type: FilterKind = Field(description="A segment or a cohort.")
    name: str = Field(description="The name to choose it by.")
    parameters: Mapping[str, object] = Field(description="Its conditions, as they were saved.")
    created_at: WireTime = Field(description="When it was created.")
    updated_at: WireTime = Field(description="When it was last changed.")


@router.get("", responses=errors(ForbiddenError))
def list_segments(
    caller: AnyViewer,
    website_id: PathId,
    kind: Annotated[FilterKind, Query(alias="type", description="Which of the two to list.")],
    page: PageOf,
    context: ContextOf,
) -> ListPage[WireSegment]:
    """Return a website's segments, or its cohorts, oldest first."""
    context.metadata.websites.viewable(caller, website_id, Part.SEGMENTS)
    found = context.metadata.segments.list(website_id, kind, page)
    return wire_page(found, lambda segment: _as_shown(context, caller, segment))


@router.post("", responses=errors(ForbiddenError, ConflictError, QueryTooLargeError, OverloadedError))
async def create_segment(
    caller: AnyUser,
    website_id: PathId,
    body: Annotated[SegmentCreation, json_body(SegmentCreation)],
    context: ContextOf,
    request: Request,
) -> WireSegment:
    """Save conditions as a segment, or as a cohort."""
    conditions = _parse(context, body.type, body.parameters)

    def save(tag: str) -> Segment:
        context.metadata.websites.editable(caller, website_id)
        check_expressions(conditions.comparisons(), bounded_reader(context, tag))
        return context.metadata.segments.create(website_id, body.type, body.name, body.parameters)

    return wire_segment(await context.queries.run(request, caller, save))


@router.get("/{segment_id}", responses=errors(ForbiddenError))
def get_segment(caller: AnyViewer, website_id: PathId, segment_id: PathId, context: ContextOf) -> WireSegment:
    """Return a segment or cohort."""
    context.metadata.websites.viewable(caller, website_id, Part.SEGMENTS)
    return _as_shown(context, caller, context.metadata.segments.get(website_id, segment_id))


@router.post("/{segment_id}", responses=errors(ForbiddenError, QueryTooLargeError, OverloadedError))
async def update_segment(
    caller: AnyUser,
    website_id: PathId,
    segment_id: PathId,
    *,
    body: Annotated[SegmentChange, json_body(SegmentChange)],
    context: ContextOf,
    request: Request,
) -> WireSegment:
    """Change a segment's or cohort's name or conditions; what is left out stays."""

    def save(tag: str) -> Segment:
        context.metadata.websites.editable(caller, website_id)
        found = context.metadata.segments.get(website_id, segment_id)
        if body.type is not None and body.type is not found.kind:
            raise NotFoundError(f"This website has no {body.type.value} of that id.")
        if body.parameters is not None:
            conditions = _parse(context, found.kind, body.parameters)
            check_expressions(conditions.comparisons(), bounded_reader(context, tag))
        return context.metadata.segments.update(
            website_id, segment_id, name=body.name, parameters=body.parameters
        )

    return wire_segment(await context.queries.run(request, caller, save))


@router.delete("/{segment_id}", responses=errors(ForbiddenError))
def delete_segment(caller: AnyUser, website_id: PathId, segment_id: PathId, context: ContextOf) -> Ok:
    """Delete a segment or cohort; reports that name it are answered with 404 from now on."""
    context.metadata.websites.editable(caller, website_id)
    context.metadata.segments.delete(website_id, segment_id)
    return Ok()


def wire_segment(segment: Segment) -> WireSegment:
    """Return a segment or cohort as it goes out."""
    return WireSegment(
        id=segment.id,
        website_id=segment.website_id,
        type=segment.kind,
        name=segment.name,
        parameters=segment.parameters,
        created_at=segment.created_at,
        updated_at=segment.updated_at,
    )


def _as_shown(context: Context, caller: Viewer, segment: Segment) -> WireSegment:
    """Return a segment or cohort, without its conditions if they are about what the caller may not see."""
    shown = wire_segment(segment)
    try:
        columns = _parse(context, segment.kind, segment.parameters).columns()
    except BadRequestError:
        columns = COLUMNS
    if closed_part(caller, *parts_of_columns(*(each.name for each in columns))) is None:
        return shown
    return shown.model_copy(update={"parameters": {}})


def _parse(context: Context, kind: FilterKind, parameters: Mapping[str, object]) -> Resolved:
    """Return what the parameters mean, or raise BadRequestError: a report could not be asked through them."""
    if kind is FilterKind.SEGMENT:
        return Resolved(parse_segment(parameters))
    return Resolved(cohort=parse_cohort(parameters, context.clock(), UTC_ZONE))
