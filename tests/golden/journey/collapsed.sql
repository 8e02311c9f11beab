-- From a page to an event, page views and events, neighbours folded first.

with
    -- An item stands for its text by a hash until the ways are counted: the hashes and their texts.
    (
        select (groupArray(hash), groupArray(text))
        from
        (
            select if(event_type = 2, cityHash64(event_name), cityHash64(path)) as hash, toString(any(if(event_type = 2, event_name, path))) as text
            from events
            where website_id = {website:UUID}
                and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
                and event_type in (1, 2)
                and true
            group by hash
        )
    ) as items_by_hash,
    visits as
    (
        select arrayMap(event -> toUInt64(event), arraySort(groupArray(toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (if(event_type = 2, cityHash64(event_name), cityHash64(path)))))) as all_items
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and true
        group by visit_id
    ),
    ways as
    (
        select
            arrayMap(item -> transform(item, items_by_hash.1, items_by_hash.2, ''), way) as items,
            count() as visits
        from visits
        group by arraySlice(arrayCompact(all_items), 1, {steps:UInt8}) as way
    )
select items, visits
from ways
where items[1] = {start_step:String} and items[-1] like {end_step:String}
order by visits desc, items, items
limit {longest:UInt32}

-- end = 1761951599999
-- end_day = 20392
-- end_step = 'sign%'
-- longest = 100
-- start = 1759269600000
-- start_day = 20361
-- start_step = '/'
-- steps = 7
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
