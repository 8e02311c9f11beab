"""The statement of a journey's request."""

from __future__ import annotations

from kokumi.queries.query import Subject
from kokumi.reports.journey.flow import flow_statement
from kokumi.reports.journey.parameters import JourneyParameters
from kokumi.reports.journey.tables import MAX_LIST, displayed, tables_of_ways
from kokumi.sql.fragment import Fragment, join, sql


def statement(parameters: JourneyParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(items, visits)` in their final order, items unfolded and not padded.

    With `flow` there are further rows: see `flow_statement`.
    """
    if parameters.flow:
        return flow_statement(parameters, subject)
    return sql(
        """
        with$tables
        select items, visits
        from named_ways
        order by visits desc, $displayed, items
        limit {longest:UInt32}
        """,
        tables=join(",", tables_of_ways(parameters, subject)),
        displayed=displayed(parameters),
        longest=MAX_LIST,
    )
