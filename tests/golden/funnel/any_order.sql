-- Steps in any order, each of which is one of two things.

with
    candidates as
    (
        select session_id, toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (bitShiftLeft(toUInt8((event_type = 1 and path = {step0:String})), 0) + bitShiftLeft(toUInt8(((event_type = 2 and event_name = {step1_0:String}) or (event_type = 2 and event_name = {step1_1:String}))), 1)) as event
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and ((event_type = 1 and path = {step0:String}) or ((event_type = 2 and event_name = {step1_0:String}) or (event_type = 2 and event_name = {step1_1:String})))
    ),
    visitors as
    (
        select
            arraySort(groupArray(event)) as events,
            arrayMap(event -> toUInt64(event), events) as steps,
            arrayMap(event -> toInt64(bitShiftRight(event, 192)), events) as times,
            arrayPopFront(arrayFill((time, step) -> bitTest(step, 0), arrayPushFront(times, -1000000000000000000), arrayPushFront(steps, 0))) as latest_1,
            arrayPopFront(arrayFill((time, step) -> bitTest(step, 1), arrayPushFront(times, -1000000000000000000), arrayPushFront(steps, 0))) as latest_2,
            arrayMax(arrayMap((time, latest_1, latest_2) -> (time - latest_1 <= {window:Int64}) + (time - latest_2 <= {window:Int64}), times, latest_1, latest_2)) as depth
        from candidates
        group by session_id
    )
select [countIf(depth >= 1), countIf(depth >= 2)] as visitors
from visitors

-- end = 1761951599999
-- end_day = 20392
-- start = 1759269600000
-- start_day = 20361
-- step0 = '/'
-- step1_0 = 'purchase'
-- step1_1 = 'lease'
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
-- window = 2592000000
