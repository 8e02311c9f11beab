"""The flow: how journeys go on from each item, over all of them and not only the most common."""

from __future__ import annotations

from kokumi.queries.query import Subject
from kokumi.reports.journey.parameters import JourneyParameters
from kokumi.reports.journey.tables import (
    MAX_LIST,
    NAMED_WAYS,
    common_ways,
    counted_ways,
    displayed,
    tables_of_visits,
    texts_by_hash,
)
from kokumi.sql.fragment import Fragment, join, sql


def flow_statement(parameters: JourneyParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(step, items, visits)`, the common ways in order as step 0.

    From step 1 on each is a link: its items are the one at the step and the next one, if there is one. Null
    stands for all items that do not stand alone.
    """
    tables = [
        *tables_of_nodes(parameters, subject),
        NAMED_WAYS,
        sql(
            """
            links as
            (
                select step, arraySlice(nodes_on_way, step, 2) as link, sum(visits) as visits
                from
                (
                    select $nodes_on_way as nodes_on_way, counted.2 as visits
                    from (select arrayJoin(ways) as counted)
                )
                array join arrayEnumerate(nodes_on_way) as step
                group by step, link
            )""",
            nodes_on_way=sql(
                "arrayMap((item, step) -> if($stands_alone, item, null), $items, arrayEnumerate($items))",
                stands_alone=stands_alone(sql("step"), sql("item")),
                items=in_steps(parameters, sql("counted.1")),
            ),
        ),
    ]
    return sql(
        """
        with$tables
        select step, items, visits
        from
        (
            select
                0 as step,
                items,
                visits,
                row_number() over (order by visits desc, shown, items) as place
            from (select items, visits, $displayed as shown from named_ways)
            union all
            select
                step,
                arrayMap(item -> if(item is null, null, $name), link) as items,
                visits,
                0 as place
            from links
        )
        where place <= {longest:UInt32}
        order by step, place
        """,
        tables=join(",", tables),
        displayed=displayed(parameters),
        name=_name(sql("item")),
        longest=MAX_LIST,
    )


def tables_of_nodes(
    parameters: JourneyParameters, subject: Subject, *, named: bool = False
) -> list[Fragment]:
    """Return the tables up to `nodes`, the items that stand alone at each step; `named` as there."""
    return [
        *tables_of_visits(parameters, subject, named=named),
        sql(
            """
            (
                select groupArray((way, visits))
                from ($ways)
            ) as ways""",
            ways=counted_ways(parameters),
        ),
        common_ways(parameters),
        sql(
            """
            -- At each step as many of the largest items as may stand alone, and those as large as the last.
            (
                select groupArray((step, item, visits))
                from
                (
                    select
                        step,
                        item,
                        sum(visits) as visits,
                        rank() over (partition by step order by visits desc) as place
                    from
                    (
                        select $items as items, counted.2 as visits
                        from (select arrayJoin(ways) as counted)
                    )
                    array join items as item, arrayEnumerate(items) as step
                    group by step, item
                )
                where place <= {nodes:UInt8}
            ) as large_nodes""",
            items=in_steps(parameters, sql("counted.1")),
            nodes=parameters.nodes,
        ),
        texts_by_hash(parameters, subject, sql("arrayConcat(arrayFlatten(common_ways.1), large_nodes.2)")),
        sql(
            """
            nodes as
            (
                select large.1 as step, large.2 as item
                from (select arrayJoin(large_nodes) as large)
                order by large.3 desc, $name
                limit {nodes:UInt8} by step
            )""",
            name=_name(sql("item")),
            nodes=parameters.nodes,
        ),
    ]


def in_steps(parameters: JourneyParameters, way: Fragment) -> Fragment:
    """Return the items of a way as the flow counts its steps: backward from the last."""
    return sql("arrayReverse($way)", way=way) if parameters.is_backward else way


def stands_alone(step: Fragment, item: Fragment) -> Fragment:
    """Return the condition that an item is a node of its own at a step."""
    return sql("($step, $item) in (select step, item from nodes)", step=step, item=item)


def _name(item: Fragment) -> Fragment:
    return sql("transform($item, texts_by_hash.1, texts_by_hash.2, '')", item=item)
