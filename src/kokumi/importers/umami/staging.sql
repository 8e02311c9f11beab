-- What an Umami database holds, as it comes out of CSV, before it becomes events. These tables live as long as one import.
-- A column that is only read to fill another is ephemeral: it is never stored. A column that a dump leaves out gets its default.

create table $import_website
(
    website_id      String ephemeral,
    deleted_at      String,
    reset_at        String ephemeral,
    name            String,
    domain          String,

    website         UUID default toUUIDOrZero(website_id),
    -- The zero of this clock stands for none.
    reset           DateTime64(3, 'UTC') default parseDateTime64BestEffortOrZero(reset_at, 3, 'UTC')
)
engine = MergeTree order by website;

create table $import_session
(
    session_id      String ephemeral,
    website_id      String ephemeral,
    hostname        String,
    browser         String,
    os              String,
    device          String,
    screen          String,
    language        String,
    country         String,
    subdivision1    String ephemeral,
    region          String default subdivision1,
    city            String,
    distinct_id     String,

    session         UUID default toUUIDOrZero(session_id),
    website         UUID default toUUIDOrZero(website_id)
)
engine = MergeTree order by session;

create table $import_website_event
(
    event_id        String ephemeral,
    website_id      String ephemeral,
    session_id      String ephemeral,
    visit_id        String ephemeral,
    created_at      String ephemeral,
    event_type      String ephemeral,
    event_name      String,
    tag             String,
    hostname        String,
    url_path        String,
    url_query       String,
    page_title      String,
    referrer_domain String,
    referrer_path   String,
    referrer_query  String,
    -- Older servers kept these in the query string only.
    utm_source      String default decodeURLFormComponent(extractURLParameter(concat('?', url_query), 'utm_source')),
    utm_medium      String default decodeURLFormComponent(extractURLParameter(concat('?', url_query), 'utm_medium')),
    utm_campaign    String default decodeURLFormComponent(extractURLParameter(concat('?', url_query), 'utm_campaign')),
    utm_content     String default decodeURLFormComponent(extractURLParameter(concat('?', url_query), 'utm_content')),
    utm_term        String default decodeURLFormComponent(extractURLParameter(concat('?', url_query), 'utm_term')),
    gclid           String default decodeURLFormComponent(extractURLParameter(concat('?', url_query), 'gclid')),
    fbclid          String default decodeURLFormComponent(extractURLParameter(concat('?', url_query), 'fbclid')),
    msclkid         String default decodeURLFormComponent(extractURLParameter(concat('?', url_query), 'msclkid')),
    ttclid          String default decodeURLFormComponent(extractURLParameter(concat('?', url_query), 'ttclid')),
    li_fat_id       String default decodeURLFormComponent(extractURLParameter(concat('?', url_query), 'li_fat_id')),
    twclid          String default decodeURLFormComponent(extractURLParameter(concat('?', url_query), 'twclid')),
    lcp             String,
    inp             String,
    cls             String,
    fcp             String,
    ttfb            String,

    event           UUID default toUUIDOrZero(event_id),
    website         UUID default toUUIDOrZero(website_id),
    session         UUID default toUUIDOrZero(session_id),
    -- Without a visit of its own an event belongs to that of its session and hour, as that server once decided it.
    visit           UUID default if(
        notEmpty(toUUIDOrZero(visit_id)),
        toUUIDOrZero(visit_id),
        reinterpretAsUUID(sipHash128(session, toStartOfHour(at)))
    ),
    at              DateTime64(3, 'UTC') default parseDateTime64BestEffortOrZero(created_at, 3, 'UTC'),
    type            UInt8 default multiIf(event_type != '', toUInt8OrZero(event_type), event_name != '', 2, 1),
    -- The number of the reason why it cannot be taken over (`PROBLEMS` in summary.py, from 1); 0 if it can.
    problem         UInt8 default multiIf(
        empty(event), 1,
        empty(website), 2,
        empty(session), 3,
        at <= toDateTime64(0, 3, 'UTC'), 4,
        type not between 1 and 5, 5,
        0
    )
)
engine = MergeTree order by at;

create table $import_event_data
(
    website_event_id String ephemeral,
    event_key       String ephemeral,
    data_key        String default event_key,
    event           UUID default toUUIDOrZero(website_event_id),
    $typed_value
)
engine = MergeTree order by event;

create table $import_session_data
(
    website_id      String ephemeral,
    session_id      String ephemeral,
    created_at      String ephemeral,
    distinct_id     String,
    session_key     String ephemeral,
    data_key        String default session_key,
    website         UUID default toUUIDOrZero(website_id),
    session         UUID default toUUIDOrZero(session_id),
    at              DateTime64(3, 'UTC') default parseDateTime64BestEffortOrZero(created_at, 3, 'UTC'),
    $typed_value,
    problem         UInt8 default multiIf(
        empty(session), 1,
        empty(website), 2,
        at <= toDateTime64(0, 3, 'UTC'), 3,
        0
    )
)
engine = MergeTree order by at;

create table $import_revenue
(
    event_id        String ephemeral,
    currency        String,
    revenue         String ephemeral,

    event           UUID default toUUIDOrZero(event_id),
    amount          Nullable(Decimal(38, 4)) default round(toDecimal128OrNull(trimBoth(revenue), 10), 4),
    is_money        UInt8 default match(currency, '^[A-Za-z][A-Za-z][A-Za-z]$') and amount is not null
)
engine = MergeTree order by event;
