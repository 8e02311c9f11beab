-- All five parameters in one go.

with
    -- Most page views have no campaign: to look for one first spares reading the rest of them. And
    -- there are far fewer campaigns than page views: these are counted before they are taken apart.
    campaigns as
    (
        select utm_source, utm_medium, utm_campaign, utm_term, utm_content, count() as page_views
        from events
        prewhere utm_source != '' or utm_medium != '' or utm_campaign != ''
            or utm_term != '' or utm_content != ''
        where website_id = {website:UUID}
            and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
            and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
            and event_type in (1, 2)
            and event_type = 1
        group by utm_source, utm_medium, utm_campaign, utm_term, utm_content
    )
select parameter, value, sum(page_views) as views
from campaigns
array join
    ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'] as parameter,
    [utm_source, utm_medium, utm_campaign, utm_term, utm_content] as value
where value != ''
group by parameter, value
order by parameter, views desc, value
limit {longest:UInt32} by parameter

-- end = 1761951599999
-- end_day = 20392
-- longest = 50
-- start = 1759269600000
-- start_day = 20361
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
