-- Every statement may be repeated: a start that was cut short half way begins again.
-- Names and engines with a `$` are the layout's (events/layout.py): one engine or a cluster.
-- One event is one row: its properties (parallel arrays), its revenue and the session attributes it came with.
-- A commit is therefore one insert, and nothing is ever half there.
create table if not exists $events
(
    website_id          UUID,
    session_id          UUID,
    visit_id            UUID,
    event_id            UUID,
    created_at          DateTime64(3, 'UTC'),
    event_type          UInt8,
    event_name          LowCardinality(String),
    tag                 LowCardinality(String),

    hostname            LowCardinality(String),
    path                LowCardinality(String),
    query               String,
    title               LowCardinality(String),

    referrer            LowCardinality(String),
    referrer_path       String,
    referrer_query      String,
    utm_source          LowCardinality(String),
    utm_medium          LowCardinality(String),
    utm_campaign        LowCardinality(String),
    utm_content         LowCardinality(String),
    utm_term            LowCardinality(String),
    gclid               String,
    fbclid              String,
    msclkid             String,
    ttclid              String,
    li_fat_id           String,
    twclid              String,

    browser             LowCardinality(String),
    os                  LowCardinality(String),
    device              LowCardinality(String),
    screen              LowCardinality(String),
    language            LowCardinality(String),
    country             LowCardinality(String),
    region              LowCardinality(String),
    city                LowCardinality(String),
    distinct_id         String,

    property_names      Array(LowCardinality(String)),
    property_types      Array(UInt8),
    property_values     Array(String),
    revenue_currencies  Array(LowCardinality(String)),
    revenue_amounts     Array(Decimal(38, 4))
)
engine = $merge_tree
partition by toYYYYMM(created_at)
-- By day before session: a short range reads few granules, and within a day a session's events lie together.
order by (website_id, toDate(created_at), session_id, created_at, event_id)
settings
    fsync_after_insert = 1,
    fsync_part_directory = 1,
    non_replicated_deduplication_window = 1000,
    replicated_deduplication_window = 1000;

-- What `identify` said of a session: one row per call. The latest value of a name counts.
create table if not exists $identifications
(
    website_id          UUID,
    session_id          UUID,
    created_at          DateTime64(3, 'UTC'),
    distinct_id         String,
    property_names      Array(LowCardinality(String)),
    property_types      Array(UInt8),
    property_values     Array(String)
)
engine = $merge_tree
order by (website_id, session_id, created_at)
settings
    fsync_after_insert = 1,
    fsync_part_directory = 1,
    non_replicated_deduplication_window = 1000,
    replicated_deduplication_window = 1000;
