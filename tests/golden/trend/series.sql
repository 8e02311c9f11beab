-- One series of each kind, over weeks.

with
    buckets as
    (
        select toInt64(toInt32(toMonday(toDate(created_at, {zone:String})))) as bucket, countStateIf((event_type = 1 and path = {series0:String})) as state0, uniqExactStateIf(session_id, true) as state1, sumStateIf(toDecimal256(if(has(revenue_currencies, {currency:String}), arraySum(arrayMap((code, amount) -> if(code = {currency:String}, toDecimal256(amount, 4), toDecimal256(0, 4)), revenue_currencies, revenue_amounts)), null), 20), (event_type = 2 and event_name = {series2:String})) as state2, countStateIf(if(has(revenue_currencies, {currency:String}), arraySum(arrayMap((code, amount) -> if(code = {currency:String}, toDecimal256(amount, 4), toDecimal256(0, 4)), revenue_currencies, revenue_amounts)), null), (event_type = 2 and event_name = {series2:String})) as seen2, groupArrayStateIf(if(property_types[indexOf(property_names, {series3_property:String})] in (1, 2), toDecimal256OrNull(extract(property_values[indexOf(property_names, {series3_property:String})], '^\s*([+-]?[0-9]+(?:\.[0-9]+)?)\s*$'), 38), null), (event_type = 2 and event_name = {series3:String})) as state3, countStateIf(if(property_types[indexOf(property_names, {series3_property:String})] in (1, 2), toDecimal256OrNull(extract(property_values[indexOf(property_names, {series3_property:String})], '^\s*([+-]?[0-9]+(?:\.[0-9]+)?)\s*$'), 38), null), (event_type = 2 and event_name = {series3:String})) as seen3
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and ((event_type = 1 and path = {series0:String}) or true or (event_type = 2 and event_name = {series2:String}) or (event_type = 2 and event_name = {series3:String}))
        group by bucket
    )
select 0 as place, '' as name, bucket, 0 as is_of_group, grouping(bucket) as is_total, countMerge(state0) as value0, uniqExactMerge(state1) as value1, if(countMerge(seen2) = 0, null, sumMerge(state2) / greatest(countMerge(seen2), 1)) as value2, if(countMerge(seen3) = 0, null, arraySort(groupArrayMerge(state3))[intDiv(length(arraySort(groupArrayMerge(state3))) * 90 + 99, 100)]) as value3
from buckets
group by grouping sets ((bucket), ())

-- currency = 'USD'
-- end = 1761951599999
-- end_day = 20392
-- series0 = '/'
-- series2 = 'purchase'
-- series3 = 'purchase'
-- series3_property = 'seats'
-- start = 1759269600000
-- start_day = 20361
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
-- zone = 'Europe/Berlin'
