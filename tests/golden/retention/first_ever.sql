-- First visits of all time, and returns on that day or any later one.

with
    -- Each visitor's start event, as a number that orders as events do and carries its unit.
    starting as
    (
        select
            session_id as visitor,
            minIf(toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (toInt32(toDate(created_at, {zone:String}))), true) as start,
            groupUniqArrayIf(toInt32(toDate(created_at, {zone:String})), created_at >= fromUnixTimestamp64Milli({range_start:Int64}, 'UTC')) as returns
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({ever_start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({ever_end:Int64}, 'UTC')
            and event_type in (1, 2)
        group by session_id
        having countIf(true) > 0 and toInt64(bitShiftRight(start, 192)) >= {range_start:Int64}
    ),
    visitors as
    (
        select
            visitor,
            toInt32(toUInt64(start)) as cohort,
            arrayFilter(distance -> distance >= 0, arrayMap(unit -> unit - cohort, returns)) as returned,
            arrayMap(farthest -> least(farthest, {last:Int32}), arraySlice(arrayReverseSort(returned), 1, 1)) as distances
        from starting
    )
select cohort, day, count() as visitors
from visitors
array join arrayConcat([-1], distances) as day
where day <= {last_day:Int32}
group by cohort, day
order by cohort, day

-- ever_end = 1761951599999
-- ever_start = -2208988800000
-- last = 31
-- last_day = 31
-- range_start = 1759269600000
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
-- zone = 'Europe/Berlin'
