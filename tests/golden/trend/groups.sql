-- Events split by their own value, visitors as persons.

with
    cells as
    (
        select toInt64(toInt32(toDate(created_at, {zone:String}))) as bucket, property_values[indexOf(property_names, {split:String})] as name, count() as events, uniqExactStateIf(if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person))), (event_type = 2 and event_name = {series0:String})) as state0
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
            and ((event_type = 2 and event_name = {series0:String}))
        group by bucket, name
    ),
    sized as
    (
        select *, sum(events) over (partition by name) as size
        from cells
    ),
    ranked as
    (
        select *, dense_rank() over (order by size desc, name) as rank
        from sized
    ),
    placed as
    (
        select * except (name), least(rank, {limit:UInt8} + 1) as place,
            if(rank > {limit:UInt8}, '', name) as name
        from ranked
    )
select place, name, bucket, 1 - grouping(place) as is_of_group, grouping(bucket) as is_total, uniqExactMerge(state0) as value0
from placed
group by grouping sets ((place, name, bucket), (bucket), ())
order by place

-- end = 1761951599999
-- end_day = 20392
-- limit = 3
-- series0 = 'purchase'
-- split = 'plan'
-- start = 1759269600000
-- start_day = 20361
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
-- zone = 'Europe/Berlin'
