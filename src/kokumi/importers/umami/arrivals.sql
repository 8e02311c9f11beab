-- How many events of one batch there are, with how many ids, how many of those are stored; and the rows that belong to them.
with

arrived as (
    select website, event from $import_website_event
    where $in_batch and problem = 0 and website in $websites
)

select
    count(),
    uniqExact(event),
    (
        select uniqExact(event) from arrived
        where (website, event) in (
            select website_id, event_id from events
            where website_id in $websites
                and created_at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')
                and created_at < fromUnixTimestamp64Milli({end:Int64}, 'UTC')
        )
    ),
    (select count() from $import_event_data where event in (select event from arrived)),
    (select count() from $import_revenue where is_money and event in (select event from arrived))
from arrived
