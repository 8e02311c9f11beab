-- Weeks of people; all events up to the end are read.

with
    -- Each visitor's first unit, and those from the one before the range on, in order.
    visitors as
    (
        select
            min(toInt32(intDiv(toUInt16(toDate(created_at, {zone:String})) + 3, 7))) as first,
            arraySort(groupUniqArrayIf(toInt32(intDiv(toUInt16(toDate(created_at, {zone:String})) + 3, 7)), toInt32(intDiv(toUInt16(toDate(created_at, {zone:String})) + 3, 7)) >= {before:Int32})) as units
        from
events
left any join
(
    select session_id, argMax(distinct_id, toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (0)) as person
    from events
    where website_id = {website:UUID}
        and created_at >= fromUnixTimestamp64Milli({ever_start:Int64}, 'UTC')
        and created_at <= fromUnixTimestamp64Milli({ever_end:Int64}, 'UTC')
        and event_type in (1, 2)
        and distinct_id != ''
    group by session_id
) as persons using (session_id)

        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({ever_start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({ever_end:Int64}, 'UTC')
            and event_type in (1, 2)
            and os in {ever_filter_0_0_0:Array(String)}
        group by if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person)))
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

-- before = 2908
-- ever_end = 1761951599999
-- ever_filter_0_0_0 = ('Mac OS',)
-- ever_start = -2208988800000
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
-- zone = 'Europe/Berlin'
