-- All currencies converted, by rates that were looked up before.

with
    -- How many visitors pass the filters, and which of them bought something.
    (
        select (uniqExact(session_id), groupUniqArrayIf(session_id, arrayExists(each -> (each = {currency:String} or toInt32(toDate32(created_at, 'UTC')) >= transform(toString(each), {convertible:Array(String)}, {convertible_since:Array(Int32)}, toInt32(10000000))), revenue_currencies)))
        from events
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
            session_id,
            argMin((referrer, query, utm_source, utm_medium, hostname), toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (0)) as origin,
            groupArrayIf(
                (toInt64(toInt32(toDate(created_at, {zone:String}))), toString(event_name), toString(country), toString(region), arraySum(
arrayMap(
    -- Half to even: up if more than half is left, or if half is left and the whole is odd.
    share -> toDecimal256(
        share.3 + if(2 * abs(share.1 - share.2 * share.3) + abs(share.3) % 2 > share.2,
            sign(share.1), 0), 4) / 10000,
    arrayMap(
        share -> (share.1, share.2, intDiv(share.1, share.2)),
        arrayMap(
            each -> (toInt256(arraySum(arrayMap((code, amount) -> if(code = each, toDecimal256(amount, 4), toDecimal256(0, 4)), revenue_currencies, revenue_amounts)) * 10000) * toInt256(splitByChar(' ', if(each = {currency:String}, '1 1', transform(concat(each, toString(toInt32(toDate32(created_at, 'UTC')))), {quoted0:Array(String)}, {quotes0:Array(String)}, '0 1')))[1]), toInt256(splitByChar(' ', if(each = {currency:String}, '1 1', transform(concat(each, toString(toInt32(toDate32(created_at, 'UTC')))), {quoted0:Array(String)}, {quotes0:Array(String)}, '0 1')))[2])),
            arrayDistinct(revenue_currencies))))
)),
                true
                    and arrayExists(each -> (each = {currency:String} or toInt32(toDate32(created_at, 'UTC')) >= transform(toString(each), {convertible:Array(String)}, {convertible_since:Array(Int32)}, toInt32(10000000))), revenue_currencies)
            ) as sales
        from events
        prewhere website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and session_id in (select arrayJoin(visitors_and_buyers.2))
        group by session_id
    ),
    origins as
    (
        select session_id, sales, origin.1 as referrer, origin.2 as query, origin.3 as utm_source,
            origin.4 as utm_medium, origin.5 as hostname
        from buyers
    ),
    sales as
    (
        select session_id, sale.1 as bucket, sale.2 as event_name, sale.3 as country,
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
    sum(amount) as total, count() as sold, uniqExact(session_id) as buyers, 0 as visitors
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
select 'comparison', 0, '', '', sum(arraySum(
arrayMap(
    -- Half to even: up if more than half is left, or if half is left and the whole is odd.
    share -> toDecimal256(
        share.3 + if(2 * abs(share.1 - share.2 * share.3) + abs(share.3) % 2 > share.2,
            sign(share.1), 0), 4) / 10000,
    arrayMap(
        share -> (share.1, share.2, intDiv(share.1, share.2)),
        arrayMap(
            each -> (toInt256(arraySum(arrayMap((code, amount) -> if(code = each, toDecimal256(amount, 4), toDecimal256(0, 4)), revenue_currencies, revenue_amounts)) * 10000) * toInt256(splitByChar(' ', if(each = {currency:String}, '1 1', transform(concat(each, toString(toInt32(toDate32(created_at, 'UTC')))), {quoted0:Array(String)}, {quotes0:Array(String)}, '0 1')))[1]), toInt256(splitByChar(' ', if(each = {currency:String}, '1 1', transform(concat(each, toString(toInt32(toDate32(created_at, 'UTC')))), {quoted0:Array(String)}, {quotes0:Array(String)}, '0 1')))[2])),
            arrayDistinct(revenue_currencies))))
)), countIf(arrayExists(each -> (each = {currency:String} or toInt32(toDate32(created_at, 'UTC')) >= transform(toString(each), {convertible:Array(String)}, {convertible_since:Array(Int32)}, toInt32(10000000))), revenue_currencies)), uniqExactIf(session_id, arrayExists(each -> (each = {currency:String} or toInt32(toDate32(created_at, 'UTC')) >= transform(toString(each), {convertible:Array(String)}, {convertible_since:Array(Int32)}, toInt32(10000000))), revenue_currencies)),
    uniqExact(session_id)
from events
where website_id = {website:UUID}
    and created_at >= fromUnixTimestamp64Milli({comparison_start:Int64}, 'UTC')
    and created_at <= fromUnixTimestamp64Milli({comparison_end:Int64}, 'UTC')
    and indexHint(toDate(created_at) >= toDate({comparison_start_day:UInt16}) and toDate(created_at) <= toDate({comparison_end_day:UInt16}))
    and event_type in (1, 2)
union all
select 'unconverted', 0, toString(unconverted_code), '', sum(arraySum(arrayMap((code, amount) -> if(code = unconverted_code, toDecimal256(amount, 4), toDecimal256(0, 4)), revenue_currencies, revenue_amounts))), count(), 0, 0
from events
array join arrayFilter(each -> not (each = {currency:String} or toInt32(toDate32(created_at, 'UTC')) >= transform(toString(each), {convertible:Array(String)}, {convertible_since:Array(Int32)}, toInt32(10000000))), arrayDistinct(revenue_currencies)) as unconverted_code
where website_id = {website:UUID}
    and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
    and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
    and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
    and event_type in (1, 2)
group by unconverted_code

-- comparison_end = 1759269599999
-- comparison_end_day = 20361
-- comparison_start = 1756587600000
-- comparison_start_day = 20330
-- convertible = ('USD',)
-- convertible_since = (20000,)
-- currency = 'EUR'
-- email_hosts = ('.gmail.', '.hotmail.', '.mail.yahoo.', '.outlook.', '.proton.me|', '.protonmail.')
-- end = 1761951599999
-- end_day = 20392
-- paid_parameters = ('ad_id=', 'aid=', 'dclid=', 'epik=', 'fbclid=', 'gclid=', 'li_fat_id=', 'msclkid=', 'ob_click_id=', 'pc_id=', 'rdt_cid=', 'scid=', 'ttclid=', 'twclid=', 'utm_medium=cpc', 'utm_medium=paid', 'utm_source=google')
-- quoted0 = ('USD20362',)
-- quotes0 = ('100000000000000000000 116630000000000000000',)
-- search_hosts = ('.baidu.com|', '.bing.com|', '.chatgpt.com|', '.duckduckgo.com|', '.ecosia.org|', '.google.', '.msn.com|', '.perplexity.ai|', '.search.brave.com|', '.yandex.')
-- shopping_hosts = ('.alibaba.com|', '.aliexpress.com|', '.amazon.', '.bestbuy.com|', '.ebay.com|', '.etsy.com|', '.newegg.com|', '.target.com|', '.walmart.com|')
-- social_hosts = ('.bsky.app|', '.facebook.com|', '.fb.com|', '.ig.com|', '.instagram.com|', '.linkedin.', '.news.ycombinator.com|', '.pinterest.', '.reddit.', '.snapchat.', '.t.co|', '.threads.net|', '.tiktok.', '.twitter.com|', '.x.com|')
-- start = 1759269600000
-- start_day = 20361
-- video_hosts = ('.twitch.', '.youtube.')
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
-- zone = 'Europe/Berlin'
