-- What sessions of one batch have told about themselves and is not stored yet: a row for each session and instant.
with

said as (
    select
        website, session, at,
        max(distinct_id) as said_id,
        arraySort(groupArray((data_key, kind, text))) as properties
    from $import_session_data
    where $in_batch and problem = 0 and website in $websites
    group by website, session, at
),

attributes as (
    select session as of_session, distinct_id from $import_session
    where session in (select session from said)
    limit 1 by session
)

select
    website, session, at, if(said_id = '', distinct_id, said_id),
    properties.1, properties.2, properties.3
from said
left join attributes on of_session = session
where (website, session, at) not in (
    select website_id, session_id, created_at from identifications
    where website_id in $websites
        and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
        and created_at < fromUnixTimestamp64Milli({end:Int64}, 'UTC')
)
