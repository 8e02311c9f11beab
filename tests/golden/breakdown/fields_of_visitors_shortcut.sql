-- The same, of visits in which they do not change.

with
    visits as
    (
        select
            any(session_id) as session_of_visit,
            min(cityHash64(cityHash64(os), cityHash64(country))) as combination,
            max(cityHash64(cityHash64(os), cityHash64(country))) as another,
            count() as views,
            min(created_at) as started_at,
            toUnixTimestamp64Milli(max(created_at)) - toUnixTimestamp64Milli(started_at) as time
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and event_type = 1
        group by visit_id
    ),
    -- The combinations of most visitors, each with the day and the session of one of its visits.
    (
        select groupArray(
            (combination, total_views, visitors, visits, bounces, total_time, all_unfit, day, session)
        )
        from
        (
            select
                combination,
                sum(views) as total_views,
                uniqExact(session_of_visit) as visitors,
                count() as visits,
                countIf(views = 1) as bounces,
                sum(time) as total_time,
                sum(countIf(another != combination)) over () as all_unfit,
                any(toDate(started_at)) as day,
                any(session_of_visit) as session
            from visits
            group by combination
            order by visitors desc, total_views desc
            limit {longest:UInt32} with ties
        )
    ) as largest,
    combinations as
    (
        select any(os) as any_os, any(country) as any_country, cityHash64(cityHash64(os), cityHash64(country)) as combination
        from events
        where website_id = {website:UUID}
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and event_type = 1
            and (toDate(created_at), session_id) in (select arrayJoin(arrayZip(largest.8, largest.9)))
        group by combination
    )
select any_os, any_country, figures.2 as total_views, figures.3 as visitors, figures.4 as visits,
    figures.5 as bounces, figures.6 as total_time, figures.7 as unfit
from (select arrayJoin(largest) as figures, figures.1 as combination) as largest_combinations
-- A visit that is unfit may have another combination on its first day; it must be told all the same.
left any join combinations using combination
order by figures.3 desc, figures.2 desc, any_os, any_country
limit {longest:UInt32}

-- end = 1761951599999
-- end_day = 20392
-- longest = 500
-- start = 1759269600000
-- start_day = 20361
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
