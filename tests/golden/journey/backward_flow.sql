-- What leads a person to a purchase, as a flow.

with
    -- For patterns of the first and the last step; not read without them.
    all_texts as
    (
select distinct path as text
from events
where website_id = {website:UUID}
    and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
    and event_type in (1, 2)
    and true
    and event_type = 1
    and true
union all
select distinct event_name as text
from events
where website_id = {website:UUID}
    and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
    and event_type in (1, 2)
    and true
    and event_type = 2
    and true
),
    visits as
    (
        select
            arraySort(groupArray(toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (if(event_type = 2, cityHash64(event_name), cityHash64(path))))) as events,
            arrayMap(event -> toUInt64(event), events) as all_items
        from
events
left any join
(
    select session_id, argMax(distinct_id, toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (0)) as person
    from events
    where website_id = {website:UUID}
        and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
        and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
        and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
        and event_type in (1, 2)
        and distinct_id != ''
    group by session_id
) as persons using (session_id)

        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and true
        group by if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person)))
    ),
    (
        select groupArray((way, visits))
        from (select arraySlice(arraySlice(all_items, 1, arrayFirstIndex(item -> item in (select cityHash64(text) from all_texts where text = {end_step:String}), all_items)), -{steps:UInt8}) as way, count() as visits from visits group by way having notEmpty(way) and true)
    ) as ways,
    -- At each step as many of the largest items as may stand alone, and those as large as the last.
    large_nodes as
    (
        select step, item, sum(visits) as visits
        from
        (
            select arrayReverse(counted.1) as items, counted.2 as visits
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
            any left join (select cityHash64(text) as item, toString(text) as text from (
select distinct path as text
from events
where website_id = {website:UUID}
    and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
    and event_type in (1, 2)
    and true
    and event_type = 1
    and true
union all
select distinct event_name as text
from events
where website_id = {website:UUID}
    and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
    and event_type in (1, 2)
    and true
    and event_type = 2
    and true
)) as named
            using (item)
            order by visits desc, text
            limit {nodes:UInt8} by step
        )
    ) as nodes,
    -- The ways that most visits took.
    (
        select groupArray((way, visits))
        from
        (
            select counted.1 as way, counted.2 as visits from (select arrayJoin(ways) as counted)
            order by visits desc
            limit {longest:UInt32} with ties
        )
    ) as common_ways,
    (
        select (groupArray(cityHash64(text)), groupArray(toString(text)))
        from (
select distinct path as text
from events
where website_id = {website:UUID}
    and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
    and event_type in (1, 2)
    and true
    and event_type = 1
    and true
union all
select distinct event_name as text
from events
where website_id = {website:UUID}
    and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
    and event_type in (1, 2)
    and true
    and event_type = 2
    and true
)
        where cityHash64(text) in (select arrayJoin(arrayFlatten(common_ways.1)))
    ) as texts_by_hash,
    named_ways as
    (
        select
            arrayMap(item -> transform(item, texts_by_hash.1, texts_by_hash.2, ''), way.1) as items,
            way.2 as visits
        from (select arrayJoin(common_ways) as way)
    ),
    links as
    (
        select step, arraySlice(nodes_on_way, step, 2) as link, sum(visits) as visits
        from
        (
            select arrayMap((item, step) -> if((step, item) in (select node.1, node.2 from (select arrayJoin(nodes) as node)), item, null), arrayReverse(counted.1), arrayEnumerate(arrayReverse(counted.1))) as nodes_on_way, counted.2 as visits
            from (select arrayJoin(ways) as counted)
        )
        array join arrayEnumerate(nodes_on_way) as step
        group by step, link
    )
select step, items, visits
from
(
    select
        0 as step,
        items,
        visits,
        row_number() over (order by visits desc, shown, items) as place
    from (select items, visits, arrayConcat(arrayCompact(items), if(length(items) < {steps:UInt8}, [''], []), ['']) as shown from named_ways)
    union all
    select
        step,
        arrayMap(item -> if(item is null, null, transform(item, nodes.2, nodes.3, '')), link) as items,
        visits,
        0 as place
    from links
)
where place <= {longest:UInt32}
order by step, place

-- end = 1761951599999
-- end_day = 20392
-- end_step = 'purchase'
-- longest = 100
-- nodes = 10
-- start = 1759269600000
-- start_day = 20361
-- steps = 4
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
