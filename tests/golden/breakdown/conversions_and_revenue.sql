-- By path, with what the persons of each row did.

with
    -- A combination stands for its values by a hash until its figures are known.
    combinations as
    (
        select any(path) as any_path, cityHash64(path) as combination
        from events
        where website_id = {website:UUID}
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and event_type = 1
        group by combination
    ),
    -- The counted events of each visit in their order: combination, time, and wait for the next one.
    visits as
    (
        select
            any(if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person)))) as session,
            arraySort(groupArray(toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (cityHash64(path)))) as events,
            arrayMap(event -> toUInt64(event), events) as rows,
            arrayMap(event -> toInt64(bitShiftRight(event, 192)), events) as times,
            arrayPushBack(arrayPopFront(arrayDifference(times)), 0) as waits,
            length(rows) as page_views,
            rows[1] as only_view
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
            and event_type = 1
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
    shares as
    (
        select
            part.1 as combination,
            session as visitor,
            sum(part.2) as part_of_views,
            count() as part_of_visits,
            countIf(is_bounce and only_view = part.1) as part_of_bounces,
            sum(part.3) as part_of_time
        from parts
        array join parts as part
        group by combination, visitor
    ),
    -- Of each visitor: a bit for each goal that it reached, and its revenue.
    done as
    (
        select if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person))) as visitor, groupBitOr(bitShiftLeft(toUInt32((event_type = 2 and event_name = {goal0:String})), 0) + bitShiftLeft(toUInt32((event_type = 1 and path = {goal1:String})), 1)) as reached, sum(arraySum(arrayMap((code, amount) -> if(code = {currency:String}, toDecimal256(amount, 4), toDecimal256(0, 4)), revenue_currencies, revenue_amounts))) as earned
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
        group by visitor
    ),
    figures as
    (
        select
            combination,
            sum(part_of_views) as total_views,
            count() as visitors,
            sum(part_of_visits) as visits,
            sum(part_of_bounces) as bounces,
            sum(part_of_time) as total_time,
            [countIf(bitTest(reached, 0)), countIf(bitTest(reached, 1))] as conversions, sum(earned) as revenue
        from shares
        left any join done using visitor
        group by combination
    )
select any_path, total_views, visitors, visits, bounces, total_time, conversions, revenue
from figures
inner join combinations using combination
order by revenue desc, visitors desc, total_views desc, any_path
limit {longest:UInt32}

-- currency = 'USD'
-- end = 1761951599999
-- end_day = 20392
-- goal0 = 'purchase'
-- goal1 = '/pricing'
-- longest = 500
-- start = 1759269600000
-- start_day = 20361
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
