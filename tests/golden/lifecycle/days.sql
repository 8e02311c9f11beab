-- Days in a zone that changes its clocks.

with
    -- Each visitor's first unit, and those from the one before the range on, in order.
    visitors as
    (
        select
            min(toInt32(toDate(created_at, {zone:String}))) as first,
            arraySort(groupUniqArrayIf(toInt32(toDate(created_at, {zone:String})), toInt32(toDate(created_at, {zone:String})) >= {before:Int32})) as units
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({ever_start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({ever_end:Int64}, 'UTC')
            and event_type in (1, 2)
        group by session_id
        having notEmpty(units)
    )
select
    unit,
    count() as active,
    countIf(unit = first) as new,
    countIf(step = 1) as returning
from visitors
array join units as unit, arrayDifference(units) as step
group by unit
order by unit

-- before = 20361
-- ever_end = 1761951599999
-- ever_start = -2208988800000
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
-- zone = 'Europe/Berlin'
