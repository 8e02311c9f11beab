"""The tables of visitors and their chains, on which every number of a funnel is counted.

A chain of k steps ends at an event if the event fits step k and some chain of k-1 steps that ends before
it may go on there. It is enough to look at one of them: the latest end of k-1 steps before the event, or
of those that lie long enough before it. If any end leads on, the latest does: it is the nearest, the
fewest exclusions lie behind it, and of all chains that end by then its latest one begins last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kokumi.queries.query import Subject
from kokumi.reports.funnel.parameters import Entry, FunnelParameters, Order
from kokumi.reports.parts.entity import Entity, Visitors, visitors
from kokumi.reports.parts.steps import fits
from kokumi.sql.fragment import Fragment, identifier, integer, join, sql
from kokumi.sql.idioms import packed, payload_of, revenue_in, time_of

NEVER = -(10**18)
"""An end that lies before every event by more than any window."""


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
        ("candidates", _candidates(parameters, subject)),
        ("visitors", _visitors(parameters, subject, names_visitors=names_visitors)),
    ]
    if _has_layers(parameters):
        for step in _later_steps(parameters):
            tables.append((f"reaching_{step}", _layer(tables[-1][0], _chain(step, parameters))))
    if own := _own_columns(parameters):
        tables.append(("chains", _layer(tables[-1][0], own)))
    each = [sql("$name as$body", name=identifier(name), body=body) for name, body in tables]
    return Chains(join(",\n            ", each), identifier(tables[-1][0]))


def reached(step: int, parameters: FunnelParameters) -> Fragment:
    """Return the condition that a visitor reached a step."""
    if parameters.order is Order.ANY:
        return sql("depth >= $step", step=integer(step))
    return sql("has($reached, 1)", reached=_numbered("reached", step))


def pending(step: int, parameters: FunnelParameters, subject: Subject) -> Fragment:
    """Return the condition that a visitor who reached the step before, but not this one, still may.

    It is enough to look at the latest end of the step before: its window, its total window and the
    exclusions after it leave the most time.
    """
    last = _numbered("last", step - 1)
    until = sql("{until:Int64}", until=parameters.reading(subject).end)
    conditions = [
        sql("$last > 0", last=last),
        sql("not $reached", reached=reached(step, parameters)),
        sql("times[$last] + $window > $until", last=last, window=_window(step, parameters), until=until),
    ]
    total = parameters.total_window_in_milliseconds()
    if total is not None:
        first, _ = _carried(step - 1, parameters)["first"]
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
            sql("arrayLastIndex(step -> $excluded, steps) <= $last", excluded=_is_excluded(step), last=last)
        )
    return join(" and ", conditions)


def place(step: int) -> Fragment:
    """Return where the visitor's chain has the event of a step, counted from 1; 0 if it has none."""
    return _numbered("at", step)


def has_chain(parameters: FunnelParameters) -> bool:
    """Whether the answer tells more of one chain for each visitor than its length."""
    return parameters.order is not Order.ANY and bool(
        parameters.timing or parameters.trend or parameters.breakdown or parameters.currency
    )


def _numbered(name: str, step: int) -> Fragment:
    return identifier(f"{name}_{step}")


def _later_steps(parameters: FunnelParameters) -> Sequence[int]:
    return range(2, len(parameters.steps) + 1)


# The events.


def _visitor(parameters: FunnelParameters, who: Visitors) -> tuple[Fragment, Fragment]:
    """Return the visitor of an event as a column, and the name of that column."""
    if parameters.entity is Entity.PERSON:
        return sql("$id as visitor", id=who.id), sql("visitor")
    return who.id, who.id


def _candidates(parameters: FunnelParameters, subject: Subject) -> Fragment:
    """Return the query for the events that may matter, each as one number."""
    reading = parameters.reading(subject)
    who = visitors(parameters.entity, subject, reading)
    filtered = subject.select(reading).filtered
    columns = [_visitor(parameters, who)[0], sql("$event as event", event=_event(parameters, subject))]
    if parameters.breakdown:
        columns.append(sql("$value as value", value=parameters.breakdown.value()))
    if parameters.currency:
        columns.append(sql("$amount as amount", amount=revenue_in(parameters.currency)))
    matters = sql("$filtered and ($any)", filtered=filtered, any=join(" or ", _all_fits(parameters, subject)))
    return sql(
        """
            (
                select $columns
                from $events
                where $matters
            )""",
        columns=join(", ", columns),
        events=who.events,
        # In strict order any other event ends a chain.
        matters=filtered if parameters.order is Order.STRICT else matters,
    )


def _event(parameters: FunnelParameters, subject: Subject) -> Fragment:
    """Return an event as one number; its payload has a bit for each step that it fits.

    With exclusions it has a bit for each two steps as well between which the event may not lie.
    """
    bits = [
        sql("bitShiftLeft(toUInt8($fits), $bit)", fits=fitting, bit=integer(bit))
        for bit, fitting in enumerate(_step_fits(parameters, subject))
    ]
    masks = [
        sql("if($fits, $mask, 0)", fits=fitting, mask=integer(_mask(index, parameters)))
        for index, fitting in enumerate(_exclusion_fits(parameters))
    ]
    return packed(join(" + ", [*bits, *_united(masks)]))


