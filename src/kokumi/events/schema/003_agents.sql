-- Programs that fetch pages, apart from people: one row for each fetch that a tracker, a server or a log tells of.
-- They have no session. The column is always empty, so that what is erased by session finds no row.
create table if not exists $agents
(
    website_id          UUID,
    event_id            UUID codec(NONE),
    created_at          DateTime64(3, 'UTC'),
    kind                LowCardinality(String),
    operator            LowCardinality(String),
    name                LowCardinality(String),
    proof               LowCardinality(String),
    reporter            LowCardinality(String),
    hostname            LowCardinality(String),
    path                String,
    referrer            LowCardinality(String),
    event_name          LowCardinality(String),
    status              UInt16,
    user_agent          String,
    session_id          UUID default toUUID('00000000-0000-0000-0000-000000000000')
)
engine = $merge_tree
partition by toYYYYMM(created_at)
order by (website_id, created_at, event_id)
settings
    fsync_after_insert = 1,
    fsync_part_directory = 1,
    non_replicated_deduplication_window = 1000,
    replicated_deduplication_window = 1000;
