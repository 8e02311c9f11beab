"""Whether regular expressions are valid, as only the engine that will run them can say.

See docs/spec/filters.md#operators.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kokumi.errors import BadRequestError
from kokumi.events.request_reader import RequestReader
from kokumi.filters.compile import regular_expression
from kokumi.filters.tree import Compare, Operator
from kokumi.sql.fragment import join, sql


def check_expressions(comparisons: Iterable[Compare], events: RequestReader) -> None:
    """Try the regular expressions on an empty text, all in one query; a wrong one fails without any events.

    Raises:
        BadRequestError: one is not valid; it names the first of them.
        QueryTooLargeError: the time of the request is over.
    """
    patterns = [test for test in comparisons if test.operator in (Operator.MATCHES, Operator.NOT_MATCHES)]
    if not patterns or _are_valid(patterns, events):
        return
    for test in patterns:
        if not _are_valid([test], events):
            raise BadRequestError.at(
                test.path, "must be a valid RE2 regular expression, and small enough to compile"
            )


def _are_valid(patterns: Sequence[Compare], events: RequestReader) -> bool:
    trials = [
        sql("match('', {expression:String})", expression=regular_expression(test.values[0])).renamed(
            expression=f"expression{number}"
        )
        for number, test in enumerate(patterns)
    ]
    try:
        events.query(sql("select $trials", trials=join(", ", trials)), name="check:expression")
    except BadRequestError:
        return False
    return True
