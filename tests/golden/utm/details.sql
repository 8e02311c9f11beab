-- With visitors, visits and bounces, and what the visitors did.

with
    -- The page views of each visit that came with a campaign.
    campaigns as
    (
        select
            session_id as visitor, visit_id,
            utm_source, utm_medium, utm_campaign, utm_term, utm_content, count() as page_views
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and event_type = 1
            and (utm_source != '' or utm_medium != '' or utm_campaign != '' or utm_term != '' or utm_content != '')
        group by visitor, visit_id, utm_source, utm_medium, utm_campaign, utm_term, utm_content
    ),
    -- Of the visits with a campaign, those of a single page view.
    single_views as
    (
        select visit_id
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and event_type = 1
            and visit_id in
            (
                select visit_id from events where website_id = {website:UUID}
                    and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
                    and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
                    and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
                    and event_type in (1, 2)
                    and event_type = 1
                    and (utm_source != '' or utm_medium != '' or utm_campaign != '' or utm_term != '' or utm_content != '')
            )
        group by visit_id
        having count() = 1
    ),
    values as
    (
        select visitor, visit_id, page_views, parameter, value
        from campaigns
        array join
            ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'] as parameter,
            [utm_source, utm_medium, utm_campaign, utm_term, utm_content] as value
        where value != ''
    ),
    -- Of each visitor: a bit for each goal that it reached, and its revenue.
    done as
    (
        select session_id as visitor, groupBitOr(bitShiftLeft(toUInt32((event_type = 2 and event_name = {goal0:String})), 0)) as reached, sum(arraySum(arrayMap((code, amount) -> if(code = {currency:String}, toDecimal256(amount, 4), toDecimal256(0, 4)), revenue_currencies, revenue_amounts))) as earned
        from events
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
        group by visitor
    )
select
    parameter, value,
    sum(page_views) as views,
    uniqExact(visitor) as visitors,
    uniqExact(visit_id) as visits,
    countIf(visit_id in (select visit_id from single_views)) as bounces,
    [uniqExactIf(visitor, bitTest(reached, 0))] as conversions,
    arraySum(each -> each.2, groupUniqArrayIf((visitor, earned), earned != 0)) as revenue
from values
left any join done using visitor
group by parameter, value
order by parameter, views desc, value
limit {longest:UInt32} by parameter

-- currency = 'USD'
-- end = 1761951599999
-- end_day = 20392
-- goal0 = 'purchase'
-- longest = 50
-- start = 1759269600000
-- start_day = 20361
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
