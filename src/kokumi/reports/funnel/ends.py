"""At which events of a visitor chains of k steps end, as columns that build on those of k-1 steps.

A chain of k steps ends at an event if the event fits step k and some chain of k-1 steps that ends before
it may go on there. It is enough to look at one of them: the latest end of k-1 steps before the event, or
of those that lie long enough before it. If any end leads on, the latest does: it is the nearest, the
fewest exclusions lie behind it, and of all chains that end by then its latest one begins last.
"""

from __future__ import annotations

from collections.abc import Iterable

from kokumi.reports.funnel.candidates import is_excluded
from kokumi.reports.funnel.parameters import FunnelParameters, Order
from kokumi.sql.fragment import Fragment, identifier, integer, join, sql

NEVER = -(10**18)
"""An end that lies before every event by more than any window."""


def numbered(name: str, step: int) -> Fragment:
    """Return the name of a column of a step."""
    return identifier(f"{name}_{step}")


def has_chain(parameters: FunnelParameters) -> bool:
    """Whether the answer tells more of one chain for each visitor than its length."""
    return parameters.order is not Order.ANY and bool(
        parameters.timing or parameters.trend or parameters.breakdown or parameters.currency
    )


def has_layers(parameters: FunnelParameters) -> bool:
    """Whether each step has a table of its own.

    It must where a step reads more than one column of the step before: the engine writes out every name of
    a column where it is used, and their number would grow with a power of the steps.
    """
    return parameters.order is not Order.ANY and len(carried(1, parameters)) > 1


def carried(step: int, parameters: FunnelParameters) -> dict[str, tuple[Fragment, Fragment]]:
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
        or any(_is_delayed(each, parameters) for each in parameters.later_numbers)
    ):
        found["place"] = (sql("places"), sql("0"))
    if parameters.total_window is not None:
        found["first"] = (sql("times") if step == 1 else numbered("first", step - 1), never)
    return found


def _is_delayed(step: int, parameters: FunnelParameters) -> bool:
    """Whether the latest end before an event may be too near, and an earlier one be right."""
    return parameters.order is Order.SEQUENCE and parameters.at_least_of(step) > 0


def chain_columns(step: int, parameters: FunnelParameters) -> list[Fragment]:
    """Return the columns of a step: `reached_<k>` is whether a chain of k steps ends at an event.

    `end_<k-1>`, `place_<k-1>` and `first_<k-1>` tell of the latest end of the step before, at each event.
    """
    before = step - 1
    latest = _delayed(step, parameters) if _is_delayed(step, parameters) else _latest(before, parameters)
    lookups = [("step", sql("steps")), ("time", sql("times")), ("end", numbered("end", before))]
    conditions = [
        sql("bitTest(step, $bit)", bit=integer(before)),
        sql("time - end <= $window", window=window_before(step, parameters)),
    ]
    if parameters.order is Order.STRICT:
        lookups += [("place", sql("places")), ("end_place", numbered("place", before))]
        conditions.append(sql("end_place = place - 1"))
        if parameters.at_least_of(step) > 0:
            conditions.append(sql("time - end >= $least", least=_least(step, parameters)))
    elif parameters.parting(before):
        excluded = numbered("excluded", before)
        latest.append(
            sql(
                "arrayPopBack(arrayFill((place, step) -> $excluded,"
                " arrayPushFront(places, 0), arrayPushFront(steps, 0))) as $name",
                excluded=is_excluded(step),
                name=excluded,
            )
        )
        lookups += [("end_place", numbered("place", before)), ("excluded", excluded)]
        conditions.append(sql("end_place >= excluded"))
    total = parameters.total_window_in_milliseconds()
    if total is not None:
        lookups.append(("first", numbered("first", before)))
        conditions.append(sql("time - first <= {total_window:Int64}", total_window=total))
    return [
        *latest,
        sql(
            "arrayMap(($names) -> $conditions, $values) as $reached",
            names=join(", ", [identifier(name) for name, _ in lookups]),
            conditions=join(" and ", conditions),
            values=join(", ", [values for _, values in lookups]),
            reached=numbered("reached", step),
        ),
    ]


def window_before(step: int, parameters: FunnelParameters) -> Fragment:
    """Return the most milliseconds before a step."""
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
            reached=numbered("reached", step),
            column=numbered(name, step),
        )
        for name, (values, nothing) in carried(step, parameters).items()
    ]


def _delayed(step: int, parameters: FunnelParameters) -> list[Fragment]:
    """Return the columns of the latest end of the step before that lies long enough before each event.

    The ends, put off by that time, are sorted in among the events, those of an instant before its events.
    """
    before = step - 1
    known = carried(before, parameters)
    names = [identifier(name) for name in known]
    values = join(", ", [values for values, _ in known.values()])
    merged, latest = numbered("merged", before), numbered("latest", before)
    return [
        sql(
            "arrayPushFront(arraySort(arrayConcat("
            "arrayFilter((end, reached) -> reached, arrayMap(($names) -> (end + $least, 0, $names), $values),"
            " $reached), arrayMap(($names) -> (end, 1, $names), $values))),"
            " (toInt64($never), 0, $nothing)) as $merged",
            names=join(", ", names),
            least=_least(step, parameters),
            values=values,
            reached=numbered("reached", before),
            never=integer(NEVER),
            nothing=join(", ", [nothing for _, nothing in known.values()]),
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
                column=numbered(name, before),
            )
            for position, name in enumerate(known, 3)
        ),
    ]


def depth_columns(parameters: FunnelParameters) -> Iterable[Fragment]:
    """Return the column `depth`: the most steps that fit within a window, whatever their order.

    `latest_<k>` is the latest time of step k at each event; the window is looked at that ends there.
    """
    latest = [
        sql(
            "arrayPopFront(arrayFill((time, step) -> bitTest(step, $bit),"
            " arrayPushFront(times, $never), arrayPushFront(steps, 0))) as $latest",
            bit=integer(step - 1),
            never=integer(NEVER),
            latest=numbered("latest", step),
        )
        for step in parameters.numbers
    ]
    names = [numbered("latest", step) for step in parameters.numbers]
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
