-- A page view on a path.

select
    uniqExactIf(session_id, (event_type = 1 and path = {goal:String})) as num,
    uniqExact(session_id) as total
from events
where website_id = {website:UUID}
    and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
    and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
    and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
    and event_type in (1, 2)

-- end = 1761951599999
-- end_day = 20392
-- goal = '/pricing'
-- start = 1759269600000
-- start_day = 20361
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
