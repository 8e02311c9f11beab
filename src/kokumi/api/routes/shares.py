"""Share links over HTTP: public, read-only views of a website or of one report (docs/spec/wire.md)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from kokumi.api.server.authentication import AnyUser
from kokumi.api.server.body import json_body
from kokumi.api.server.client_address import network_of_client
from kokumi.api.server.context import Context, ContextOf
from kokumi.api.server.guessing import SLUG_GUESS
from kokumi.api.server.responses import errors
from kokumi.api.wire.answers import Ok, wire_page
from kokumi.api.wire.parameters import PageOf, PathId, PathWord
from kokumi.api.wire.shares import (
    Password,
    ShareChange,
    ShareCreation,
    ShareTerms,
    Visit,
    WebsiteShareCreation,
    WireShare,
    wire_share,
)
from kokumi.api.wire.values import check_new_slug
from kokumi.domain.paging import ListPage
from kokumi.domain.times import to_milliseconds
from kokumi.errors import (
    BadRequestError,
    ConflictError,
    ForbiddenError,
    NotFoundError,
    OverloadedError,
    TooManyRequestsError,
    UnauthorizedError,
)
from kokumi.metadata.access import SignedIn
from kokumi.metadata.parts import Opens, Part
from kokumi.metadata.passwords import check_password, hash_password, is_password
from kokumi.metadata.shares import Share, Terms
from kokumi.metadata.websites import NO_RIGHT

router = APIRouter(prefix="/api", tags=["share links"])

_VISIT_ERRORS = errors(UnauthorizedError, TooManyRequestsError, OverloadedError)


class PasswordRequiredError(UnauthorizedError):
    """The link has a password, and without it nothing is told about what the link opens."""

    code = "password-required"


class WrongLinkPasswordError(UnauthorizedError):
    """This is not the link's password."""

    code = "incorrect-password"


@router.get("/share/{slug}", dependencies=[SLUG_GUESS], responses=_VISIT_ERRORS)
def visit(slug: PathWord, context: ContextOf) -> Visit:
    """Return what a link opens. The token goes in the header `x-umami-share-token`.

    A link with a password answers 401 with the code `password-required`. Send the password by POST.
    """
    share = _at(context, slug)
    if share.terms.password_hash is not None:
        raise PasswordRequiredError("This link needs a password.")
    return _visit(context, share)


@router.post("/share/{slug}", dependencies=[SLUG_GUESS], responses=_VISIT_ERRORS)
async def visit_with_password(
    slug: PathWord, request: Request, body: Annotated[Password, json_body(Password)], context: ContextOf
) -> Visit:
    """Return what a link with a password opens."""
    address = network_of_client(request, context.settings.trusted_proxies)
    return await context.sign_ins.run(
        address, lambda: _visit_with_password(context, slug, body.password, address)
    )


def _visit_with_password(context: Context, slug: str, password: str, address: str) -> Visit:
    share = _at(context, slug)
    if share.terms.password_hash is not None:
        attempt = context.metadata.sign_in_limit.begin(f"share link {share.id}", address)
        if not is_password(password, share.terms.password_hash):
            raise WrongLinkPasswordError("The password is wrong.")
        context.metadata.sign_in_limit.succeeded(attempt)
    return _visit(context, share)


@router.post("/share", responses=errors(ForbiddenError, NotFoundError, ConflictError, OverloadedError))
async def create_share(
    caller: AnyUser, body: Annotated[ShareCreation, json_body(ShareCreation)], context: ContextOf
) -> WireShare:
    """Create a link to a website."""
    return await _with_password(context, caller, body, lambda: _create(context, caller, body.entity_id, body))


@router.get("/websites/{website_id}/shares", responses=errors(ForbiddenError))
def list_shares(caller: AnyUser, website_id: PathId, context: ContextOf, page: PageOf) -> ListPage[WireShare]:
    """Return a website's links, oldest first."""
    context.metadata.websites.viewable(caller, website_id, Part.WEBSITE)
    return wire_page(context.metadata.shares.list(website_id, page), wire_share)


@router.post(
    "/websites/{website_id}/shares", responses=errors(ForbiddenError, ConflictError, OverloadedError)
)
async def create_website_share(
    caller: AnyUser,
    website_id: PathId,
    body: Annotated[WebsiteShareCreation, json_body(WebsiteShareCreation)],
    context: ContextOf,
) -> WireShare:
    """Create a link to a website."""
    return await _with_password(context, caller, body, lambda: _create(context, caller, website_id, body))


