-- Touches up to a month before the first conversion share its credit by their age; with channels.

with
    -- What counts of the visitors who converted: conversions, touches, and sales.
    -- Touches and sales count whatever the filters.
    candidates as
    (
        select
            session_id,
            visit_id,
            website_id = {website:UUID}
                and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
                and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
                and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
                and event_type in (1, 2)
                and country in {filter_0_0_0:Array(String)}
                and ((event_type = 2 and event_name = {step_0:String}) or (event_type = 1 and path like {step_1:String})) as is_conversion,
            ((referrer != '' and if(startsWith(referrer, 'www.'), substring(referrer, 5), referrer) != if(startsWith(hostname, 'www.'), substring(hostname, 5), hostname)) or utm_source != '' or utm_medium != '' or utm_campaign != '' or utm_content != '' or utm_term != '' or gclid != '' or fbclid != '' or msclkid != '' or ttclid != '' or li_fat_id != '' or twclid != '') as is_touch,
            toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (0) as moment,
            [if((referrer != '' and if(startsWith(referrer, 'www.'), substring(referrer, 5), referrer) != if(startsWith(hostname, 'www.'), substring(hostname, 5), hostname)), toString(referrer), ''), multiIf(gclid != '', {ad_gclid:String}, fbclid != '', {ad_fbclid:String}, msclkid != '', {ad_msclkid:String}, ttclid != '', {ad_ttclid:String}, li_fat_id != '', {ad_li_fat_id:String}, twclid != '', {ad_twclid:String}, ''), toString(utm_source), toString(utm_medium), toString(utm_campaign), toString(utm_content), toString(utm_term), if(is_touch,
multiIf(
    referrer = '' and query = '', 'direct',
    multiSearchAny(lowerUTF8(query), {paid_parameters:Array(String)}), 'paidAds',
    multiSearchAny(lowerUTF8(utm_medium), ['referral', 'app', 'link']), 'referral',
    position(lowerUTF8(utm_medium), 'affiliate') > 0, 'affiliate',
    position(lowerUTF8(utm_medium), 'sms') > 0 or position(lowerUTF8(utm_source), 'sms') > 0, 'sms',
    multiSearchAny(concat('.', lowerUTF8(referrer), '|'), {search_hosts:Array(String)})
        or position(lowerUTF8(utm_medium), 'organic') > 0, concat(if(startsWith(lowerUTF8(utm_medium), 'p') or multiSearchAny(lowerUTF8(utm_medium), ['ppc', 'retargeting', 'paid']), 'paid', 'organic'), 'Search'),
    multiSearchAny(concat('.', lowerUTF8(referrer), '|'), {social_hosts:Array(String)}), concat(if(startsWith(lowerUTF8(utm_medium), 'p') or multiSearchAny(lowerUTF8(utm_medium), ['ppc', 'retargeting', 'paid']), 'paid', 'organic'), 'Social'),
    multiSearchAny(concat('.', lowerUTF8(referrer), '|'), {email_hosts:Array(String)})
        or position(lowerUTF8(utm_medium), 'mail') > 0, 'email',
    multiSearchAny(concat('.', lowerUTF8(referrer), '|'), {shopping_hosts:Array(String)})
        or position(lowerUTF8(utm_medium), 'shop') > 0, concat(if(startsWith(lowerUTF8(utm_medium), 'p') or multiSearchAny(lowerUTF8(utm_medium), ['ppc', 'retargeting', 'paid']), 'paid', 'organic'), 'Shopping'),
    multiSearchAny(concat('.', lowerUTF8(referrer), '|'), {video_hosts:Array(String)})
        or position(lowerUTF8(utm_medium), 'video') > 0, concat(if(startsWith(lowerUTF8(utm_medium), 'p') or multiSearchAny(lowerUTF8(utm_medium), ['ppc', 'retargeting', 'paid']), 'paid', 'organic'), 'Video'),
    (referrer != '' and if(startsWith(referrer, 'www.'), substring(referrer, 5), referrer) != if(startsWith(hostname, 'www.'), substring(hostname, 5), hostname)), 'referral',
    '')
, '')] as source,
            toDecimal256(0, 4) as worth
        from events
        prewhere website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({reading_start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({reading_end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({reading_start_day:UInt16}) and toDate(created_at) <= toDate({reading_end_day:UInt16}))
            and event_type in (1, 2)
           
                and session_id in (select session_id from events where website_id = {website:UUID} and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC') and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC') and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16})) and event_type in (1, 2) and country in {filter_0_0_0:Array(String)} and ((event_type = 2 and event_name = {step_0:String}) or (event_type = 1 and path like {step_1:String})))
        where is_conversion or is_touch or worth != 0
    ),
    visitors as
    (
        select
            countIf(is_conversion) as conversions,
            uniqExactStateIf(visit_id, is_conversion) as visits,
            minIf(moment, is_conversion) as converted_at,
            arraySort(
                touch -> touch.1,
                arrayFilter(
                    touch -> touch.1 <= converted_at
                        and toInt64(bitShiftRight(converted_at, 192)) - toInt64(bitShiftRight(touch.1, 192)) <= {lookback:Int64},
                    groupArrayIf((moment, source), is_touch)
                )
            ) as touches,
            toDecimal256(1, 4) as worth
        from candidates
        group by session_id
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
            if(number = 0, [''], arrayFilter(name -> name != '', names_of_touches)) as names,
            if(number = 0, [1.], arrayFilter((weight, name) -> name != '', arrayMap(touch -> exp2((toInt64(bitShiftRight(touch.1, 192)) - toInt64(bitShiftRight(arrayLast(touch -> touch.2[number] != '', touches).1, 192))) / {half_life:Float64}), touches), names_of_touches)) as weights,
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
-- email_hosts = ('.gmail.', '.hotmail.', '.mail.yahoo.', '.outlook.', '.proton.me|', '.protonmail.')
-- end = 1761951599999
-- end_day = 20392
-- filter_0_0_0 = ('US',)
-- half_life = 604800000.0
-- least = '0.000000001'
-- lists = ('referrer', 'paidAds', 'utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'utm_term', 'channel')
-- longest = 20
-- lookback = 2592000000
-- number_of_lists = 8
-- paid_parameters = ('ad_id=', 'aid=', 'dclid=', 'epik=', 'fbclid=', 'gclid=', 'li_fat_id=', 'msclkid=', 'ob_click_id=', 'pc_id=', 'rdt_cid=', 'scid=', 'ttclid=', 'twclid=', 'utm_medium=cpc', 'utm_medium=paid', 'utm_source=google')
-- reading_end = 1761951599999
-- reading_end_day = 20392
-- reading_start = 1756677600000
-- reading_start_day = 20331
-- search_hosts = ('.baidu.com|', '.bing.com|', '.chatgpt.com|', '.duckduckgo.com|', '.ecosia.org|', '.google.', '.msn.com|', '.perplexity.ai|', '.search.brave.com|', '.yandex.')
-- shopping_hosts = ('.alibaba.com|', '.aliexpress.com|', '.amazon.', '.bestbuy.com|', '.ebay.com|', '.etsy.com|', '.newegg.com|', '.target.com|', '.walmart.com|')
-- social_hosts = ('.bsky.app|', '.facebook.com|', '.fb.com|', '.ig.com|', '.instagram.com|', '.linkedin.', '.news.ycombinator.com|', '.pinterest.', '.reddit.', '.snapchat.', '.t.co|', '.threads.net|', '.tiktok.', '.twitter.com|', '.x.com|')
-- start = 1759269600000
-- start_day = 20361
-- step_0 = 'purchase'
-- step_1 = '/thanks%'
-- video_hosts = ('.twitch.', '.youtube.')
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
