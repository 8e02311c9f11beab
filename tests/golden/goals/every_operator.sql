-- Each operator once, joined by or; the rule on referrers and event types stay and.

select
    uniqExactIf(session_id, (event_type = 1 and path = {goal:String})) as num,
    uniqExact(session_id) as total
from events
where website_id = {website:UUID}
    and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
    and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
    and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
    and event_type in (1, 2)
    and (country in {filter_0_0_0:Array(String)} or country not in {filter_0_0_1:Array(String)} or positionCaseInsensitiveUTF8(path, {filter_0_0_2:String}) > 0 or positionCaseInsensitiveUTF8(path, {filter_0_0_3:String}) = 0 or match(title, {filter_0_0_4:String}) or not match(title, {filter_0_0_5:String}) or tag != '' or city = '' or referrer in {filter_0_0_8:Array(String)})
    and (referrer = '' or (referrer != '' and if(startsWith(referrer, 'www.'), substring(referrer, 5), referrer) != if(startsWith(hostname, 'www.'), substring(hostname, 5), hostname)))
    and event_type in {filter_0_2:Array(UInt16)}

-- end = 1761951599999
-- end_day = 20392
-- filter_0_0_0 = ('US', 'CA')
-- filter_0_0_1 = ('DE',)
-- filter_0_0_2 = '/docs'
-- filter_0_0_3 = 'draft'
-- filter_0_0_4 = '(?i-s)^Home'
-- filter_0_0_5 = '(?i-s)beta$'
-- filter_0_0_8 = ('google.com',)
-- filter_0_2 = (1,)
-- goal = '/'
-- start = 1759269600000
-- start_day = 20361
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
