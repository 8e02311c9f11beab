-- A segment, a cohort of the last 30 days, and no bounces.

select
    uniqExactIf(session_id, (event_type = 1 and path = {goal:String})) as num,
    uniqExact(session_id) as total
from events
where website_id = {website:UUID}
    and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
    and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC')
    and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16}))
    and event_type in (1, 2)
    and os in {filter_1_0_0:Array(String)}
    and session_id in (select session_id from events where website_id = {website:UUID} and created_at >= fromUnixTimestamp64Milli({cohort_start:Int64}, 'UTC') and created_at <= fromUnixTimestamp64Milli({cohort_end:Int64}, 'UTC') and indexHint(toDate(created_at) >= toDate({cohort_start_day:UInt16}) and toDate(created_at) <= toDate({cohort_end_day:UInt16})) and event_type in (1, 2) and event_name = {cohort_action:String} and os in {cohort_filter_0_0:Array(String)})
    and visit_id in (select visit_id from events where website_id = {website:UUID} and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC') and created_at <= fromUnixTimestamp64Milli({end:Int64}, 'UTC') and indexHint(toDate(created_at) >= toDate({start_day:UInt16}) and toDate(created_at) <= toDate({end_day:UInt16})) and event_type in (1, 2) and event_type = 1 group by visit_id having count() > 1)

-- cohort_action = 'signup'
-- cohort_end = 1762037999999
-- cohort_end_day = 20393
-- cohort_filter_0_0 = ('Mac OS',)
-- cohort_start = 1759356000000
-- cohort_start_day = 20362
-- end = 1761951599999
-- end_day = 20392
-- filter_1_0_0 = ('Mac OS',)
-- goal = '/'
-- start = 1759269600000
-- start_day = 20361
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
