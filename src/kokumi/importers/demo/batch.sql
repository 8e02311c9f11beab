-- Visitors `first` to `first + count`, and every event of theirs up to `ends_at`.
--
-- Whatever is drawn is a hash of the seed, the number of the visitor (and visit, and event) and a word for what is drawn, so
-- that a row is the same whichever batch, thread or server makes it. A weighted choice is a join on a slot of 1000.
with

places as (
    select
        number as slot,
        {place_slots:Array(UInt16)}[number + 1] as chosen,
        {place_country:Array(String)}[chosen] as country,
        {place_region:Array(String)}[chosen] as region,
        {place_city:Array(String)}[chosen] as city,
        {place_language:Array(String)}[chosen] as language,
        {place_ahead:Array(Int8)}[chosen] as ahead,
        {place_currency:Array(String)}[chosen] as currency,
        {place_spending:Array(UInt16)}[chosen] as spending
    from numbers(1000)
),

setups as (
    select
        number as slot,
        {setup_slots:Array(UInt16)}[number + 1] as chosen,
        {setup_browser:Array(String)}[chosen] as browser,
        {setup_os:Array(String)}[chosen] as os,
        {setup_device:Array(String)}[chosen] as device,
        {setup_screen:Array(String)}[chosen] as screen
    from numbers(1000)
),

-- Slots 0 to 999 are for first visits, 1000 to 1999 for later ones; so are those of the journeys.
sources as (
    select
        number as slot,
        {source_slots:Array(UInt16)}[number + 1] as chosen,
        {source_referrer:Array(String)}[chosen] as source_referrer,
        {source_referrer_path:Array(String)}[chosen] as source_referrer_path,
        {source_query:Array(String)}[chosen] as source_query,
        {source_utm_source:Array(String)}[chosen] as source_utm_source,
        {source_utm_medium:Array(String)}[chosen] as source_utm_medium,
        {source_utm_campaign:Array(String)}[chosen] as source_utm_campaign,
        {source_utm_content:Array(String)}[chosen] as source_utm_content,
        {source_utm_term:Array(String)}[chosen] as source_utm_term,
        {source_click_id:Array(String)}[chosen] as source_click_id
    from numbers(2000)
),

journeys as (
    select
        number as slot,
        splitByChar(' ', {journey_steps:Array(String)}[{journey_slots:Array(UInt16)}[number + 1]]) as steps
    from numbers(2000)
),

products as (
    select
        number as slot,
        {product_slots:Array(UInt16)}[number + 1] as chosen,
        {product_slug:Array(String)}[chosen] as product,
        {product_price:Array(UInt32)}[chosen] as price
    from numbers(1000)
),

others as (select slot, product as other from products),

days as (select number as slot, {day_slots:Array(UInt16)}[number + 1] as arrival_day from numbers(4000)),

hours as (select number as slot, {hour_slots:Array(UInt16)}[number + 1] as hour from numbers(1000)),

visitors as (
    select
        number as visitor,
        cityHash64({seed:UInt64}, visitor) as luck,
        cityHash64(luck, 'identified') % 100 < 14 as is_identified,
        -- Each later visit follows with a fixed chance, higher for people with an account.
        least(40, toUInt32(log((cityHash64(luck, 'visits') % 1000000 + 0.5) / 1000000) / log(if(is_identified, 0.6, 0.17))))
            as later_visits,
        arrayMap(
            later -> 1 + toUInt32(-5 * log((cityHash64(luck, 'gap', later) % 1000000 + 0.5) / 1000000)),
            range(later_visits)
        ) as days_between,
        arrayPushFront(arrayCumSum(days_between), 0) as visit_days,
        if(cityHash64(luck, 'www') % 5 = 0, concat('www.', {hostname:String}), {hostname:String}) as hostname,
        ['', '', 'variant-a', 'variant-b'][cityHash64(luck, 'tag') % 4 + 1] as tag,
        if(is_identified, concat('customer-', toString(visitor + 1)), '') as distinct_id,
        arrival_day, country, region, city, language, ahead, currency, spending, browser, os, device, screen
    from numbers({first:UInt64}, {count:UInt64}) as crowd
    join days on days.slot = cityHash64(luck, 'day') % 4000
    join places on places.slot = cityHash64(luck, 'place') % 1000
    join setups on setups.slot = cityHash64(luck, 'setup') % 1000
),

