-- By a property, the channel and the entry path of the visit, told of one country.

with
    -- A combination stands for its values by a hash until its figures are known.
    combinations as
    (
        select any(property_values[indexOf(property_names, {property0:String})]) as property0, cityHash64(property_values[indexOf(property_names, {property0:String})]) as combination
        from events
        where website_id = {website:UUID}
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and country in {filter_0_0_0:Array(String)}
            and true
        group by combination
    ),
    -- The counted events of each visit in their order: combination, time, and wait for the next one.
    visits as
    (
        select
            any(session_id) as session, visit_id,
            arraySort(groupArray(toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (cityHash64(property_values[indexOf(property_names, {property0:String})])))) as events,
            arrayMap(event -> toUInt64(event), events) as rows,
            arrayMap(event -> toInt64(bitShiftRight(event, 192)), events) as times,
            arrayPushBack(arrayPopFront(arrayDifference(times)), 0) as waits,
            countIf(event_type = 1) as page_views,
            anyIf(cityHash64(property_values[indexOf(property_names, {property0:String})]), event_type = 1) as only_view
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and country in {filter_0_0_0:Array(String)}
            and true
        group by visit_id
    ),
    origins as
    (
        select * except origin, origin.1 as referrer, origin.2 as query, origin.3 as utm_source,
            origin.4 as utm_medium, origin.5 as hostname
        from (
            select visit_id, argMin((referrer, query, utm_source, utm_medium, hostname), toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (0)) as origin, argMinIf(path, toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (0), event_type = 1 and country in {filter_0_0_0:Array(String)}) as entry_path
            from events
            where website_id = {website:UUID}
                and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
                and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
                and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
                and event_type in (1, 2)
            group by visit_id)
    ),
    facts as
    (
        select *,
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
 as channel
        from origins
    ),
    -- Each visit's combinations; most visits have one, and no need to look for more.
    parts as
    (
        select
            session,
            page_views = 1 as is_bounce,
            only_view,
            -- The events by combination: where a run of one ends, its views and its time are known.
            arraySort(arrayZip(rows, waits)) as ordered,
            arrayMap(
                (row, next) -> row != next,
                ordered.1,
                arrayPushBack(arrayPopFront(ordered.1), bitNot(ordered.1[-1]))
            ) as is_last,
            if(
                arrayMin(rows) = arrayMax(rows),
                [(rows[1], toInt64(length(rows)), times[-1] - times[1])],
                arrayZip(
                    arrayFilter((row, last) -> last, ordered.1, is_last),
                    arrayPopFront(arrayDifference(arrayPushFront(arrayFilter((sum, last) -> last, arrayCumSum(arrayMap(row -> 1, ordered.1)), is_last), 0))),
                    arrayPopFront(arrayDifference(arrayPushFront(arrayFilter((sum, last) -> last, arrayCumSum(ordered.2), is_last), 0)))
                )
            ) as parts, channel, entry_path
        from visits left any join facts using visit_id
    ),
    figures as
    (
        select
            part.1 as combination, channel, entry_path,
            sum(part.2) as total_views,
            uniqExact(session) as visitors,
            count() as visits,
            countIf(is_bounce and only_view = part.1) as bounces,
            sum(part.3) as total_time
        from parts
        array join parts as part
        group by combination, channel, entry_path
    )
select property0, channel, entry_path, total_views, visitors, visits, bounces, total_time
from figures
inner join combinations using combination
order by bounces desc, visitors desc, total_views desc, property0, channel, entry_path
limit {longest:UInt32}

-- email_hosts = ('.gmail.', '.hotmail.', '.mail.yahoo.', '.outlook.', '.proton.me|', '.protonmail.')
-- end = 1761951599999
-- end_day = 20392
-- filter_0_0_0 = ('DE',)
-- longest = 20
-- paid_parameters = ('ad_id=', 'aid=', 'dclid=', 'epik=', 'fbclid=', 'gclid=', 'li_fat_id=', 'msclkid=', 'ob_click_id=', 'pc_id=', 'rdt_cid=', 'scid=', 'ttclid=', 'twclid=', 'utm_medium=cpc', 'utm_medium=paid', 'utm_source=google')
-- property0 = 'plan'
-- search_hosts = ('.baidu.com|', '.bing.com|', '.chatgpt.com|', '.duckduckgo.com|', '.ecosia.org|', '.google.', '.msn.com|', '.perplexity.ai|', '.search.brave.com|', '.yandex.')
-- shopping_hosts = ('.alibaba.com|', '.aliexpress.com|', '.amazon.', '.bestbuy.com|', '.ebay.com|', '.etsy.com|', '.newegg.com|', '.target.com|', '.walmart.com|')
-- social_hosts = ('.bsky.app|', '.facebook.com|', '.fb.com|', '.ig.com|', '.instagram.com|', '.linkedin.', '.news.ycombinator.com|', '.pinterest.', '.reddit.', '.snapchat.', '.t.co|', '.threads.net|', '.tiktok.', '.twitter.com|', '.x.com|')
-- start = 1759269600000
-- start_day = 20361
-- video_hosts = ('.twitch.', '.youtube.')
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
