-- The same of visitors whom a filter leaves, and touches of conversions before the range too.

with
    -- What counts of the visitors who converted: conversions, touches, and sales.
    -- Touches and sales count whatever the filters.
    candidates as
    (
        select
            if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person))) as visitor,
            visit_id,
            website_id = {website:UUID}
                and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
                and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
                and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
                and event_type in (1, 2)
                and country in {filter_0_0_0:Array(String)}
                and (event_type = 2 and event_name = {step:String}) as is_conversion,
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
        and created_at >= fromUnixTimestamp64Milli({reading_start:Int64}, 'UTC')
        and created_at <= fromUnixTimestamp64Milli({reading_end:Int64}, 'UTC')
        and indexHint(toDate(created_at) >= toDate({reading_start_day:UInt16}) and toDate(created_at) <= toDate({reading_end_day:UInt16}))
        and event_type in (1, 2)
        and distinct_id != ''
    group by session_id
) as persons using (session_id)

        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({reading_start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({reading_end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({reading_start_day:UInt16}) and toDate(created_at) <= toDate({reading_end_day:UInt16}))
            and event_type in (1, 2)
           
                and if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person))) global in (select if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person))) from
events
left any join
(
    select session_id, argMax(distinct_id, toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (0)) as person
    from events
    where website_id = {website:UUID}
        and created_at >= fromUnixTimestamp64Milli({reading_start:Int64}, 'UTC')
        and created_at <= fromUnixTimestamp64Milli({reading_end:Int64}, 'UTC')
        and indexHint(toDate(created_at) >= toDate({reading_start_day:UInt16}) and toDate(created_at) <= toDate({reading_end_day:UInt16}))
        and event_type in (1, 2)
        and distinct_id != ''
    group by session_id
) as persons using (session_id)
 where website_id = {website:UUID}
     and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
     and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
     and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
     and event_type in (1, 2)
     and country in {filter_0_0_0:Array(String)})
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
                    touch -> if(conversions = 0, toInt64(bitShiftRight(touch.1, 192)) >= {first:Int64}, touch.1 <= converted_at and toInt64(bitShiftRight(converted_at, 192)) - toInt64(bitShiftRight(touch.1, 192)) <= {lookback:Int64}),
                    groupArrayIf((moment, source), is_touch)
                )
            ) as touches,
            toDecimal256(1, 4) as worth
        from candidates
        group by visitor
    ),
    -- From name to name; an empty one is the start, or the end.
    journeys as
    (
        select
            list,
            conversions,
            visits,
            worth,
            if(
                number = 0,
                [],
                arrayFilter(name -> name != '', arrayMap(touch -> touch.2[number], touches))
            ) as names,
            arrayZip(arrayPushFront(names, ''), arrayPushBack(names, '')) as hops
        from visitors
        array join
            arrayPushFront({lists:Array(String)}, 'total') as list,
            range({number_of_lists:UInt8} + 1) as number
        where if(number = 0, conversions > 0, notEmpty(names))
    ),
    transitions as
    (
        select
            list,
            hop.1 as name,
            hop.2 as target,
            count() as seen,
            countIf(target = '' and conversions > 0) as converted,
            sumIf(worth, target = '' and conversions > 0) as earned,
            sumIf(conversions, list = 'total') as matching,
            uniqExactMergeIf(visits, list = 'total') as matching_visits
        from journeys
        array join hops as hop
        group by list, name, target
    )
select
    list,
    name,
    arraySlice(arraySort(groupArray((target, seen))), 1, {most:UInt32}) as following,
    following.1 as targets,
    following.2 as times,
    sum(earned) as value,
    sum(matching) as events,
    sum(converted) as sessions,
    sum(matching_visits) as total_visits
from transitions
group by list, name
order by list, name
limit {most:UInt32} by list

-- ad_fbclid = 'Facebook / Meta'
-- ad_gclid = 'Google Ads'
-- ad_li_fat_id = 'LinkedIn Ads'
-- ad_msclkid = 'Microsoft Ads'
-- ad_ttclid = 'TikTok Ads'
-- ad_twclid = 'Twitter Ads (X)'
-- end = 1761951599999
-- end_day = 20392
-- filter_0_0_0 = ('US',)
-- first = 1759269600000
-- lists = ('referrer', 'paidAds', 'utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'utm_term')
-- lookback = 604800000
-- most = 1002
-- number_of_lists = 7
-- reading_end = 1761951599999
-- reading_end_day = 20392
-- reading_start = 1758664800000
-- reading_start_day = 20354
-- start = 1759269600000
-- start_day = 20361
-- step = 'purchase'
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
