"""Whether regular expressions are valid, as only the engine that will run them can say (SPEC 3)."""

from __future__ import annotations

from collections.abc import Iterable

from kokumi.errors import BadRequestError
from kokumi.events.engine import Limits
from kokumi.events.store import EventReader
from kokumi.filters.compile import regular_expression
from kokumi.filters.tree import Compare, Operator
from kokumi.sql.fragment import sql


def check_expressions(
    comparisons: Iterable[Compare], events: EventReader, limits: Limits, tag: str = ""
) -> None:
    """Try each regular expression alone: the error then names its field, and comes without any events too.

    Raises:
        BadRequestError: one is not valid.
    """
    for test in comparisons:
        if test.operator not in (Operator.MATCHES, Operator.NOT_MATCHES):
            continue
        trial = sql("select match('', {expression:String})", expression=regular_expression(test))
        try:
            events.query(trial, name="check:expression", limits=limits, tag=tag)
        except BadRequestError as error:
            raise BadRequestError.at(test.path, "must be a valid RE2 regular expression") from error
