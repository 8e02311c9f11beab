-- The websites that events or sessions name, when there is no table of websites: id, and the host seen most as name and domain;
-- no instant of a reset.
select website, max(bare_host), max(bare_host), 0
from (
    select website, argMax(bare_host, (seen, bare_host)) as bare_host
    from (
        select website, replaceRegexpOne(hostname, '^www[.]', '') as bare_host, count() as seen
        from $import_website_event
        where problem = 0
        group by website, bare_host
    )
    group by website
    union all
    select distinct website, '' from $import_session where notEmpty(website)
)
group by website
order by website
