-- What the demo's customers have told about themselves: one row for each, dated to their first event.
select
    website_id,
    session_id,
    min(created_at) as first_at,
    any(events.distinct_id) as distinct_id,
    ['plan', 'age', 'vip', 'since'] as property_names,
    [1, 2, 3, 4] as property_types,
    [
        ['free', 'club', 'office'][cityHash64(session_id, 'plan') % 3 + 1],
        toString(18 + cityHash64(session_id, 'age') % 60),
        if(cityHash64(session_id, 'vip') % 20 = 0, 'true', 'false'),
        formatDateTime(toStartOfDay(first_at) - toIntervalDay(cityHash64(session_id, 'since') % 900), '%Y-%m-%dT%H:%i:%SZ')
    ] as property_values
from events
where website_id = {website:UUID} and events.distinct_id != ''
group by website_id, session_id
