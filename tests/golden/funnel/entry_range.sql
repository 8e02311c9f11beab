-- Those who begin in the range and go on later, and those who still may.

with
    candidates as
    (
        select session_id, toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (bitShiftLeft(toUInt8(((event_type = 1 and path = {step0:String}) and created_at <= fromUnixTimestamp64Milli({range_end:Int64}, 'UTC'))), 0) + bitShiftLeft(toUInt8((event_type = 2 and event_name = {step1:String})), 1)) as event
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and (((event_type = 1 and path = {step0:String}) and created_at <= fromUnixTimestamp64Milli({range_end:Int64}, 'UTC')) or (event_type = 2 and event_name = {step1:String}))
    ),
    visitors as
    (
        select
            arraySort(groupArray(event)) as events,
            arrayMap(event -> toUInt64(event), events) as steps,
            arrayMap(event -> toInt64(bitShiftRight(event, 192)), events) as times,
            arrayMap(step -> bitTest(step, 0), steps) as reached_1,
            arrayPopBack(arrayFill((time, reached) -> reached, arrayPushFront(times, -1000000000000000000), arrayPushFront(reached_1, 1))) as end_1, arrayMap((step, time, end) -> bitTest(step, 1) and time - end <= {window:Int64}, steps, times, end_1) as reached_2
        from candidates
        group by session_id
    ),
    chains as
    (
        select
            *,
            arrayLastIndex(reached -> reached, reached_1) as last_1
        from visitors
    )
select [countIf(has(reached_1, 1)), countIf(has(reached_2, 1))] as visitors, [toUInt64(0), countIf(last_1 > 0 and not has(reached_2, 1) and times[last_1] + {window:Int64} > {until:Int64})] as pending
from chains

-- end = 1767221999999
-- end_day = 20453
-- range_end = 1761951599999
-- start = 1759269600000
-- start_day = 20361
-- step0 = '/'
-- step1 = 'purchase'
-- until = 1767221999999
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
-- window = 2592000000
