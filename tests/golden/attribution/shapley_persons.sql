-- The different names of a person's touches share the credit alike.

with
    -- What counts of the visitors who converted: conversions, touches, and sales.
    -- Touches and sales count whatever the filters.
    candidates as
    (
        select
            if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person))) as visitor,
            visit_id,
            true and (event_type = 2 and event_name = {step:String}) as is_conversion,
            ((referrer != '' and if(startsWith(referrer, 'www.'), substring(referrer, 5), referrer) != if(startsWith(hostname, 'www.'), substring(hostname, 5), hostname)) or utm_source != '' or utm_medium != '' or utm_campaign != '' or utm_content != '' or utm_term != '' or gclid != '' or fbclid != '' or msclkid != '' or ttclid != '' or li_fat_id != '' or twclid != '') as is_touch,
            toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (0) as moment,
            [if((referrer != '' and if(startsWith(referrer, 'www.'), substring(referrer, 5), referrer) != if(startsWith(hostname, 'www.'), substring(hostname, 5), hostname)), toString(referrer), ''), multiIf(gclid != '', {ad_gclid:String}, fbclid != '', {ad_fbclid:String}, msclkid != '', {ad_msclkid:String}, ttclid != '', {ad_ttclid:String}, li_fat_id != '', {ad_li_fat_id:String}, twclid != '', {ad_twclid:String}, ''), toString(utm_source), toString(utm_medium), toString(utm_campaign), toString(utm_content), toString(utm_term)] as source,
            toDecimal256(0, 4) as worth
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
           
                and if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person))) global in (select if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person))) from
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
     and (event_type = 2 and event_name = {step:String}))
            and (is_conversion or is_touch or worth != 0)
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
            toDecimal256(1, 4) as worth
        from candidates
        group by visitor
    ),
    -- Of each conversion and list, the names and what they weigh. `total` is a list with one name.
    weighed as
    (
        select
            list,
            conversions,
            visits,
            worth,
            arrayMap(touch -> touch.2[number], touches) as names_of_touches,
            if(number = 0, [''], arrayDistinct(arrayFilter(name -> name != '', names_of_touches))) as names,
            if(number = 0, [1.], arrayMap(name -> 1., names)) as weights,
            arraySum(weights) as whole
        from visitors
        array join
            arrayPushFront({lists:Array(String)}, 'total') as list,
            range({number_of_lists:UInt8} + 1) as number
    ),
    credits as
    (
        select
            list,
            name,
            sum(toDecimal256(weight / whole, 20) * worth) as value,
            sumIf(conversions, list = 'total') as events,
            countIf(list = 'total') as sessions,
            uniqExactMergeIf(visits, list = 'total') as total_visits
        from weighed
        array join names as name, weights as weight
        group by list, name
        having abs(value) >= toDecimal256({least:String}, 24) or list = 'total'
    ),
    -- Values closer than the least difference are ties.
    compared as
    (
        select
            *,
            lagInFrame(value, 1, value) over
            (
                partition by list order by value desc rows between 1 preceding and current row
            ) - value >= toDecimal256({least:String}, 24) as is_less
        from credits
    )
select
    list,
    name,
    value,
    events,
    sessions,
    total_visits,
    sum(is_less) over
    (
        partition by list order by value desc rows between unbounded preceding and current row
    ) as place
from compared
order by list, place, name
limit {longest:UInt32} by list

-- ad_fbclid = 'Facebook / Meta'
-- ad_gclid = 'Google Ads'
-- ad_li_fat_id = 'LinkedIn Ads'
-- ad_msclkid = 'Microsoft Ads'
-- ad_ttclid = 'TikTok Ads'
-- ad_twclid = 'Twitter Ads (X)'
-- end = 1761951599999
-- end_day = 20392
-- least = '0.000000001'
-- lists = ('referrer', 'paidAds', 'utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'utm_term')
-- longest = 20
-- number_of_lists = 7
-- start = 1759269600000
-- start_day = 20361
-- step = 'purchase'
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
