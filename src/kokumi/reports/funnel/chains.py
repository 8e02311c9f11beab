"""The tables of visitors and their chains, on which every number of a funnel is counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kokumi.queries.query import Subject
from kokumi.reports.funnel.candidates import candidates, is_excluded, visitor_of
from kokumi.reports.funnel.ends import (
    carried,
    chain_columns,
    depth_columns,
    has_chain,
    has_layers,
    numbered,
    window_before,
)
from kokumi.reports.funnel.parameters import Entry, FunnelParameters, Order
from kokumi.reports.parts.entity import visitors
from kokumi.sql.fragment import Fragment, identifier, integer, join, sql
from kokumi.sql.idioms import payload_of, time_of


@dataclass(frozen=True, slots=True)
class Chains:
    """Common table expressions, and the name of the last: a row for each visitor.

    Its columns are `visitor`, if wanted, and what the other functions of this module read.
    """

    tables: Fragment
    name: Fragment


def chains(parameters: FunnelParameters, subject: Subject, *, names_visitors: bool = False) -> Chains:
    """Return the visitors with their chains."""
    tables = [
        ("candidates", candidates(parameters, subject)),
        ("visitors", _visitors(parameters, subject, names_visitors=names_visitors)),
    ]
    if has_layers(parameters):
        for step in parameters.later_numbers:
            tables.append((f"reaching_{step}", _layer(tables[-1][0], chain_columns(step, parameters))))
    if own := _own_columns(parameters):
        tables.append(("chains", _layer(tables[-1][0], own)))
    each = [sql("$name as$body", name=identifier(name), body=body) for name, body in tables]
    return Chains(join(",\n            ", each), identifier(tables[-1][0]))


def reached(step: int, parameters: FunnelParameters) -> Fragment:
    """Return the condition that a visitor reached a step."""
    if parameters.order is Order.ANY:
        return sql("depth >= $step", step=integer(step))
    return sql("has($reached, 1)", reached=numbered("reached", step))


def pending(step: int, parameters: FunnelParameters, subject: Subject) -> Fragment:
    """Return the condition that a visitor who reached the step before, but not this one, still may.

    It is enough to look at the latest end of the step before: its window, its total window and the
    exclusions after it leave the most time.
    """
    last = numbered("last", step - 1)
    until = sql("{until:Int64}", until=parameters.reading(subject).end)
    conditions = [
        sql("$last > 0", last=last),
        sql("not $reached", reached=reached(step, parameters)),
        sql(
            "times[$last] + $window > $until",
            last=last,
            window=window_before(step, parameters),
            until=until,
        ),
    ]
    total = parameters.total_window_in_milliseconds()
    if total is not None:
        first, _ = carried(step - 1, parameters)["first"]
        conditions.append(
            sql(
                "$first[$last] + {total_window:Int64} > $until",
                first=first,
                last=last,
                total_window=total,
                until=until,
            )
        )
    if parameters.order is Order.STRICT:
        conditions.append(sql("$last = length(events)", last=last))
    elif parameters.parting(step - 1):
        conditions.append(
            sql("arrayLastIndex(step -> $excluded, steps) <= $last", excluded=is_excluded(step), last=last)
        )
    return join(" and ", conditions)


def place(step: int) -> Fragment:
    """Return where the visitor's chain has the event of a step, counted from 1; 0 if it has none."""
    return numbered("at", step)


# The visitors, each with arrays that have a value for each of its events.


def _visitors(parameters: FunnelParameters, subject: Subject, *, names_visitors: bool) -> Fragment:
    who = visitors(parameters.entity, subject, parameters.reading(subject))
    _, visitor = visitor_of(parameters, who)
    columns = [
        sql("arraySort(groupArray(event)) as events"),
        sql("arrayMap(event -> $payload, events) as steps", payload=payload_of(sql("event"))),
        sql("arrayMap(event -> $time, events) as times", time=time_of(sql("event"))),
        *_ends(parameters),
        *_values(parameters),
    ]
    if names_visitors:
        columns.append(sql("$visitor as visitor", visitor=visitor))
    return sql(
        """
            (
                select
                    $columns
                from candidates
                group by $visitor
            )""",
        columns=_lines(columns),
        visitor=visitor,
    )


def _ends(parameters: FunnelParameters) -> Iterable[Fragment]:
    if parameters.order is Order.ANY:
        return depth_columns(parameters)
    first = sql("arrayMap(step -> bitTest(step, 0), steps) as reached_1")
    if has_layers(parameters):
        return (sql("arrayEnumerate(events) as places"), first)
    return (first, *(_joined(chain_columns(step, parameters)) for step in parameters.later_numbers))


def _values(parameters: FunnelParameters) -> Iterable[Fragment]:
    """Return the columns in which the values of a chain's events are looked up by the events themselves."""
    if parameters.breakdown and parameters.order is Order.ANY:
        yield sql("argMin(value, event) as entry_value")
    elif parameters.breakdown:
        is_first = sql("bitTest($payload, 0)", payload=payload_of(sql("event")))
        yield sql("groupArrayIf(event, $is_first) as firsts", is_first=is_first)
        yield sql("groupArrayIf(value, $is_first) as first_values", is_first=is_first)
    if parameters.currency:
        yield sql("groupArrayIf(event, amount != 0) as earning")
        yield sql("groupArrayIf(amount, amount != 0) as amounts")


# The chain that stands for a visitor, and the latest ends.


def _own_columns(parameters: FunnelParameters) -> list[Fragment]:
    """Return the columns that tell of a whole visitor: `at_<k>`, `last_<k>`, and the values of its chain."""
    columns = list(_visitors_chain(parameters)) if has_chain(parameters) else []
    if has_chain(parameters) and parameters.trend:
        columns.append(sql("fromUnixTimestamp64Milli(times[at_1], 'UTC') as created_at"))
    if has_chain(parameters) and parameters.breakdown:
        columns.append(sql("first_values[indexOf(firsts, events[at_1])] as entry_value"))
    if parameters.entry is Entry.RANGE:
        columns += [
            sql(
                "arrayLastIndex(reached -> reached, $reached) as $last",
                reached=numbered("reached", step - 1),
                last=numbered("last", step - 1),
            )
            for step in parameters.later_numbers
        ]
    return columns


def _visitors_chain(parameters: FunnelParameters) -> Iterable[Fragment]:
    """Return the columns `at_<k>`: from the earliest end of most steps back, each time the latest event."""
    last = len(parameters.steps)
    yield sql("indexOf($reached, 1) as $at", reached=numbered("reached", last), at=place(last))
    for step in reversed(range(1, last)):
        yield sql(
            "if($next > 0, $place[$next], indexOf($reached, 1)) as $at",
            next=place(step + 1),
            place=numbered("place", step),
            reached=numbered("reached", step),
            at=place(step),
        )


def _layer(table: str, columns: Sequence[Fragment]) -> Fragment:
    return sql(
        """
            (
                select
                    *,
                    $columns
                from $table
            )""",
        columns=_lines(columns),
        table=identifier(table),
    )


def _lines(columns: Iterable[Fragment]) -> Fragment:
    return join(",\n                    ", columns)


def _joined(columns: Iterable[Fragment]) -> Fragment:
    return join(", ", columns)
