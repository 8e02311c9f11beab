-- Months of people who started with an event; their units are enough to know.

with
    -- Each visitor's days with any event, and those with one that passes the filters.
    visitors as
    (
        select
            groupUniqArray(toRelativeMonthNum(toDate(created_at, {zone:String}))) as days,
            groupUniqArrayIf(toRelativeMonthNum(toDate(created_at, {zone:String})), (event_type = 2 and event_name = {start_step:String})) as passing_days
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
        group by if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person)))
        having notEmpty(passing_days)
    )
select
    toInt32(arrayMin(passing_days)) as cohort,
    toInt32(active_day) - cohort as day,
    count() as visitors
from visitors
array join days as active_day
where day between 0 and {last_day:Int32}
group by cohort, day
order by cohort, day

-- end = 1761951599999
-- end_day = 20392
-- last_day = 6
-- start = 1759269600000
-- start_day = 20361
-- start_step = 'purchase'
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
-- zone = 'Europe/Berlin'
