-- Conditions on the data of an event, and a pattern; filters hold for all steps.

with
    candidates as
    (
        select session_id, toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (bitShiftLeft(toUInt8((event_type = 1 and path like {step0:String})), 0) + bitShiftLeft(toUInt8(((event_type = 2 and event_name = {step1:String}) and has(property_names, {step1_filter0:String}) and property_values[indexOf(property_names, {step1_filter0:String})] in {step1_filter0_value:Array(String)} and has(property_names, {step1_filter1:String}) and positionCaseInsensitiveUTF8(property_values[indexOf(property_names, {step1_filter1:String})], {step1_filter1_value:String}) = 0)), 1)) as event
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and device in {filter_0_0_0:Array(String)}
            and ((event_type = 1 and path like {step0:String}) or ((event_type = 2 and event_name = {step1:String}) and has(property_names, {step1_filter0:String}) and property_values[indexOf(property_names, {step1_filter0:String})] in {step1_filter0_value:Array(String)} and has(property_names, {step1_filter1:String}) and positionCaseInsensitiveUTF8(property_values[indexOf(property_names, {step1_filter1:String})], {step1_filter1_value:String}) = 0))
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
    )
select [countIf(has(reached_1, 1)), countIf(has(reached_2, 1))] as visitors
from visitors

-- end = 1761951599999
-- end_day = 20392
-- filter_0_0_0 = ('mobile',)
-- start = 1759269600000
-- start_day = 20361
-- step0 = '/shop/%'
-- step1 = 'purchase'
-- step1_filter0 = 'plan'
-- step1_filter0_value = ('pro',)
-- step1_filter1 = 'note'
-- step1_filter1_value = 'test'
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
-- window = 2592000000
