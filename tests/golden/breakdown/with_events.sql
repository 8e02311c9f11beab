-- With `event` among the fields, custom events count.

with
    -- A combination stands for its values by a hash until its figures are known.
    combinations as
    (
        select any(path) as any_path, any(event_name) as any_event_name, cityHash64(cityHash64(path), cityHash64(event_name)) as combination
        from events
        where website_id = {website:UUID}
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and true
        group by combination
    ),
    -- The counted events of each visit in their order: combination, time, and wait for the next one.
    visits as
    (
        select
            any(session_id) as session,
            arraySort(groupArray(toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (cityHash64(cityHash64(path), cityHash64(event_name))))) as events,
            arrayMap(event -> toUInt64(event), events) as rows,
            arrayMap(event -> toInt64(bitShiftRight(event, 192)), events) as times,
            arrayPushBack(arrayPopFront(arrayDifference(times)), 0) as waits,
            countIf(event_type = 1) as page_views,
            anyIf(cityHash64(cityHash64(path), cityHash64(event_name)), event_type = 1) as only_view
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and true
        group by visit_id
    ),
    -- Each visit's combinations; most visits have one, and no need to look for more.
    parts as
    (
        select
            session,
            page_views = 1 as is_bounce,
            only_view,
            -- The events by combination: where a run of one ends, its views and its time are known.
            arraySort(arrayZip(rows, waits)) as ordered,
            arrayMap(
                (row, next) -> row != next,
                ordered.1,
                arrayPushBack(arrayPopFront(ordered.1), bitNot(ordered.1[-1]))
            ) as is_last,
            if(
                arrayMin(rows) = arrayMax(rows),
                [(rows[1], toInt64(length(rows)), times[-1] - times[1])],
                arrayZip(
                    arrayFilter((row, last) -> last, ordered.1, is_last),
                    arrayPopFront(arrayDifference(arrayPushFront(arrayFilter((sum, last) -> last, arrayCumSum(arrayMap(row -> 1, ordered.1)), is_last), 0))),
                    arrayPopFront(arrayDifference(arrayPushFront(arrayFilter((sum, last) -> last, arrayCumSum(ordered.2), is_last), 0)))
                )
            ) as parts
        from visits
    ),
    figures as
    (
        select
            part.1 as combination,
            sum(part.2) as total_views,
            uniqExact(session) as visitors,
            count() as visits,
            countIf(is_bounce and only_view = part.1) as bounces,
            sum(part.3) as total_time
        from parts
        array join parts as part
        group by combination
    )
select any_path, any_event_name, total_views, visitors, visits, bounces, total_time
from figures
inner join combinations using combination
order by visitors desc, total_views desc, any_path, any_event_name
limit {longest:UInt32}

-- end = 1761951599999
-- end_day = 20392
-- longest = 500
-- start = 1759269600000
-- start_day = 20361
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
