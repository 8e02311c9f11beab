-- Persons by the source of their first step, and what they spent.

with
    candidates as
    (
        select if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person))) as visitor, toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (bitShiftLeft(toUInt8((event_type = 1 and path = {step0:String})), 0) + bitShiftLeft(toUInt8((event_type = 2 and event_name = {step1:String})), 1)) as event, toString(utm_source) as value, arraySum(arrayMap((code, amount) -> if(code = {currency:String}, toDecimal256(amount, 4), toDecimal256(0, 4)), revenue_currencies, revenue_amounts)) as amount
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
            and ((event_type = 1 and path = {step0:String}) or (event_type = 2 and event_name = {step1:String}))
    ),
    visitors as
    (
        select
            arraySort(groupArray(event)) as events,
            arrayMap(event -> toUInt64(event), events) as steps,
            arrayMap(event -> toInt64(bitShiftRight(event, 192)), events) as times,
            arrayEnumerate(events) as places,
            arrayMap(step -> bitTest(step, 0), steps) as reached_1,
            groupArrayIf(event, bitTest(toUInt64(event), 0)) as firsts,
            groupArrayIf(value, bitTest(toUInt64(event), 0)) as first_values,
            groupArrayIf(event, amount != 0) as earning,
            groupArrayIf(amount, amount != 0) as amounts
        from candidates
        group by visitor
    ),
    reaching_2 as
    (
        select
            *,
            arrayPopBack(arrayFill((time, reached) -> reached, arrayPushFront(times, -1000000000000000000), arrayPushFront(reached_1, 1))) as end_1,
            arrayPopBack(arrayFill((place, reached) -> reached, arrayPushFront(places, 0), arrayPushFront(reached_1, 1))) as place_1,
            arrayMap((step, time, end) -> bitTest(step, 1) and time - end <= {window:Int64}, steps, times, end_1) as reached_2
        from visitors
    ),
    chains as
    (
        select
            *,
            indexOf(reached_2, 1) as at_2,
            if(at_2 > 0, place_1[at_2], indexOf(reached_1, 1)) as at_1,
            first_values[indexOf(firsts, events[at_1])] as entry_value
        from reaching_2
    )
select shown_part as part, shown_name as name, bucket, sumForEach(visitors) as visitors, sumForEach(revenue) as revenue
from
(
    select
        *,
        row_number() over (partition by part order by visitors[1] desc, name) as rank,
        if(part = 'group' and rank > {limit:UInt8}, 'other', part) as shown_part,
        if(shown_part = 'other', '', name) as shown_name
    from (select counted.1 as part, counted.2 as name, counted.3 as bucket, [countIf(has(reached_1, 1)), countIf(has(reached_2, 1))] as visitors, [sum(amounts[indexOf(earning, events[at_1])]), sum(amounts[indexOf(earning, events[at_2])])] as revenue
from chains
array join [('rows', '', toInt64(0)), ('group', entry_value, toInt64(0))] as counted
where has(reached_1, 1)
group by counted)
)
group by shown_part, shown_name, bucket

-- currency = 'USD'
-- end = 1761951599999
-- end_day = 20392
-- limit = 5
-- start = 1759269600000
-- start_day = 20361
-- step0 = '/'
-- step1 = 'purchase'
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
-- window = 2592000000
