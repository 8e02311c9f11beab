-- The last touch before an event, weighed by revenue; a filter holds for conversions only.

with
    conversions as
    (
        select session_id, max(bitOr(bitShiftLeft(bitOr(bitShiftLeft(toUInt256(toUnixTimestamp64Milli(created_at)), 128), toUInt256(toUInt128(event_id))), 64), toUInt256(0))) as converted_at, sum(arraySum(arrayMap((code, amount) -> if(code = {currency:String}, toDecimal256(amount, 4), toDecimal256(0, 4)), revenue_currencies, revenue_amounts))) as revenue
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and event_type in (1, 2)
            and country in {filter_0_0_0:Array(String)}
            and (event_type = 2 and event_name = {step:String})
        group by session_id
    ),
    -- All of the converting visitors' touches, whatever the filters: the credited one of each.
    touches as
    (
        select session_id, any(revenue) as revenue, argMax([if((referrer != '' and if(startsWith(referrer, 'www.'), substring(referrer, 5), referrer) != if(startsWith(hostname, 'www.'), substring(hostname, 5), hostname)), toString(referrer), ''), multiIf(gclid != '', 'Google Ads', fbclid != '', 'Facebook / Meta', msclkid != '', 'Microsoft Ads', ttclid != '', 'TikTok Ads', li_fat_id != '', 'LinkedIn Ads', twclid != '', 'Twitter Ads (X)', ''), toString(utm_source), toString(utm_medium), toString(utm_campaign), toString(utm_content), toString(utm_term)], moment) as source
        from (select *, bitOr(bitShiftLeft(bitOr(bitShiftLeft(toUInt256(toUnixTimestamp64Milli(created_at)), 128), toUInt256(toUInt128(event_id))), 64), toUInt256(0)) as moment from events where website_id = {website:UUID} and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC') and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC') and event_type in (1, 2) and ((referrer != '' and if(startsWith(referrer, 'www.'), substring(referrer, 5), referrer) != if(startsWith(hostname, 'www.'), substring(hostname, 5), hostname)) or utm_source != '' or utm_medium != '' or utm_campaign != '' or utm_content != '' or utm_term != '' or gclid != '' or fbclid != '' or msclkid != '' or ttclid != '' or li_fat_id != '' or twclid != '')) as candidates
        inner join conversions using session_id
        where moment <= converted_at
        group by session_id
    ),
    worths as (select source, revenue as worth from touches)
select list, name, value, 0 as sessions, 0 as visits
from
(
    select list, name, sum(worth) as value
    from worths
    array join {lists:Array(String)} as list, source as name
    where name != ''
    group by list, name
    having value != 0
    order by list, value desc, name
    limit {longest:UInt32} by list
)
union all
select 'total' as list, '' as name, toDecimal256(count(), 4) as value,
    uniqExact(session_id) as sessions, uniqExact(visit_id) as visits
from events
where website_id = {website:UUID}
    and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
    and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
    and event_type in (1, 2)
    and country in {filter_0_0_0:Array(String)}
    and (event_type = 2 and event_name = {step:String})

-- currency = 'USD'
-- end = 1761951599999
-- filter_0_0_0 = ('US',)
-- lists = ('referrer', 'paidAds', 'utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'utm_term')
-- longest = 20
-- start = 1759269600000
-- step = 'purchase'
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