def _united(masks: Sequence[Fragment]) -> Iterable[Fragment]:
    if not masks:
        return ()
    united = masks[0]
    for mask in masks[1:]:
        united = sql("bitOr($united, $mask)", united=united, mask=mask)
    return (united,)


def _mask(exclusion: int, parameters: FunnelParameters) -> int:
    return sum(
        1 << _exclusion_bit(step)
        for step in _later_steps(parameters)
        if exclusion in parameters.parting(step - 1)
    )


def _exclusion_bit(step: int) -> int:
    """Return the bit of events that may not lie between a step and the one before; 8 bits tell of steps."""
    return 6 + step


def _is_excluded(step: int) -> Fragment:
    return sql("bitTest(step, $bit)", bit=integer(_exclusion_bit(step)))


def _all_fits(parameters: FunnelParameters, subject: Subject) -> list[Fragment]:
    return [*_step_fits(parameters, subject), *_exclusion_fits(parameters)]


def _step_fits(parameters: FunnelParameters, subject: Subject) -> list[Fragment]:
    first, *others = [fits(step, f"step{index}") for index, step in enumerate(parameters.steps)]
    if parameters.entry is Entry.RANGE:
        first = sql(
            "($fits and created_at <= fromUnixTimestamp64Milli({range_end:Int64}, 'UTC'))",
            fits=first,
            range_end=subject.range.end,
        )
    return [first, *others]


def _exclusion_fits(parameters: FunnelParameters) -> list[Fragment]:
    return [fits(exclusion, f"exclusion{index}") for index, exclusion in enumerate(parameters.exclusions)]


# The visitors, each with arrays that have a value for each of its events.


def _visitors(parameters: FunnelParameters, subject: Subject, *, names_visitors: bool) -> Fragment:
    who = visitors(parameters.entity, subject, parameters.reading(subject))
    _, visitor = _visitor(parameters, who)
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
        return _depth(parameters)
    first = sql("arrayMap(step -> bitTest(step, 0), steps) as reached_1")
    if _has_layers(parameters):
        return (sql("arrayEnumerate(events) as places"), first)
    return (first, *(_joined(_chain(step, parameters)) for step in _later_steps(parameters)))


def _depth(parameters: FunnelParameters) -> Iterable[Fragment]:
    """Return the column `depth`: the most steps that fit within a window, whatever their order.

    `latest_<k>` is the latest time of step k at each event; the window is looked at that ends there.
    """
    latest = [
        sql(
            "arrayPopFront(arrayFill((time, step) -> bitTest(step, $bit),"
            " arrayPushFront(times, $never), arrayPushFront(steps, 0))) as $latest",
            bit=integer(step - 1),
            never=integer(NEVER),
            latest=_numbered("latest", step),
        )
        for step in parameters.numbers
    ]
    names = [_numbered("latest", step) for step in parameters.numbers]
    depth = sql(
        "arrayMax(arrayMap((time, $names) -> $within, times, $names)) as depth",
        names=join(", ", names),
        within=join(
            " + ",
            [
                sql("(time - $latest <= {window:Int64})", latest=name, window=parameters.window_of(1))
                for name in names
            ],
        ),
    )
    return (*latest, depth)


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


# The chains, step by step.


def _has_layers(parameters: FunnelParameters) -> bool:
    """Whether each step has a table of its own.

    It must where a step reads more than one column of the step before: the engine writes out every name of
    a column where it is used, and their number would grow with a power of the steps.
    """
    return parameters.order is not Order.ANY and len(_carried(1, parameters)) > 1


def _carried(step: int, parameters: FunnelParameters) -> dict[str, tuple[Fragment, Fragment]]:
    """Return what is known of the ends of a step: by name, the values at the events, and that of no end.

    `end` is the time of the event, `place` its number, and `first` the time of the latest first event of the
    chains that end there.
    """
    never = integer(NEVER)
    found = {"end": (sql("times"), never)}
    if (
        parameters.order is Order.STRICT
        or parameters.exclusions
        or has_chain(parameters)
        or any(_is_delayed(each, parameters) for each in _later_steps(parameters))
    ):
        found["place"] = (sql("places"), sql("0"))
    if parameters.total_window is not None:
        found["first"] = (sql("times") if step == 1 else _numbered("first", step - 1), never)
    return found


def _is_delayed(step: int, parameters: FunnelParameters) -> bool:
    """Whether the latest end before an event may be too near, and an earlier one be right."""
    return parameters.order is Order.SEQUENCE and parameters.at_least_of(step) > 0


