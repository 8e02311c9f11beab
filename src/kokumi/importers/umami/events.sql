-- The events of one batch that are not stored yet, each with its data, its revenue and the attributes of its session.
with

arrived as (
    select * from $import_website_event
    where $in_batch and problem = 0 and website in $websites
    limit 1 by event
),

fresh as (
    select * from arrived
    where (website, event) not in (
        select website_id, event_id from events
        where website_id in $websites
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at < fromUnixTimestamp64Milli({end:Int64}, 'UTC')
    )
),

attributes as (
    select
        session as of_session, hostname as session_hostname,
        browser, os, device, screen, language, country, region, city, distinct_id
    from $import_session
    where session in (select session from fresh)
    limit 1 by session
),

details as (
    select event as of_event, arraySort(groupArray((data_key, kind, text))) as properties
    from $import_event_data
    where event in (select event from fresh)
    group by event
),

earnings as (
    select event as of_event, arraySort(groupArray((upper(currency), assumeNotNull(amount)))) as earned
    from $import_revenue
    where is_money and event in (select event from fresh)
    group by event
),

joined as (
    select
        fresh.*,
        session_hostname, browser, os, device, screen, language, country, region, city, distinct_id,
        if(
            type = 5,
            arrayMap(
                vital -> (
                    vital.1,
                    2,
                    if(
                        position(vital.2, '.') > 0,
                        trim(trailing '.' from trim(trailing '0' from vital.2)),
                        vital.2
                    )
                ),
                arrayFilter(
                    vital -> vital.2 != '',
                    [('cls', cls), ('fcp', fcp), ('inp', inp), ('lcp', lcp), ('ttfb', ttfb)]
                )
            ),
            properties
        ) as data,
        -- What an event's data earns if there is no table of revenue (docs/spec/revenue.md#revenue-rows).
        arrayFirst(entry -> entry.1 = 'revenue', data) as told_amount,
        arrayFirst(entry -> entry.1 = 'currency', data) as told_currency,
        told_amount.2 in (1, 2) and match(trimBoth(told_amount.3), '^[+-]?[0-9]+([.][0-9]+)?$')
            and told_currency.2 = 1 and match(told_currency.3, '^[A-Za-z][A-Za-z][A-Za-z]$') as is_told,
        multiIf(
            {has_revenue:UInt8} = 1, earned,
            is_told, [(upper(told_currency.3), round(toDecimal128OrZero(trimBoth(told_amount.3), 10), 4))],
            []
        ) as money
    from fresh
    left join attributes on attributes.of_session = fresh.session
    left join details on details.of_event = fresh.event
    left join earnings on earnings.of_event = fresh.event
)

select
    website, session, visit, event, at, type, event_name, tag,
    if(hostname = '', session_hostname, hostname), url_path, url_query, page_title,
    referrer_domain, referrer_path, referrer_query,
    utm_source, utm_medium, utm_campaign, utm_content, utm_term,
    gclid, fbclid, msclkid, ttclid, li_fat_id, twclid,
    browser, os, device, screen, language, country, region, city, distinct_id,
    data.1, data.2, data.3,
    money.1, money.2
from joined
