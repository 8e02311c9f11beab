"""The flow: how journeys go on from each item, over all of them and not only the most common."""

from __future__ import annotations

from kokumi.queries.query import Subject
from kokumi.reports.journey.items import HASH, texts
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
        common_ways(parameters),
        texts_by_hash(parameters, subject),
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
                $named as items,
                visits,
                0 as place
            from links
        )
        where place <= {longest:UInt32}
        order by step, place
        """,
        tables=join(",", tables),
        displayed=displayed(parameters),
        named=sql("arrayMap(item -> if(item is null, null, transform(item, nodes.2, nodes.3, '')), link)"),
        longest=MAX_LIST,
    )


def tables_of_nodes(
    parameters: JourneyParameters, subject: Subject, *, named: bool = False
) -> list[Fragment]:
    """Return the tables up to `nodes`, an array of `(step, item, text)`: what stands alone at each step.

    `named` adds to visits their visitor.
    """
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
        sql(
            """
            -- At each step as many of the largest items as may stand alone, and those as large as the last.
            large_nodes as
            (
                select step, item, sum(visits) as visits
                from
                (
                    select $items as items, counted.2 as visits
                    from (select arrayJoin(ways) as counted)
                )
                array join items as item, arrayEnumerate(items) as step
                group by step, item
                qualify rank() over (partition by step order by visits desc) <= {nodes:UInt8}
            ),
            (
                select groupArray((step, item, text))
                from
                (
                    select step, item, text
                    from large_nodes
                    any left join (select $hash as item, toString(text) as text from ($texts)) as named
                    using (item)
                    order by visits desc, text
                    limit {nodes:UInt8} by step
                )
            ) as nodes""",
            items=in_steps(parameters, sql("counted.1")),
            nodes=parameters.nodes,
            hash=HASH,
            texts=texts(parameters, subject),
        ),
    ]


def in_steps(parameters: JourneyParameters, way: Fragment) -> Fragment:
    """Return the items of a way as the flow counts its steps: backward from the last."""
    return sql("arrayReverse($way)", way=way) if parameters.is_backward else way


def stands_alone(step: Fragment, item: Fragment) -> Fragment:
    """Return the condition that an item is a node of its own at a step."""
    return sql(
        "($step, $item) in (select node.1, node.2 from (select arrayJoin(nodes) as node))",
        step=step,
        item=item,
    )