@router.get("/share/id/{share_id}", responses=errors(ForbiddenError))
def get_share(caller: AnyUser, share_id: PathId, context: ContextOf) -> WireShare:
    """Return a link."""
    share = _existing(context, caller, share_id)
    context.metadata.websites.viewable(caller, share.website_id, Part.WEBSITE)
    return wire_share(share)


@router.post("/share/id/{share_id}", responses=errors(ForbiddenError, ConflictError, OverloadedError))
async def update_share(
    caller: AnyUser,
    share_id: PathId,
    body: Annotated[ShareChange, json_body(ShareChange)],
    context: ContextOf,
) -> WireShare:
    """Change a link; if its slug, password, end or what it opens changes, visits by it end."""
    return await _with_password(context, caller, body, lambda: _update(context, caller, share_id, body))


@router.delete("/share/id/{share_id}", responses=errors(ForbiddenError))
def delete_share(caller: AnyUser, share_id: PathId, context: ContextOf) -> Ok:
    """Remove a link, which ends its visits."""
    share = _existing(context, caller, share_id)
    context.metadata.websites.editable(caller, share.website_id)
    context.metadata.shares.delete(share_id)
    return Ok()


async def _with_password(
    context: Context, caller: SignedIn, body: ShareTerms, work: Callable[[], WireShare]
) -> WireShare:
    """Run what makes or changes a link where sign-ins run, if a password has to be judged and hashed.

    Both take as long as a sign-in or longer, and other routes need their threads.
    """
    if body.password is None:
        return await run_in_threadpool(work)
    return await context.sign_ins.run(str(caller.user_id), work)


def _update(context: Context, caller: SignedIn, share_id: UUID, body: ShareChange) -> WireShare:
    share = _existing(context, caller, share_id)
    context.metadata.websites.editable(caller, share.website_id)
    if body.slug != share.slug:
        check_new_slug(body.slug, "slug")
    terms = _terms(context, share.website_id, body, share.terms)
    return wire_share(context.metadata.shares.update(share_id, body.name, body.slug, body.parameters, terms))


def _create(context: Context, caller: SignedIn, website_id: UUID, body: WebsiteShareCreation) -> WireShare:
    context.metadata.websites.editable(caller, website_id)
    if body.slug is not None:
        check_new_slug(body.slug, "slug")
    terms = _terms(context, website_id, body, Terms())
    return wire_share(
        context.metadata.shares.create(website_id, body.name, body.parameters, body.slug, terms)
    )


def _terms(context: Context, website_id: UUID, body: ShareTerms, before: Terms) -> Terms:
    """Return the link's terms with the changes that the body makes.

    Raises:
        BadRequestError: the password is too weak, or the report does not belong to the website.
    """
    terms = before
    if {"opens", "report_id"} & body.model_fields_set:
        terms = replace(terms, opens=body.opens, report_id=_report_to_open(context, website_id, body))
    if "password" in body.model_fields_set:
        terms = replace(terms, password_hash=_hashed(body.password))
    if "expires_at" in body.model_fields_set:
        expires_at = None if body.expires_at is None else to_milliseconds(body.expires_at)
        terms = replace(terms, expires_at=expires_at)
    if "embed_origins" in body.model_fields_set:
        terms = replace(terms, embed_origins=tuple(body.embed_origins or ()))
    return terms


def _report_to_open(context: Context, website_id: UUID, body: ShareTerms) -> UUID | None:
    if body.opens is not Opens.REPORT:
        if body.report_id is not None:
            raise BadRequestError.at("reportId", "must be left out unless opens is report")
        return None
    report = None if body.report_id is None else context.metadata.saved_reports.find(body.report_id)
    if report is None or report.content.website_id != website_id:
        raise BadRequestError.at("reportId", "must be the id of a saved report of this website")
    return report.id


def _hashed(password: str | None) -> str | None:
    if password is None:
        return None
    check_password(password, username="")
    return hash_password(password)


def _at(context: Context, slug: str) -> Share:
    share = context.metadata.shares.by_slug(slug)
    if share is None:
        raise NotFoundError("There is no such share link.")
    return share


def _visit(context: Context, share: Share) -> Visit:
    return Visit(
        share_id=share.id,
        parameters=share.parameters,
        website_id=share.website_id,
        opens=share.opens,
        report_id=share.terms.report_id,
        shows=sorted(share.parts),
        token=context.metadata.shares.token(share),
    )


def _existing(context: Context, caller: SignedIn, share_id: UUID) -> Share:
    """Return the link. Only administrators learn that a link does not exist.

    See docs/spec/requests.md#order-of-checks.
    """
    share = context.metadata.shares.find(share_id)
    if share is not None:
        return share
    if caller.is_admin:
        raise NotFoundError("There is no such share link.")
    raise ForbiddenError(NO_RIGHT)
