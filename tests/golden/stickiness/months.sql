-- In how many months visitors had a page view.

select periods, count() as visitors
from (
select session_id as visitor, uniqExact(toRelativeMonthNum(toDate(created_at, {zone:String}))) as periods
from events
where website_id = {website:UUID}
    and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
    and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
    and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
    and event_type in (1, 2)
    and event_type in {filter_0_1:Array(UInt16)}
group by visitor
)
group by periods
order by periods

-- end = 1761951599999
-- end_day = 20392
-- filter_0_1 = (1,)
-- start = 1759269600000
-- start_day = 20361
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
-- zone = 'Europe/Berlin'