visits as (
    select
        *,
        day_offset,
        visit,
        cityHash64(luck, 'visit', visit) as chance,
        cityHash64(chance, 'source') % 1000 + if(visit = 1, 0, 1000) as source_slot,
        cityHash64(chance, 'journey') % 1000 + if(visit = 1, 0, 1000) as journey_slot
    from visitors
    array join visit_days as day_offset, arrayEnumerate(visit_days) as visit
    where arrival_day + day_offset < {days:UInt32}
),

walks as (
    select
        *,
        {starts_at:Int64} + (arrival_day + day_offset) * 86400000 + (hour - ahead) * 3600000
            + cityHash64(chance, 'second') % 3600000 as began_at,
        -- A quarter leaves after the first page; of the others some leave at every step, and most before they pay.
        if(
            cityHash64(chance, 'bounce') % 100 < 26,
            1,
            2 + toUInt32(-12 * log((cityHash64(chance, 'length') % 1000000 + 0.5) / 1000000))
        ) as patience,
        ['!add-to-cart', '!add-to-cart', '!add-to-cart', '!add-to-cart', '/checkout', '/checkout', '!purchase', '']
            [cityHash64(chance, 'doubt') % 8 + 1] as doubt,
        if(has(steps, doubt), indexOf(steps, doubt) - 1, toInt64(length(steps))) as doubted,
        arrayMap(
            step -> replaceOne(
                replaceOne(replaceOne(step, '{product}', product), '{other}', other),
                '{post}',
                {posts:Array(String)}[cityHash64(chance, 'post') % length({posts:Array(String)}) + 1]
            ),
            arraySlice(steps, 1, greatest(1, least(toInt64(patience), doubted)))
        ) as walked,
        -- A custom event happens on the page viewed before it, and soon.
        arrayFill(step -> not startsWith(step, '!'), walked) as paths,
        arrayPushFront(arrayPopBack(paths), '') as paths_before,
        arrayCumSum(
            arrayMap(
                (step, position) -> if(position = 1, 0, 1) * (
                    3000 + toUInt64(
                        if(startsWith(step, '!'), -9000, -40000)
                        * log((cityHash64(chance, 'pause', position) % 1000000 + 0.5) / 1000000)
                    )
                ),
                walked,
                arrayEnumerate(walked)
            )
        ) as offsets
    from visits
    join sources on sources.slot = visits.source_slot
    join journeys on journeys.slot = visits.journey_slot
    join products on products.slot = cityHash64(chance, 'product') % 1000
    join others on others.slot = cityHash64(chance, 'other') % 1000
    join hours on hours.slot = cityHash64(chance, 'hour') % 1000
),

steps_taken as (
    select
        *,
        step,
        path,
        path_before,
        position,
        cityHash64(chance, 'event', position) as dice,
        position = 1 as is_landing,
        startsWith(step, '!') as is_custom,
        if(is_custom, substring(step, 2), '') as name,
        began_at + offset as moment,
        1 + (dice % 10 = 0) + (dice % 50 = 0) as quantity,
        intDiv(price * quantity * spending, 100) as cents,
        toString(cents / 100) as amount
    from walks
    array join
        walked as step,
        paths as path,
        paths_before as path_before,
        offsets as offset,
        arrayEnumerate(walked) as position
    where moment <= {ends_at:Int64}
)