def _chain(step: int, parameters: FunnelParameters) -> list[Fragment]:
    """Return the columns of a step: `reached_<k>` is whether a chain of k steps ends at an event.

    `end_<k-1>`, `place_<k-1>` and `first_<k-1>` tell of the latest end of the step before, at each event.
    """
    before = step - 1
    latest = _delayed(step, parameters) if _is_delayed(step, parameters) else _latest(before, parameters)
    lookups = [("step", sql("steps")), ("time", sql("times")), ("end", _numbered("end", before))]
    conditions = [
        sql("bitTest(step, $bit)", bit=integer(before)),
        sql("time - end <= $window", window=_window(step, parameters)),
    ]
    if parameters.order is Order.STRICT:
        lookups += [("place", sql("places")), ("end_place", _numbered("place", before))]
        conditions.append(sql("end_place = place - 1"))
        if parameters.at_least_of(step) > 0:
            conditions.append(sql("time - end >= $least", least=_least(step, parameters)))
    elif parameters.parting(before):
        excluded = _numbered("excluded", before)
        latest.append(
            sql(
                "arrayPopBack(arrayFill((place, step) -> $excluded,"
                " arrayPushFront(places, 0), arrayPushFront(steps, 0))) as $name",
                excluded=_is_excluded(step),
                name=excluded,
            )
        )
        lookups += [("end_place", _numbered("place", before)), ("excluded", excluded)]
        conditions.append(sql("end_place >= excluded"))
    total = parameters.total_window_in_milliseconds()
    if total is not None:
        lookups.append(("first", _numbered("first", before)))
        conditions.append(sql("time - first <= {total_window:Int64}", total_window=total))
    return [
        *latest,
        sql(
            "arrayMap(($names) -> $conditions, $values) as $reached",
            names=join(", ", [identifier(name) for name, _ in lookups]),
            conditions=join(" and ", conditions),
            values=join(", ", [values for _, values in lookups]),
            reached=_numbered("reached", step),
        ),
    ]


def _window(step: int, parameters: FunnelParameters) -> Fragment:
    window = sql("{window:Int64}", window=parameters.window_of(step))
    own = parameters.steps[step - 1].window is not None
    return window.renamed(window=f"window_{step}") if own else window


def _least(step: int, parameters: FunnelParameters) -> Fragment:
    return sql("{at_least:Int64}", at_least=parameters.at_least_of(step)).renamed(at_least=f"at_least_{step}")


def _latest(step: int, parameters: FunnelParameters) -> list[Fragment]:
    """Return the columns of the latest end of a step before each event."""
    return [
        sql(
            "arrayPopBack(arrayFill(($name, reached) -> reached,"
            " arrayPushFront($values, $nothing), arrayPushFront($reached, 1))) as $column",
            name=sql("time") if name == "end" else identifier(name),
            values=values,
            nothing=nothing,
            reached=_numbered("reached", step),
            column=_numbered(name, step),
        )
        for name, (values, nothing) in _carried(step, parameters).items()
    ]


def _delayed(step: int, parameters: FunnelParameters) -> list[Fragment]:
    """Return the columns of the latest end of the step before that lies long enough before each event.

    The ends, put off by that time, are sorted in among the events, those of an instant before its events.
    """
    before = step - 1
    carried = _carried(before, parameters)
    names = [identifier(name) for name in carried]
    values = join(", ", [values for values, _ in carried.values()])
    merged, latest = _numbered("merged", before), _numbered("latest", before)
    return [
        sql(
            "arrayPushFront(arraySort(arrayConcat("
            "arrayFilter((end, reached) -> reached, arrayMap(($names) -> (end + $least, 0, $names), $values),"
            " $reached), arrayMap(($names) -> (end, 1, $names), $values))),"
            " (toInt64($never), 0, $nothing)) as $merged",
            names=join(", ", names),
            least=_least(step, parameters),
            values=values,
            reached=_numbered("reached", before),
            never=integer(NEVER),
            nothing=join(", ", [nothing for _, nothing in carried.values()]),
            merged=merged,
        ),
        sql(
            "arrayFilter((end, item) -> item.2 = 1, arrayFill(item -> item.2 = 0, $merged), $merged)"
            " as $latest",
            merged=merged,
            latest=latest,
        ),
        *(
            sql(
                "arrayMap(item -> item.$at, $latest) as $column",
                at=integer(position),
                latest=latest,
                column=_numbered(name, before),
            )
            for position, name in enumerate(carried, 3)
        ),
    ]


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
                reached=_numbered("reached", step - 1),
                last=_numbered("last", step - 1),
            )
            for step in _later_steps(parameters)
        ]
    return columns


def _visitors_chain(parameters: FunnelParameters) -> Iterable[Fragment]:
    """Return the columns `at_<k>`: from the earliest end of most steps back, each time the latest event."""
    last = len(parameters.steps)
    yield sql("indexOf($reached, 1) as $at", reached=_numbered("reached", last), at=place(last))
    for step in reversed(range(1, last)):
        yield sql(
            "if($next > 0, $place[$next], indexOf($reached, 1)) as $at",
            next=place(step + 1),
            place=_numbered("place", step),
            reached=_numbered("reached", step),
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
