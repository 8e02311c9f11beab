-- Filters choose the cohorts, not who returns.

with
    -- Each visitor's days with any event, and those with one that passes the filters.
    visitors as
    (
        select
            groupUniqArray(toDate(created_at, {zone:String})) as days,
            groupUniqArrayIf(toDate(created_at, {zone:String}), os in {filter_0_0_0:Array(String)}) as passing_days
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
        group by session_id
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
-- filter_0_0_0 = ('Mac OS',)
-- last_day = 31
-- start = 1759269600000
-- start_day = 20361
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
-- zone = 'Europe/Berlin'
