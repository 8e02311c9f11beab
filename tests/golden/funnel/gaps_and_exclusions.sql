-- A step an hour after the one before at least, all within a day, without a refund between.

with
    candidates as
    (
        select session_id, toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (bitShiftLeft(toUInt8((event_type = 1 and path = {step0:String})), 0) + bitShiftLeft(toUInt8((event_type = 2 and event_name = {step1:String})), 1) + bitShiftLeft(toUInt8((event_type = 2 and event_name = {step2:String})), 2) + if((event_type = 2 and event_name = {exclusion0:String}), 512, 0)) as event
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and ((event_type = 1 and path = {step0:String}) or (event_type = 2 and event_name = {step1:String}) or (event_type = 2 and event_name = {step2:String}) or (event_type = 2 and event_name = {exclusion0:String}))
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
            arrayPopBack(arrayFill((first, reached) -> reached, arrayPushFront(times, -1000000000000000000), arrayPushFront(reached_1, 1))) as first_1,
            arrayMap((step, time, end, first) -> bitTest(step, 1) and time - end <= {window:Int64} and time - first <= {total_window:Int64}, steps, times, end_1, first_1) as reached_2
        from visitors
    ),
    reaching_3 as
    (
        select
            *,
            arrayPushFront(arraySort(arrayConcat(arrayFilter((end, reached) -> reached, arrayMap((end, place, first) -> (end + {at_least_3:Int64}, 0, end, place, first), times, places, first_1), reached_2), arrayMap((end, place, first) -> (end, 1, end, place, first), times, places, first_1))), (toInt64(-1000000000000000000), 0, -1000000000000000000, 0, -1000000000000000000)) as merged_2,
            arrayFilter((end, item) -> item.2 = 1, arrayFill(item -> item.2 = 0, merged_2), merged_2) as latest_2,
            arrayMap(item -> item.3, latest_2) as end_2,
            arrayMap(item -> item.4, latest_2) as place_2,
            arrayMap(item -> item.5, latest_2) as first_2,
            arrayPopBack(arrayFill((place, step) -> bitTest(step, 9), arrayPushFront(places, 0), arrayPushFront(steps, 0))) as excluded_2,
            arrayMap((step, time, end, end_place, excluded, first) -> bitTest(step, 2) and time - end <= {window_3:Int64} and end_place >= excluded and time - first <= {total_window:Int64}, steps, times, end_2, place_2, excluded_2, first_2) as reached_3
        from reaching_2
    )
select [countIf(has(reached_1, 1)), countIf(has(reached_2, 1)), countIf(has(reached_3, 1))] as visitors
from reaching_3

-- at_least_3 = 3600000
-- end = 1761951599999
-- end_day = 20392
-- exclusion0 = 'refund'
-- start = 1759269600000
-- start_day = 20361
-- step0 = '/'
-- step1 = 'purchase'
-- step2 = 'purchase'
-- total_window = 86400000
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
-- window = 7200000
-- window_3 = 10800000
