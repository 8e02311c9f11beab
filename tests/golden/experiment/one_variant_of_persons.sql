-- Persons who saw one variant only; an event with it must fit a step.

with
    candidates as
    (
        select
            if(persons.person = '', session_id, reinterpretAsUUID(sipHash128(persons.person))) as visitor,
            toUnixTimestamp64Milli(created_at) * bitShiftLeft(toInt256(1), 192) + toUInt128(event_id) * bitShiftLeft(toInt256(1), 64) + (0) as moment,
            (has(property_names, {variant_property:String}) and (event_type = 2 and event_name = {exposure:String})) as is_exposure,
            (event_type = 1 and path like {goal:String}) as is_goal,
            property_values[indexOf(property_names, {variant_property:String})] as shown
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
            and device in {filter_0_0_0:Array(String)}
            and (is_exposure or is_goal)
    ),
    exposed as
    (
        select
            visitor,
            argMinIf(shown, moment, is_exposure) as variant,
            maxIf(moment, is_goal) > minIf(moment, is_exposure) as has_converted
        from candidates
        group by visitor
        having uniqExactIf(shown, is_exposure) = 1
    )
select variant, count() as visitors, sum(has_converted) as conversions
from exposed
group by variant
order by variant
limit {most:UInt32}

-- end = 1761951599999
-- end_day = 20392
-- exposure = 'exposure'
-- filter_0_0_0 = ('mobile',)
-- goal = '/thanks%'
-- most = 1001
-- start = 1759269600000
-- start_day = 20361
-- variant_property = 'variant'
-- website = UUID('86d4095c-a2a8-4fc8-9521-103e858e2b41')
