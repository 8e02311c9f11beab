-- The same, of visits in which they do not change.

with
    -- A combination stands for its values by a hash until its figures are known.
    combinations as
    (
        select any(os) as any_os, any(country) as any_country, cityHash64(cityHash64(os), cityHash64(country)) as combination
        from events
        where website_id = {website:UUID}
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and event_type = 1
        group by combination
    ),
    visits as
    (
        select
            any(session_id) as session,
            min(cityHash64(cityHash64(os), cityHash64(country))) as combination,
            max(cityHash64(cityHash64(os), cityHash64(country))) as another,
            count() as views,
            toUnixTimestamp64Milli(max(created_at)) - toUnixTimestamp64Milli(min(created_at)) as time
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and event_type = 1
        group by visit_id
    ),
    figures as
    (
        select
            combination,
            sum(views) as total_views,
            uniqExact(session) as visitors,
            count() as visits,
            countIf(views = 1) as bounces,
            sum(time) as total_time,
            countIf(another != combination) as unfit
        from visits
        group by combination
    )
select any_os, any_country, total_views, visitors, visits, bounces, total_time, sum(unfit) over () as all_unfit
from figures
inner join combinations using combination
order by visitors desc, total_views desc, any_os, any_country
limit {longest:UInt32}

-- end = 1761951599999
-- end_day = 20392
-- longest = 500
-- start = 1759269600000
-- start_day = 20361
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
