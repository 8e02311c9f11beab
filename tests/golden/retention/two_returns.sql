-- Two purchases in a week make a return; in the first week, from the start event on.

with
    -- Each visitor's start event, as a number that orders as events do and carries its unit.
    starting as
    (
        select
            session_id as visitor,
            minIf(toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (toInt32(intDiv(toUInt16(toDate(created_at, {zone:String})) + 3, 7))), os in {filter_0_0_0:Array(String)}) as start,
            groupArrayIf(toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (toInt32(intDiv(toUInt16(toDate(created_at, {zone:String})) + 3, 7))), (event_type = 2 and event_name = {return_step:String})) as returns
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
        group by session_id
        having countIf(os in {filter_0_0_0:Array(String)}) > 0
    ),
    visitors as
    (
        select
            visitor,
            toInt32(toUInt64(start)) as cohort,
            arrayFilter(
                (distance, nth) -> nth = {minimum:UInt64},
                arrayMap(
                    event -> toInt32(toUInt64(event)) - cohort,
                    arrayFilter(event -> event >= start, returns)
                ) as all_returns,
                arrayEnumerateUniq(all_returns)
            ) as returned,
            returned as distances
        from starting
    )
select cohort, day, count() as visitors
from visitors
array join arrayConcat([-1], distances) as day
where day <= {last_day:Int32}
group by cohort, day
order by cohort, day

-- end = 1761951599999
-- end_day = 20392
-- filter_0_0_0 = ('Mac OS',)
-- last_day = 12
-- minimum = 2
-- return_step = 'purchase'
-- start = 1759269600000
-- start_day = 20361
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
-- zone = 'Europe/Berlin'
