"""`kokumi sql`: the statement that a report would run, for people who want to read or try it."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from kokumi.errors import BadRequestError

if TYPE_CHECKING:
    from kokumi.sql.fragment import Fragment

_ANY_WEBSITE = UUID(int=0)


def sql(
    report: Annotated[str, typer.Argument(help="Name of a report, such as funnel.")],
    request: Annotated[
        Path, typer.Argument(help="File with a request's body or its parameters; - for stdin.")
    ],
) -> None:
    """Print the SQL that a report would run, with its values; neither data nor a server are needed.

    Example: `echo '{"startDate": "2026-01-01", "endDate": "2026-01-31"}' | kokumi sql retention -`
    """
    from kokumi.sql.printing import printed

    text = sys.stdin.read() if str(request) == "-" else request.read_text("utf-8")
    typer.echo(printed(_statement(report, text)))


def _statement(name: str, text: str) -> Fragment:
    from kokumi.domain.websites import Website
    from kokumi.filters.resolve import resolve
    from kokumi.queries.query import Subject
    from kokumi.reports.registry import REPORTS, report_named
    from kokumi.reports.request import parse_report

    report = report_named(name)
    if report is None:
        raise BadRequestError(f"There is no report {name}; there are {', '.join(r.name for r in REPORTS)}.")
    query = parse_report(report, {"websiteId": str(_ANY_WEBSITE), "strict": True, **_body(text)})
    website = Website(query.website_id, "", "")
    events = query.events
    resolved = resolve(events.filters, _NothingSaved(), website, int(time.time() * 1000), events.zone)
    return report.statement(query.parameters, Subject(website, events.range, events.zone, resolved))


def _body(text: str) -> dict[str, object]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadRequestError(f"The request is not JSON: {error}") from None
    if not isinstance(value, dict):
        raise BadRequestError("The request must be a JSON object.")
    return value if "parameters" in value else {"parameters": value}


class _NothingSaved:
    """No segments and cohorts: there is no database that could hold them."""

    def saved_filter(self, filter_id: UUID) -> None:
        """Refuse any.

        Raises:
            BadRequestError: always.
        """
        raise BadRequestError(
            f"{filter_id} is a segment or a cohort. Write its conditions into the filters instead."
        )
