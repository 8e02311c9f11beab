"""From a question to an answer: resolve the filters, one statement, shape.

Who may see the website is not decided here.
"""

from __future__ import annotations

from typing import TypeVar

from kokumi.domain.websites import Website
from kokumi.filters.resolve import resolve
from kokumi.reports.expressions import check_expressions
from kokumi.reports.run import Context, Outcome
from kokumi.statistics.base import Asked, Scope, Statistic

P = TypeVar("P")


def answer(
    statistic: Statistic[P], parameters: P, asked: Asked, website: Website, context: Context
) -> Outcome:
    """Return the answer of a statistic on a website.

    Raises:
        NotFoundError: a segment or cohort is not the website's.
        NotSharedError: the caller may not filter by a field.
        BadRequestError: there are too many filters with the saved ones, or a regular expression is not valid.
        QueryTooLargeError: it went past its limits.
    """
    return answer_within(statistic, parameters, scope_of(asked, website, context), context)


def scope_of(asked: Asked, website: Website, context: Context) -> Scope:
    """Return which events are asked about, the saved filters looked up and regular expressions checked.

    Raises:
        NotFoundError, BadRequestError, QueryTooLargeError: as of `answer`.
    """
    resolved = resolve(asked.filters, context.saved, website, context.now, asked.zone)
    for column in resolved.columns():
        context.permit(column)
    check_expressions(resolved.comparisons(), context.events)
    return Scope(website, asked.range, asked.zone, resolved)


def answer_within(statistic: Statistic[P], parameters: P, scope: Scope, context: Context) -> Outcome:
    """Return the answer of a statistic on the events of a scope.

    Raises:
        QueryTooLargeError: it went past its limits.
    """
    found = context.events.query(statistic.statement(parameters, scope), name=f"statistic:{statistic.name}")
    shaped = statistic.shape(parameters, scope, found.rows)
    return Outcome(shaped, found.seconds, found.rows_read, found.bytes_read)
