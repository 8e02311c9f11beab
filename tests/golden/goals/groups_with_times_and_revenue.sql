-- Groups by the country of the first event: figures of each, merged for the others and for all.

with
    -- Of each visitor: a bit for each goal that it reached, and what the options look at.
    visitors as
    (
        select
            argMin(toString(country), toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (0)) as name,
            groupBitOr(bitShiftLeft(toUInt32(((event_type = 2 and event_name = {goal0_0:String}) or (event_type = 1 and path = {goal0_1:String}))), 0) + bitShiftLeft(toUInt32((true and ifNull(if(property_types[indexOf(property_names, {goal1_filter0:String})] in (1, 2), toDecimal256OrNull(extract(property_values[indexOf(property_names, {goal1_filter0:String})], '^\s*([+-]?[0-9]+(?:\.[0-9]+)?)\s*$'), 38), null) >= toDecimal256({goal1_filter0_value:String}, 38), false))), 1)) as reached,
            [sumIf(arraySum(arrayMap((code, amount) -> if(code = {currency:String}, toDecimal256(amount, 4), toDecimal256(0, 4)), revenue_currencies, revenue_amounts)), ((event_type = 2 and event_name = {goal0_0:String}) or (event_type = 1 and path = {goal0_1:String}))), sumIf(arraySum(arrayMap((code, amount) -> if(code = {currency:String}, toDecimal256(amount, 4), toDecimal256(0, 4)), revenue_currencies, revenue_amounts)), (true and ifNull(if(property_types[indexOf(property_names, {goal1_filter0:String})] in (1, 2), toDecimal256OrNull(extract(property_values[indexOf(property_names, {goal1_filter0:String})], '^\s*([+-]?[0-9]+(?:\.[0-9]+)?)\s*$'), 38), null) >= toDecimal256({goal1_filter0_value:String}, 38), false)))] as earned,
            arrayMap(reached_at -> reached_at - min(toUnixTimestamp64Milli(created_at)), [minIf(toUnixTimestamp64Milli(created_at), ((event_type = 2 and event_name = {goal0_0:String}) or (event_type = 1 and path = {goal0_1:String}))), minIf(toUnixTimestamp64Milli(created_at), (true and ifNull(if(property_types[indexOf(property_names, {goal1_filter0:String})] in (1, 2), toDecimal256OrNull(extract(property_values[indexOf(property_names, {goal1_filter0:String})], '^\s*([+-]?[0-9]+(?:\.[0-9]+)?)\s*$'), 38), null) >= toDecimal256({goal1_filter0_value:String}, 38), false)))]) as waits
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
        group by if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person)))
    ),
    groups as
    (
        select
            name, count() as total,
            [countIf(bitTest(reached, 0)), countIf(bitTest(reached, 1))] as nums,
            sumForEach(earned) as revenue,
            [groupArrayIf(waits[1], bitTest(reached, 0)), groupArrayIf(waits[2], bitTest(reached, 1))] as taken
        from visitors
        group by name
    ),
    ranked as
    (
        select *, row_number() over (order by total desc, name) as rank
        from groups
    ),
    -- Each group counts in its own row, or in that of the others, and in that of everyone.
    figures as
    (
        select
            place, any(name) as name, sum(total) as total,
            sumForEach(nums) as nums,
            sumForEach(revenue) as revenue,
            groupArrayArrayForEach(taken) as taken
        from ranked
        array join [0, least(rank, {others:UInt64})] as place
        group by place
    )
select
    place, name, total,
    nums,
    revenue,
    arrayMap(waits -> arraySort(waits), taken) as ordered, arrayMap(waits -> arraySum(waits), ordered) as sums, arrayMap(waits -> waits[intDiv(length(waits) * 50 + 99, 100)], ordered) as medians, arrayMap(waits -> waits[intDiv(length(waits) * 90 + 99, 100)], ordered) as p90s
from figures
order by place

-- currency = 'USD'
-- end = 1761951599999
-- end_day = 20392
-- goal0_0 = 'purchase'
-- goal0_1 = '/thanks'
-- goal1_filter0 = 'seats'
-- goal1_filter0_value = '5.00000000000000000000000000000000000000'
-- others = 6
-- start = 1759269600000
-- start_day = 20361
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