select
    {website:UUID} as website_id,
    -- As UUIDs of version 4 by their bits, and of version 7 for the events, whose ids order as they happened.
    reinterpretAsUUID(bitOr(
        bitShiftLeft(toUInt128(bitOr(bitAnd(cityHash64(luck, 'low'), 0x3fffffffffffffff), 0x8000000000000000)), 64),
        toUInt128(bitOr(bitAnd(luck, 0xffffffffffff0fff), 0x4000))
    )) as session_id,
    reinterpretAsUUID(bitOr(
        bitShiftLeft(toUInt128(bitOr(bitAnd(cityHash64(chance, 'low'), 0x3fffffffffffffff), 0x8000000000000000)), 64),
        toUInt128(bitOr(bitAnd(chance, 0xffffffffffff0fff), 0x4000))
    )) as visit_id,
    reinterpretAsUUID(bitOr(
        bitShiftLeft(toUInt128(bitOr(bitAnd(dice, 0x3fffffffffffffff), 0x8000000000000000)), 64),
        toUInt128(bitOr(bitShiftLeft(toUInt64(moment), 16), 0x7000 + position))
    )) as event_id,
    fromUnixTimestamp64Milli(moment, 'UTC') as created_at,
    if(is_custom, 2, 1) as event_type,
    name as event_name,
    tag,

    hostname,
    path,
    multiIf(
        is_landing and source_click_id != '', concat(source_query, '&', source_click_id, '=', lower(hex(chance))),
        is_landing, source_query,
        path = '/search', concat('q=', encodeURLComponent({searches:Array(String)}[chance % length({searches:Array(String)}) + 1])),
        ''
    ) as query,
    transform(path, {title_paths:Array(String)}, {titles:Array(String)}, 'Demo shop') as title,

    multiIf(is_landing, source_referrer, hostname) as referrer,
    multiIf(is_landing, source_referrer_path, path_before) as referrer_path,
    '' as referrer_query,
    if(is_landing, source_utm_source, '') as utm_source,
    if(is_landing, source_utm_medium, '') as utm_medium,
    if(is_landing, source_utm_campaign, '') as utm_campaign,
    if(is_landing, source_utm_content, '') as utm_content,
    if(is_landing, source_utm_term, '') as utm_term,
    if(is_landing and source_click_id = 'gclid', lower(hex(chance)), '') as gclid,
    if(is_landing and source_click_id = 'fbclid', lower(hex(chance)), '') as fbclid,
    if(is_landing and source_click_id = 'msclkid', lower(hex(chance)), '') as msclkid,
    if(is_landing and source_click_id = 'ttclid', lower(hex(chance)), '') as ttclid,
    if(is_landing and source_click_id = 'li_fat_id', lower(hex(chance)), '') as li_fat_id,
    if(is_landing and source_click_id = 'twclid', lower(hex(chance)), '') as twclid,

    browser, os, device, screen, language, country, region, city,
    distinct_id,

    multiIf(
        name = 'add-to-cart', ['product', 'price', 'quantity'],
        name = 'purchase', ['product', 'revenue', 'currency', 'first_order', 'delivery'],
        name = 'subscribe', ['plan', 'revenue', 'currency'],
        name = 'signup', ['plan', 'newsletter'],
        name = 'search', ['query', 'results'],
        name = 'begin-checkout', ['items', 'express'],
        []
    ) as property_names,
    multiIf(
        name = 'add-to-cart', [1, 2, 2],
        name = 'purchase', [1, 2, 1, 3, 4],
        name = 'subscribe', [1, 2, 1],
        name = 'signup', [1, 3],
        name = 'search', [1, 2],
        name = 'begin-checkout', [2, 3],
        []
    ) as property_types,
    multiIf(
        name = 'add-to-cart', [product, toString(price / 100), toString(quantity)],
        name = 'purchase', [
            product, amount, currency, if(visit = 1, 'true', 'false'),
            formatDateTime(toDateTime(intDiv(moment, 86400000) * 86400 + (2 + dice % 4) * 86400, 'UTC'), '%Y-%m-%dT%H:%i:%SZ')
        ],
        name = 'subscribe', [if(dice % 3 = 0, 'monthly', 'yearly'), if(dice % 3 = 0, '9.5', '99'), currency],
        name = 'signup', [['free', 'club', 'office'][dice % 3 + 1], if(dice % 5 < 2, 'true', 'false')],
        name = 'search', [{searches:Array(String)}[chance % length({searches:Array(String)}) + 1], toString(dice % 12)],
        name = 'begin-checkout', [toString(quantity), if(dice % 4 = 0, 'true', 'false')],
        []
    ) as property_values,
    if(name in ('purchase', 'subscribe'), [currency], []) as revenue_currencies,
    multiIf(
        name = 'purchase', [toDecimal128(cents, 4) / 100],
        name = 'subscribe', [if(dice % 3 = 0, toDecimal128('9.5', 4), toDecimal128('99', 4))],
        []
    ) as revenue_amounts
from steps_taken
