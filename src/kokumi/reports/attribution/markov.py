"""Attribution by a Markov chain: the engine counts which name follows which, the chain is solved here.

See docs/spec/attribution.md#markov.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kokumi.errors import QueryTooLargeError
from kokumi.queries.query import Subject
from kokumi.queries.rows import Row
from kokumi.reports.attribution.parameters import AttributionParameters
from kokumi.reports.attribution.touches import tables
from kokumi.sql.fragment import Fragment, sql

MAX_NAMES = 1000
"""Names of one list: a chain of them is solved in the cube of their number."""


def statement(parameters: AttributionParameters, subject: Subject) -> Fragment:
    """Return the statement; a row for each list and name (empty for the start), and one of list `total`.

    Its columns are those of the other models, and `targets` with `times`: which names came next and how
    often, an empty one for the end. `sessions` are the ends that were conversions, `value` is their worth.
    """
    return sql(
        """
        with
            $tables,
            -- From name to name; an empty one is the start, or the end.
            journeys as
            (
                select
                    list,
                    conversions,
                    visits,
                    worth,
                    if(
                        number = 0,
                        [],
                        arrayFilter(name -> name != '', arrayMap(touch -> touch.2[number], touches))
                    ) as names,
                    arrayZip(arrayPushFront(names, ''), arrayPushBack(names, '')) as hops
                from visitors
                array join
                    arrayPushFront({lists:Array(String)}, 'total') as list,
                    range({number_of_lists:UInt8} + 1) as number
                where if(number = 0, conversions > 0, notEmpty(names))
            ),
            transitions as
            (
                select
                    list,
                    hop.1 as name,
                    hop.2 as target,
                    count() as seen,
                    countIf(target = '' and conversions > 0) as converted,
                    sumIf(worth, target = '' and conversions > 0) as earned,
                    sumIf(conversions, list = 'total') as matching,
                    uniqExactMergeIf(visits, list = 'total') as matching_visits
                from journeys
                array join hops as hop
                group by list, name, target
            )
        select
            list,
            name,
            arraySlice(arraySort(groupArray((target, seen))), 1, {most:UInt32}) as following,
            following.1 as targets,
            following.2 as times,
            sum(earned) as value,
            sum(matching) as events,
            sum(converted) as sessions,
            sum(matching_visits) as total_visits
        from transitions
        group by list, name
        order by list, name
        limit {most:UInt32} by list
        """,
        tables=tables(parameters, subject, of_everyone=True),
        lists=parameters.lists,
        number_of_lists=len(parameters.lists),
        # The start and the end beside the names, and one more, which tells that there are too many.
        most=MAX_NAMES + 2,
    )


def credits_of(rows: Iterable[Row]) -> dict[str, dict[str, float]]:
    """Return the credit of each name of each list.

    Raises:
        QueryTooLargeError: a list has more than 1 000 names.
    """
    lists: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        lists[row.text("list")].append(row)
    return {name: _credits(name, found) for name, found in lists.items()}


def _credits(list_name: str, rows: Sequence[Row]) -> dict[str, float]:
    from kokumi.reports.attribution.chain import removal_effects  # noqa: PLC0415 - loads NumPy, for this alone

    if len(rows) > MAX_NAMES + 1:
        raise QueryTooLargeError(
            f"The list {list_name} has more than {MAX_NAMES} names, which are too many for the model markov. "
            "A filter or a shorter date range leaves fewer. The other models take any number of names."
        )
    transitions = {
        row.text("name"): dict(zip(row.texts("targets"), row.numbers("times"), strict=True)) for row in rows
    }
    effects = removal_effects(transitions, {row.text("name"): row.number("sessions") for row in rows})
    worth = float(sum(row.amount("value") for row in rows))
    whole = sum(effects.values())
    return {name: worth * effect / whole for name, effect in effects.items()}
