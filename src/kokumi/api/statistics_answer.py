"""How the statistics' routes answer: authorise, run in a query thread, return with its cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, TypeAlias, TypeVar
from uuid import UUID

from fastapi import Depends, Response
from starlette.requests import Request

from kokumi.api.authentication import AnyViewer
from kokumi.api.context import Context, Here
from kokumi.api.reports import outcome_response, report_context
from kokumi.api.wire import PathId
from kokumi.domain.websites import Website
from kokumi.metadata.access import Viewer
from kokumi.metadata.parts import Part
from kokumi.reports import run as reports
from kokumi.reports.run import Outcome
from kokumi.statistics.base import Asked, Statistic
from kokumi.statistics.run import answer

P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class WebsiteQuestions:
    """A caller's questions about a website; what an answer shows has to be said before one is asked."""

    here: Context
    request: Request
    caller: Viewer
    website_id: UUID

    def showing(self, part: Part, *more: Part) -> Showing:
        """Return the way to ask questions whose answers show these parts of the website."""
        return Showing(self, (part, *more))


@dataclass(frozen=True, slots=True)
class Showing:
    """Questions about parts of a website."""

    about: WebsiteQuestions
    parts: tuple[Part, ...]

    async def answer(self, statistic: Statistic[P], parameters: P, asked: Asked) -> Response:
        """Return the statistic as JSON; if the client goes, its query is killed.

        Raises:
            NotFoundError, ForbiddenError: there is no such website, or not for this caller.
            NotSharedError: the caller's share link does not open a part, or a field that is filtered by.
            NotFoundError: a segment, a cohort or what is asked about is not there.
        """
        filtered = () if asked.filters.choose_nothing else (Part.FILTERS,)
        return await Showing(self.about, (*self.parts, *filtered)).ask(
            lambda website, context: answer(statistic, parameters, asked, website, context)
        )

    async def ask(self, question: Callable[[Website, reports.Context], Outcome]) -> Response:
        """Return what a function finds out about the website; it may take several queries.

        Raises:
            NotFoundError, ForbiddenError: as of `answer`.
        """
        here, caller = self.about.here, self.about.caller

        def work(tag: str) -> Outcome:
            website = here.metadata.websites.viewable(caller, self.about.website_id, *self.parts)
            return question(website, report_context(here, caller, tag))

        return outcome_response(await here.queries.run(self.about.request, caller, work))


def about_website(caller: AnyViewer, website_id: PathId, here: Here, request: Request) -> WebsiteQuestions:
    """Return how questions about the website of the path are answered."""
    return WebsiteQuestions(here, request, caller, website_id)


Questions: TypeAlias = Annotated[WebsiteQuestions, Depends(about_website)]
"""A route's parameter; it stands first, so that credentials are looked at first."""
