"""The statement of an attribution: how touches share the credit of a conversion.

Its rows are `(list, name, value, events, sessions, total_visits)`. The last three count the conversions, and
are of interest in the one row of list `total` only. `markov` has a statement of its own.
"""

from __future__ import annotations

from kokumi.queries.query import Subject
from kokumi.reports.attribution.parameters import AttributionParameters, Model
from kokumi.reports.attribution.touches import tables
from kokumi.sql.fragment import Fragment, sql
from kokumi.sql.idioms import time_of

MAX_LIST = 20
TOTAL = "total"
"""What stands in the place of a list in the row of all conversions."""

LEAST_DIFFERENCE = 1e-9
"""Values that are closer are ties, also with 0 (docs/spec/attribution.md#lists)."""


def one_touch(parameters: AttributionParameters, subject: Subject) -> Fragment:
    """Return the statement for models that credit one touch of a conversion."""
    return sql(
        """
        with
            $tables
        select
            entry.1 as list,
            entry.2 as name,
            sum(worth) as value,
            sumIf(conversions, list = 'total') as events,
            countIf(list = 'total') as sessions,
            uniqExactMergeIf(visits, list = 'total') as total_visits
        from visitors
        array join arrayConcat(
            [('total', '')],
            arrayFilter(
                source -> source.2 != '',
                arrayZip({lists:Array(String)}, arrayResize(touches[$credited].2, {number_of_lists:UInt8}))
            )
        ) as entry
        group by list, name
        having value != 0 or list = 'total'
        order by list, value desc, name
        limit {longest:UInt32} by list
        """,
        tables=tables(parameters, subject),
        credited=credited_touch(parameters),
        lists=parameters.lists,
        number_of_lists=len(parameters.lists),
        longest=MAX_LIST,
    )


def credited_touch(parameters: AttributionParameters) -> Fragment:
    """Return the place of the one touch that is credited among a visitor's touches."""
    return sql("1") if parameters.model is Model.FIRST_CLICK else sql("-1")


def shared(parameters: AttributionParameters, subject: Subject) -> Fragment:
    """Return the statement for models in which the touches of a conversion share its credit.

    Shares become exact decimals before they are added up, so that the order of visitors makes no difference.
    """
    return sql(
        """
        with
            $tables,
            -- Of each conversion and list, the names and what they weigh. `total` is a list with one name.
            weighed as
            (
                select
                    list,
                    conversions,
                    visits,
                    worth,
                    arrayMap(touch -> touch.2[number], touches) as names_of_touches,
                    if(number = 0, [''], $names) as names,
                    if(number = 0, [1.], $weights) as weights,
                    arraySum(weights) as whole
                from visitors
                array join
                    arrayPushFront({lists:Array(String)}, 'total') as list,
                    range({number_of_lists:UInt8} + 1) as number
            ),
            credits as
            (
                select
                    list,
                    name,
                    sum(toDecimal256(weight / whole, 20) * worth) as value,
                    sumIf(conversions, list = 'total') as events,
                    countIf(list = 'total') as sessions,
                    uniqExactMergeIf(visits, list = 'total') as total_visits
                from weighed
                array join names as name, weights as weight
                group by list, name
                having abs(value) >= $least or list = 'total'
            ),
            -- Values closer than the least difference are ties.
            compared as
            (
                select
                    *,
                    lagInFrame(value, 1, value) over
                    (
                        partition by list order by value desc rows between 1 preceding and current row
                    ) - value >= $least as is_less
                from credits
            )
        select
            list,
            name,
            value,
            events,
            sessions,
            total_visits,
            sum(is_less) over
            (
                partition by list order by value desc rows between unbounded preceding and current row
            ) as place
        from compared
        order by list, place, name
        limit {longest:UInt32} by list
        """,
        tables=tables(parameters, subject),
        names=sql("arrayDistinct($names)", names=_NAMES) if parameters.model is Model.SHAPLEY else _NAMES,
        weights=_weights(parameters),
        least=sql("toDecimal256({least:String}, 24)", least=f"{LEAST_DIFFERENCE:.9f}"),
        lists=parameters.lists,
        number_of_lists=len(parameters.lists),
        longest=MAX_LIST,
    )


_NAMES = sql("arrayFilter(name -> name != '', names_of_touches)")


def _weights(parameters: AttributionParameters) -> Fragment:
    """Return what each of `names` weighs; only the proportions within a list matter."""
    match parameters.model:
        case Model.POSITION:
            weights = sql(
                """arrayMap(
                        place -> multiIf(
                            length(touches) <= 2, 1.,
                            place = 1 or place = length(touches), 0.4,
                            0.2 / (length(touches) - 2)
                        ),
                        arrayEnumerate(touches)
                    )"""
            )
        case Model.DECAY:
            # Against the last touch with a name: against the conversion, all weights of a list could be 0.
            weights = sql(
                "arrayMap(touch -> exp2(($time - $last) / {half_life:Float64}), touches)",
                time=time_of(sql("touch.1")),
                last=time_of(sql("arrayLast(touch -> touch.2[number] != '', touches).1")),
                half_life=parameters.half_life_in_milliseconds,
            )
        case _:
            return sql("arrayMap(name -> 1., names)")
    return sql(
        "arrayFilter((weight, name) -> name != '', $weights, names_of_touches)",
        weights=weights,
    )
