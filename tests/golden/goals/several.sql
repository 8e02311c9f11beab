-- Two goals, each visitor a number with a bit for each.

with
    -- Of each visitor: a bit for each goal that it reached, and what the options look at.
    visitors as
    (
        select
            groupBitOr(bitShiftLeft(toUInt32(((event_type = 2 and event_name = {goal0_0:String}) or (event_type = 1 and path = {goal0_1:String}))), 0) + bitShiftLeft(toUInt32((true and ifNull(if(property_types[indexOf(property_names, {goal1_filter0:String})] in (1, 2), toDecimal256OrNull(extract(property_values[indexOf(property_names, {goal1_filter0:String})], '^\s*([+-]?[0-9]+(?:\.[0-9]+)?)\s*$'), 38), null) >= toDecimal256({goal1_filter0_value:String}, 38), false))), 1)) as reached
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
        group by session_id
    ),
    figures as
    (
        select
            0 as place, '' as name, count() as total,
            [countIf(bitTest(reached, 0)), countIf(bitTest(reached, 1))] as nums
        from visitors
    )
select
    place, name, total,
    nums
from figures
order by place

-- end = 1761951599999
-- end_day = 20392
-- goal0_0 = 'purchase'
-- goal0_1 = '/thanks'
-- goal1_filter0 = 'seats'
-- goal1_filter0_value = '5.00000000000000000000000000000000000000'
-- start = 1759269600000
-- start_day = 20361
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
