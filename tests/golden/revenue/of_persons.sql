-- Buyers as persons.

with
    -- How many visitors pass the filters, and which of them bought something.
    (
        select (uniqExact(if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person)))), groupUniqArrayIf(if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person))), has(revenue_currencies, {currency:String})))
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
    ) as visitors_and_buyers,
    -- Whoever bought something: the sales, and the first event in the range, whatever the filters.
    buyers as
    (
        select
            if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person))) as visitor,
            argMin((referrer, query, utm_source, utm_medium, hostname), toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (0)) as origin,
            groupArrayIf(
                (toInt64(toInt32(toDate(created_at, {zone:String}))), toString(event_name), toString(country), toString(region), arraySum(arrayMap((code, amount) -> if(code = {currency:String}, toDecimal256(amount, 4), toDecimal256(0, 4)), revenue_currencies, revenue_amounts))),
                true and has(revenue_currencies, {currency:String})
            ) as sales
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
           
                and if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person))) in (select arrayJoin(visitors_and_buyers.2))
        group by visitor
    ),
    origins as
    (
        select visitor, sales, origin.1 as referrer, origin.2 as query, origin.3 as utm_source,
            origin.4 as utm_medium, origin.5 as hostname
        from buyers
    ),
    sales as
    (
        select visitor, sale.1 as bucket, sale.2 as event_name, sale.3 as country,
            sale.4 as region, sale.5 as amount, toString(referrer) as source,
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
        array join sales as sale
    )
select entry.1 as part, entry.2 as start, entry.3 as name, entry.4 as place,
    sum(amount) as total, count() as sold, uniqExact(visitor) as buyers, 0 as visitors
from sales
array join
[
    ('chart', bucket, event_name, ''),
    ('country', 0, country, ''),
    ('region', 0, region, country),
    ('referrer', 0, source, ''),
    ('channel', 0, channel, ''),
    ('total', 0, '', '')
] as entry
group by entry
union all
select 'visitors', 0, '', '', toDecimal256(0, 4), 0, 0, visitors_and_buyers.1
union all
select 'comparison', 0, '', '', sum(arraySum(arrayMap((code, amount) -> if(code = {currency:String}, toDecimal256(amount, 4), toDecimal256(0, 4)), revenue_currencies, revenue_amounts))), countIf(has(revenue_currencies, {currency:String})), uniqExactIf(if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person))), has(revenue_currencies, {currency:String})),
    uniqExact(if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person))))
from
events
left any join
(
    select session_id, argMax(distinct_id, toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (0)) as person
    from events
    where website_id = {website:UUID}
        and created_at >= fromUnixTimestamp64Milli({comparison_start:Int64}, 'UTC')
        and created_at <= fromUnixTimestamp64Milli({comparison_end:Int64}, 'UTC')
        and indexHint(toDate(created_at) >= toDate({comparison_start_day:UInt16}) and toDate(created_at) <= toDate({comparison_end_day:UInt16}))
        and event_type in (1, 2)
        and distinct_id != ''
    group by session_id
) as persons using (session_id)

where website_id = {website:UUID}
    and created_at >= fromUnixTimestamp64Milli({comparison_start:Int64}, 'UTC')
    and created_at <= fromUnixTimestamp64Milli({comparison_end:Int64}, 'UTC')
    and indexHint(toDate(created_at) >= toDate({comparison_start_day:UInt16}) and toDate(created_at) <= toDate({comparison_end_day:UInt16}))
    and event_type in (1, 2)

-- comparison_end = 1759269599999
-- comparison_end_day = 20361
-- comparison_start = 1756587600000
-- comparison_start_day = 20330
-- currency = 'USD'
-- email_hosts = ('.gmail.', '.hotmail.', '.mail.yahoo.', '.outlook.', '.proton.me|', '.protonmail.')
-- end = 1761951599999
-- end_day = 20392
-- paid_parameters = ('ad_id=', 'aid=', 'dclid=', 'epik=', 'fbclid=', 'gclid=', 'li_fat_id=', 'msclkid=', 'ob_click_id=', 'pc_id=', 'rdt_cid=', 'scid=', 'ttclid=', 'twclid=', 'utm_medium=cpc', 'utm_medium=paid', 'utm_source=google')
-- search_hosts = ('.baidu.com|', '.bing.com|', '.chatgpt.com|', '.duckduckgo.com|', '.ecosia.org|', '.google.', '.msn.com|', '.perplexity.ai|', '.search.brave.com|', '.yandex.')
-- shopping_hosts = ('.alibaba.com|', '.aliexpress.com|', '.amazon.', '.bestbuy.com|', '.ebay.com|', '.etsy.com|', '.newegg.com|', '.target.com|', '.walmart.com|')
-- social_hosts = ('.bsky.app|', '.facebook.com|', '.fb.com|', '.ig.com|', '.instagram.com|', '.linkedin.', '.news.ycombinator.com|', '.pinterest.', '.reddit.', '.snapchat.', '.t.co|', '.threads.net|', '.tiktok.', '.twitter.com|', '.x.com|')
-- start = 1759269600000
-- start_day = 20361
-- video_hosts = ('.twitch.', '.youtube.')
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
-- zone = 'Europe/Berlin'
