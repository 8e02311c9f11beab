-- From the first page of the docs to the next event, some left out, others under one name.

with
    -- Patterns are tried with each text once, not with each event.
    (
        select (groupArray(cityHash64(text)), groupArray(cityHash64(name)))
        from (
select text, multiIf(text like {group0:String}, {group0_name:String}, text like {group1:String}, {group1_name:String}, text) as name
from (select arrayJoin(groupUniqArray(toString(text))) as text from (
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
))
)
        where name != text
    ) as item_groups,
    -- For patterns of the first and the last step; not read without them.
    all_texts as
    (select name as text from (
select text, multiIf(text like {group0:String}, {group0_name:String}, text like {group1:String}, {group1_name:String}, text) as name
from (select arrayJoin(groupUniqArray(toString(text))) as text from (
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
))
)),
    visits as
    (
        select
            arraySort(groupArray(toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (if(event_type = 2, cityHash64(event_name), cityHash64(path))))) as events,
            arrayMap(event -> transform(toUInt64(event), item_groups.1, item_groups.2, toUInt64(event)), events) as all_items,
            toInt64(bitShiftRight(events[1], 192)) as started_at,
            toInt64(bitShiftRight(events[-1], 192)) as ended_at
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and true
            and not (event_type = 2 and event_name = {exclude0:String})
        group by visit_id
    ),
    -- The ways that most visits took, each with the days of the first.
    (
        select groupArray((way, visits, range(toUInt16(intDiv(first_started_at, 86400000)), toUInt16(intDiv(first_ended_at, 86400000)) + 1)))
        from
        (
            select
                arraySlice(arraySlice(all_items, arrayFirstIndex(item -> item in (select cityHash64(text) from all_texts where text = {start_step:String}), all_items), {steps:UInt8}), 1, arrayFirstIndex((item, place) -> place > 1 and item in (select cityHash64(text) from all_texts where text like {end_step:String}), arraySlice(all_items, arrayFirstIndex(item -> item in (select cityHash64(text) from all_texts where text = {start_step:String}), all_items), {steps:UInt8}), arrayEnumerate(arraySlice(all_items, arrayFirstIndex(item -> item in (select cityHash64(text) from all_texts where text = {start_step:String}), all_items), {steps:UInt8})))) as way,
                count() as visits,
                min(started_at) as first_started_at,
                argMin(ended_at, started_at) as first_ended_at
            from visits
            group by way
            having notEmpty(way)
            order by visits desc
            limit {longest:UInt32} with ties
        )
    ) as common_ways,
    (
        select (groupArray(cityHash64(text)), groupArray(toString(text)))
        from (select name as text from (
select text, multiIf(text like {group0:String}, {group0_name:String}, text like {group1:String}, {group1_name:String}, text) as name
from (select arrayJoin(groupUniqArray(toString(text))) as text from (
select distinct path as text
from events
where website_id = {website:UUID}
    and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
    and event_type in (1, 2)
    and true
    and event_type = 1
    and toDate(created_at) in (select toDate(arrayJoin(arrayJoin(common_ways.3))))
union all
select distinct event_name as text
from events
where website_id = {website:UUID}
    and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
    and event_type in (1, 2)
    and true
    and event_type = 2
    and toDate(created_at) in (select toDate(arrayJoin(arrayJoin(common_ways.3))))
))
))
    ) as texts_by_hash,
    named_ways as
    (
        select
            arrayMap(item -> transform(item, texts_by_hash.1, texts_by_hash.2, ''), way.1) as items,
            way.2 as visits
        from (select arrayJoin(common_ways) as way)
    )
select items, visits
from named_ways
order by visits desc, arrayConcat(arrayCompact(items), if(length(items) < {steps:UInt8}, [''], []), ['']), items
limit {longest:UInt32}

-- end = 1761951599999
-- end_day = 20392
-- end_step = 'sign%'
-- exclude0 = 'scroll'
-- group0 = '/docs/%'
-- group0_name = 'Docs'
-- group1 = '/blog/%'
-- group1_name = 'Blog'
-- longest = 100
-- start = 1759269600000
-- start_day = 20361
-- start_step = 'Docs'
-- steps = 5
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
