-- The tables of an Umami 3.1 server that an import reads, by names and types.
create table website
(
    website_id      uuid primary key,
    name            varchar(100) not null,
    domain          varchar(500),
    reset_at        timestamptz(6),
    user_id         uuid,
    team_id         uuid,
    created_at      timestamptz(6) default now(),
    updated_at      timestamptz(6),
    deleted_at      timestamptz(6)
);

create table session
(
    session_id      uuid primary key,
    website_id      uuid not null,
    browser         varchar(20),
    os              varchar(20),
    device          varchar(20),
    screen          varchar(11),
    language        varchar(35),
    country         char(2),
    region          varchar(20),
    city            varchar(50),
    distinct_id     varchar(50),
    created_at      timestamptz(6) default now()
);

create table website_event
(
    event_id        uuid primary key,
    website_id      uuid not null,
    session_id      uuid not null,
    visit_id        uuid not null,
    created_at      timestamptz(6) default now(),
    url_path        varchar(500) not null,
    url_query       varchar(500),
    utm_source      varchar(255),
    utm_medium      varchar(255),
    utm_campaign    varchar(255),
    utm_content     varchar(255),
    utm_term        varchar(255),
    referrer_path   varchar(500),
    referrer_query  varchar(500),
    referrer_domain varchar(500),
    page_title      varchar(500),
    gclid           varchar(255),
    fbclid          varchar(255),
    msclkid         varchar(255),
    ttclid          varchar(255),
    li_fat_id       varchar(255),
    twclid          varchar(255),
    event_type      integer not null default 1,
    event_name      varchar(50),
    tag             varchar(50),
    hostname        varchar(100)
);

create table event_data
(
    event_data_id   uuid primary key,
    website_id      uuid not null,
    website_event_id uuid not null,
    data_key        varchar(500) not null,
    string_value    varchar(500),
    number_value    decimal(19, 4),
    date_value      timestamptz(6),
    data_type       integer not null,
    created_at      timestamptz(6) default now()
);

create table session_data
(
    session_data_id uuid primary key,
    website_id      uuid not null,
    session_id      uuid not null,
    data_key        varchar(500) not null,
    string_value    varchar(500),
    number_value    decimal(19, 4),
    date_value      timestamptz(6),
    data_type       integer not null,
    distinct_id     varchar(50),
    created_at      timestamptz(6) default now()
);

create table revenue
(
    revenue_id      uuid primary key,
    website_id      uuid not null,
    session_id      uuid not null,
    event_id        uuid not null,
    event_name      varchar(50) not null,
    currency        varchar(10) not null,
    revenue         decimal(19, 4),
    created_at      timestamptz(6) default now()
);
