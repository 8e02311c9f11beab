-- Customers, refunds, lifetime value and the lists of campaigns.

with
    -- How many visitors pass the filters, and which of them bought something.
    (
        select (uniqExact(session_id), groupUniqArrayIf(session_id, has(revenue_currencies, {currency:String})))
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and country in {filter_0_0_0:Array(String)}
    ) as visitors_and_buyers,
    -- Whoever bought something: the sales, and the first event in the range, whatever the filters.
    buyers as
    (
        select
            session_id,
            argMin((referrer, query, utm_source, utm_medium, hostname, utm_campaign), toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (0)) as origin,
            groupArrayIf(
                (toInt64(toInt32(toDate(created_at, {zone:String}))), toString(event_name), toString(country), toString(region), arraySum(arrayMap((code, amount) -> if(code = {currency:String}, toDecimal256(amount, 4), toDecimal256(0, 4)), revenue_currencies, revenue_amounts)), greatest(arraySum(arrayMap((code, amount) -> if(code = {currency:String}, toDecimal256(amount, 4), toDecimal256(0, 4)), revenue_currencies, revenue_amounts)), toDecimal256(0, 4))),
                country in {filter_0_0_0:Array(String)} and has(revenue_currencies, {currency:String})
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
            origin.4 as utm_medium, origin.5 as hostname, origin.6 as utm_campaign
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
 as channel, utm_source, utm_medium, utm_campaign, sale.6 as gross
        from origins
        array join sales as sale
    )
select entry.1 as part, entry.2 as start, entry.3 as name, entry.4 as place,
    sum(amount) as total, count() as sold, uniqExact(session_id) as buyers, 0 as visitors, sum(gross) as gross, 0 as sold_in
from sales
array join
[
    ('chart', bucket, event_name, ''),
    ('country', 0, country, ''),
    ('region', 0, region, country),
    ('referrer', 0, source, ''),
    ('channel', 0, channel, ''),
    ('utm_source', 0, toString(utm_source), ''),
    ('utm_medium', 0, toString(utm_medium), ''),
    ('utm_campaign', 0, toString(utm_campaign), ''),
    ('total', 0, '', '')
] as entry
group by entry
union all
select 'visitors', 0, '', '', toDecimal256(0, 4), 0, 0, visitors_and_buyers.1, toDecimal256(0, 4), 0
union all
select 'comparison', 0, '', '', sum(arraySum(arrayMap((code, amount) -> if(code = {currency:String}, toDecimal256(amount, 4), toDecimal256(0, 4)), revenue_currencies, revenue_amounts))), countIf(has(revenue_currencies, {currency:String})), uniqExactIf(session_id, has(revenue_currencies, {currency:String})),
    uniqExact(session_id), sum(greatest(arraySum(arrayMap((code, amount) -> if(code = {currency:String}, toDecimal256(amount, 4), toDecimal256(0, 4)), revenue_currencies, revenue_amounts)), toDecimal256(0, 4))), 0
from events
where website_id = {website:UUID}
    and created_at >= fromUnixTimestamp64Milli({comparison_start:Int64}, 'UTC')
    and created_at <= fromUnixTimestamp64Milli({comparison_end:Int64}, 'UTC')
    and indexHint(toDate(created_at) >= toDate({comparison_start_day:UInt16}) and toDate(created_at) <= toDate({comparison_end_day:UInt16}))
    and event_type in (1, 2)
    and country in {comparison_filter_0_0_0:Array(String)}
union all
select if(is_returning, 'returning', 'new'), 0, '', '', sum(total), sum(sold), count(), 0, toDecimal256(0, 4), 0
from (
select
    session_id as visitor,
    countIf(created_at < fromUnixTimestamp64Milli({start:Int64}, 'UTC') and country in {ever_filter_0_0_0:Array(String)}) > 0 as is_returning,
    sumIf(arraySum(arrayMap((code, amount) -> if(code = {currency:String}, toDecimal256(amount, 4), toDecimal256(0, 4)), revenue_currencies, revenue_amounts)), created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC') and country in {filter_0_0_0:Array(String)}) as total,
    countIf(created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC') and country in {filter_0_0_0:Array(String)}) as sold
from events
where website_id = {website:UUID}
    and created_at >= fromUnixTimestamp64Milli({ever_start:Int64}, 'UTC')
    and created_at <= fromUnixTimestamp64Milli({ever_end:Int64}, 'UTC')
    and event_type in (1, 2)
    and has(revenue_currencies, {currency:String})
group by visitor
having sold > 0
)
group by is_returning

union all
select 'ltv', cohort, '', '', sum(sale.2), 0, 0, sum(sale.3), toDecimal256(0, 4), sale.1
from (
select
    session_id as visitor,
    countIf(country in {ever_filter_0_0_0:Array(String)} and created_at < fromUnixTimestamp64Milli({start:Int64}, 'UTC')) as earlier,
    countIf(country in {ever_filter_0_0_0:Array(String)}) as passing,
    minIf(toInt64(toInt32(toStartOfMonth(toDate(created_at, {zone:String})))), country in {ever_filter_0_0_0:Array(String)}) as cohort,
    groupArrayIf((toInt64(toInt32(toStartOfMonth(toDate(created_at, {zone:String})))), arraySum(arrayMap((code, amount) -> if(code = {currency:String}, toDecimal256(amount, 4), toDecimal256(0, 4)), revenue_currencies, revenue_amounts)), 0), created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC') and country in {filter_0_0_0:Array(String)} and has(revenue_currencies, {currency:String})) as sales
from events
where website_id = {website:UUID}
    and created_at >= fromUnixTimestamp64Milli({ever_start:Int64}, 'UTC')
    and created_at <= fromUnixTimestamp64Milli({ever_end:Int64}, 'UTC')
    and event_type in (1, 2)
group by visitor
having passing > 0 and earlier = 0
)
array join arrayConcat([(cohort, toDecimal256(0, 4), 1)], sales) as sale
group by cohort, sale.1

-- comparison_end = 1759269599999
-- comparison_end_day = 20361
-- comparison_filter_0_0_0 = ('US',)
-- comparison_start = 1756587600000
-- comparison_start_day = 20330
-- currency = 'USD'
-- email_hosts = ('.gmail.', '.hotmail.', '.mail.yahoo.', '.outlook.', '.proton.me|', '.protonmail.')
-- end = 1761951599999
-- end_day = 20392
-- ever_end = 1761951599999
-- ever_filter_0_0_0 = ('US',)
-- ever_start = -2208988800000
-- filter_0_0_0 = ('US',)
-- paid_parameters = ('ad_id=', 'aid=', 'dclid=', 'epik=', 'fbclid=', 'gclid=', 'li_fat_id=', 'msclkid=', 'ob_click_id=', 'pc_id=', 'rdt_cid=', 'scid=', 'ttclid=', 'twclid=', 'utm_medium=cpc', 'utm_medium=paid', 'utm_source=google')
-- search_hosts = ('.baidu.com|', '.bing.com|', '.chatgpt.com|', '.duckduckgo.com|', '.ecosia.org|', '.google.', '.msn.com|', '.perplexity.ai|', '.search.brave.com|', '.yandex.')
-- shopping_hosts = ('.alibaba.com|', '.aliexpress.com|', '.amazon.', '.bestbuy.com|', '.ebay.com|', '.etsy.com|', '.newegg.com|', '.target.com|', '.walmart.com|')
-- social_hosts = ('.bsky.app|', '.facebook.com|', '.fb.com|', '.ig.com|', '.instagram.com|', '.linkedin.', '.news.ycombinator.com|', '.pinterest.', '.reddit.', '.snapchat.', '.t.co|', '.threads.net|', '.tiktok.', '.twitter.com|', '.x.com|')
-- start = 1759269600000
-- start_day = 20361
-- video_hosts = ('.twitch.', '.youtube.')
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
-- zone = 'Europe/Berlin'
