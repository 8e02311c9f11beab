-- Groups by the country of the start event, and all others.

with
    -- Each visitor's start event, as a number that orders as events do and carries its unit.
    starting as
    (
        select
            session_id as visitor,
            minIf(toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (toInt32(toDate(created_at, {zone:String}))), true) as start,
            groupUniqArrayIf(toInt32(toDate(created_at, {zone:String})), true) as returns, argMinIf(toString(country), toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (toInt32(toDate(created_at, {zone:String}))), true) as name
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
        group by session_id
        having countIf(true) > 0
    ),
    visitors as
    (
        select
            visitor,
            toInt32(toUInt64(start)) as cohort,
            arrayFilter(distance -> distance >= 0, arrayMap(unit -> unit - cohort, returns)) as returned,
            returned as distances, name
        from starting
    ),
    counted as
    (
        select name, cohort, day, count() as visitors
        from visitors
        array join arrayConcat([-1], distances) as day
        where day <= {last_day:Int32}
        group by name, cohort, day
    ),
    groups as
    (
        select
            name,
            sumIf(visitors, day = -1) as size,
            groupArray((cohort, day, visitors)) as cells
        from counted
        group by name
    ),
    placed as
    (
        select
            least(row_number() over (order by size desc, name), {limit:UInt32} + 1) as place,
            name,
            cells
        from groups
    )
select
    place,
    if(place > {limit:UInt32}, '', any(name)) as name,
    cell.1 as cohort,
    cell.2 as day,
    sum(cell.3) as visitors
from placed
array join cells as cell
group by place, cohort, day
order by place, cohort, day
limit {most:UInt32}

-- end = 1761951599999
-- end_day = 20392
-- last_day = 31
-- limit = 3
-- most = 200001
-- start = 1759269600000
-- start_day = 20361
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
-- zone = 'Europe/Berlin'
