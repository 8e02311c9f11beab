-- The last touch before an event, weighed by revenue; a filter holds for conversions only.

with
    -- What counts of the visitors who converted: conversions, touches, and sales.
    -- Touches and sales count whatever the filters.
    candidates as
    (
        select
            session_id,
            visit_id,
            country in {filter_0_0_0:Array(String)}
                and (event_type = 2 and event_name = {step:String}) as is_conversion,
            ((referrer != '' and if(startsWith(referrer, 'www.'), substring(referrer, 5), referrer) != if(startsWith(hostname, 'www.'), substring(hostname, 5), hostname)) or utm_source != '' or utm_medium != '' or utm_campaign != '' or utm_content != '' or utm_term != '' or gclid != '' or fbclid != '' or msclkid != '' or ttclid != '' or li_fat_id != '' or twclid != '') as is_touch,
            toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (0) as moment,
            [if((referrer != '' and if(startsWith(referrer, 'www.'), substring(referrer, 5), referrer) != if(startsWith(hostname, 'www.'), substring(hostname, 5), hostname)), toString(referrer), ''), multiIf(gclid != '', {ad_gclid:String}, fbclid != '', {ad_fbclid:String}, msclkid != '', {ad_msclkid:String}, ttclid != '', {ad_ttclid:String}, li_fat_id != '', {ad_li_fat_id:String}, twclid != '', {ad_twclid:String}, ''), toString(utm_source), toString(utm_medium), toString(utm_campaign), toString(utm_content), toString(utm_term)] as source,
            if(is_conversion, arraySum(arrayMap((code, amount) -> if(code = {currency:String}, toDecimal256(amount, 4), toDecimal256(0, 4)), revenue_currencies, revenue_amounts)), toDecimal256(0, 4)) as worth
        from events
        prewhere website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
           
                and session_id in (select session_id from events where website_id = {website:UUID} and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC') and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC') and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16})) and event_type in (1, 2) and country in {filter_0_0_0:Array(String)} and (event_type = 2 and event_name = {step:String}))
        where is_conversion or is_touch or worth != 0
    ),
    visitors as
    (
        select
            countIf(is_conversion) as conversions,
            uniqExactStateIf(visit_id, is_conversion) as visits,
            maxIf(moment, is_conversion) as converted_at,
            arraySort(
                touch -> touch.1,
                arrayFilter(
                    touch -> touch.1 <= converted_at,
                    groupArrayIf((moment, source), is_touch)
                )
            ) as touches,
            sum(worth) as worth
        from candidates
        group by session_id
    )
select
    entry.1 as list,
    entry.2 as name,
    sum(worth) as value,
    sumIf(conversions, list = 'total') as events,
    countIf(list = 'total') as sessions,
    uniqExactMergeIf(visits, list = 'total') as total_visits
from visitors
array join arrayConcat(
    [('total', '')],
    arrayFilter(
        source -> source.2 != '',
        arrayZip({lists:Array(String)}, arrayResize(touches[-1].2, {number_of_lists:UInt8}))
    )
) as entry
group by list, name
having value != 0 or list = 'total'
order by list, value desc, name
limit {longest:UInt32} by list

-- ad_fbclid = 'Facebook / Meta'
-- ad_gclid = 'Google Ads'
-- ad_li_fat_id = 'LinkedIn Ads'
-- ad_msclkid = 'Microsoft Ads'
-- ad_ttclid = 'TikTok Ads'
-- ad_twclid = 'Twitter Ads (X)'
-- currency = 'USD'
-- end = 1761951599999
-- end_day = 20392
-- filter_0_0_0 = ('US',)
-- lists = ('referrer', 'paidAds', 'utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'utm_term')
-- longest = 20
-- number_of_lists = 7
-- start = 1759269600000
-- start_day = 20361
-- step = 'purchase'
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
