"""What is known of visits as a whole: how each came, and where it began and ended."""

from __future__ import annotations

from collections.abc import Sequence

from kokumi.queries.query import Subject
from kokumi.reports.breakdown.fields import Asked, VisitField
from kokumi.sql.fragment import Fragment, join, sql
from kokumi.sql.idioms import MOMENT, channel


def facts_of_visits(asked: Sequence[Asked], subject: Subject) -> Fragment:
    """Return the CTE `facts`, with a comma: for each visit the fields that are asked for.

    A channel is read from the first event, filtered or not; the paths from the first and last filtered page
    view, and they are empty for a visit without one.
    """
    wanted = [each.field for each in asked if isinstance(each.field, VisitField)]
    selection = subject.select()
    needs_all = VisitField.CHANNEL in wanted
    views = sql("event_type = 1 and $passes", passes=selection.passes) if needs_all else sql("event_type = 1")
    columns = {
        VisitField.CHANNEL: sql(
            "argMin((referrer, query, utm_source, utm_medium, hostname), $moment) as origin", moment=MOMENT
        ),
        VisitField.ENTRY_PATH: sql(
            "argMinIf(path, $moment, $views) as entry_path", moment=MOMENT, views=views
        ),
        VisitField.EXIT_PATH: sql("argMaxIf(path, $moment, $views) as exit_path", moment=MOMENT, views=views),
    }
    facts = sql(
        """
                    select visit_id, $columns
                    from events
                    where $chosen
                    group by visit_id""",
        columns=join(", ", [columns[each] for each in wanted]),
        chosen=selection.unfiltered if needs_all else selection.filtered,
    )
    if not needs_all:
        return sql(
            """
            facts as
            ($facts
            ),""",
            facts=facts,
        )
    return sql(
        """
            origins as
            (
                select * except origin, origin.1 as referrer, origin.2 as query, origin.3 as utm_source,
                    origin.4 as utm_medium, origin.5 as hostname
                from ($facts)
            ),
            facts as
            (
                select *, $channel as channel
                from origins
            ),""",
        facts=facts,
        channel=channel(),
    )
