-- Nothing between the steps; times from step to step, by the week of the first.

with
    candidates as
    (
        select session_id, toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (bitShiftLeft(toUInt8((event_type = 1 and path = {step0:String})), 0) + bitShiftLeft(toUInt8((event_type = 2 and event_name = {step1:String})), 1)) as event
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
    ),
    visitors as
    (
        select
            arraySort(groupArray(event)) as events,
            arrayMap(event -> toUInt64(event), events) as steps,
            arrayMap(event -> toInt64(bitShiftRight(event, 192)), events) as times,
            arrayEnumerate(events) as places,
            arrayMap(step -> bitTest(step, 0), steps) as reached_1
        from candidates
        group by session_id
    ),
    reaching_2 as
    (
        select
            *,
            arrayPopBack(arrayFill((time, reached) -> reached, arrayPushFront(times, -1000000000000000000), arrayPushFront(reached_1, 1))) as end_1,
            arrayPopBack(arrayFill((place, reached) -> reached, arrayPushFront(places, 0), arrayPushFront(reached_1, 1))) as place_1,
            arrayMap((step, time, end, place, end_place) -> bitTest(step, 1) and time - end <= {window:Int64} and end_place = place - 1, steps, times, end_1, places, place_1) as reached_2
        from visitors
    ),
    chains as
    (
        select
            *,
            indexOf(reached_2, 1) as at_2,
            if(at_2 > 0, place_1[at_2], indexOf(reached_1, 1)) as at_1,
            fromUnixTimestamp64Milli(times[at_1], 'UTC') as created_at
        from reaching_2
    )
select part, name, bucket, visitors, [toInt64(length(from_previous_2)), arraySum(from_previous_2), arraySort(from_previous_2)[intDiv(length(arraySort(from_previous_2)) * 50 + 99, 100)], arraySort(from_previous_2)[intDiv(length(arraySort(from_previous_2)) * 90 + 99, 100)]] as from_previous_2, [toInt64(length(from_first_2)), arraySum(from_first_2), arraySort(from_first_2)[intDiv(length(arraySort(from_first_2)) * 50 + 99, 100)], arraySort(from_first_2)[intDiv(length(arraySort(from_first_2)) * 90 + 99, 100)]] as from_first_2, within_2
from (select counted.1 as part, counted.2 as name, counted.3 as bucket, [countIf(has(reached_1, 1)), countIf(has(reached_2, 1))] as visitors, groupArrayIf(times[at_2] - times[at_1], at_2 > 0) as from_previous_2, groupArrayIf(times[at_2] - times[at_1], at_2 > 0) as from_first_2, sumForEachIf(arrayMap(most -> times[at_2] - times[at_1] <= most, {histogram:Array(Int64)}), at_2 > 0) as within_2
from chains
array join [('rows', '', toInt64(0)), ('trend', '', toInt64(toInt64(toInt32(toMonday(toDate(created_at, {zone:String}))))))] as counted
where has(reached_1, 1)
group by counted)

-- end = 1761951599999
-- end_day = 20392
-- histogram = (10000, 30000, 60000, 300000, 1800000, 3600000, 21600000, 86400000, 604800000, 2592000000)
-- start = 1759269600000
-- start_day = 20361
-- step0 = '/'
-- step1 = 'purchase'
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
-- window = 86400000
-- zone = 'Europe/Berlin'
