string_value    String ephemeral,
    number_value    String ephemeral,
    date_value      String ephemeral,
    data_type       String ephemeral,
    number          String ephemeral if(number_value != '', number_value, string_value),
    moment          DateTime64(3, 'UTC') ephemeral
        parseDateTime64BestEffortOrZero(if(string_value != '', string_value, date_value), 3, 'UTC'),
    kind            UInt8 default multiIf(
        toUInt8OrZero(data_type) between 1 and 5, toUInt8OrZero(data_type),
        number_value != '', 2,
        date_value != '', 4,
        1
    ),
    -- Numbers in shortest form, dates as ISO 8601 in UTC (docs/spec/events.md#event-data).
    text            String default multiIf(
        kind = 2 and match(number, '^-?0*[.]?0*$'), '0',
        kind = 2 and position(number, '.') > 0, trim(trailing '.' from trim(trailing '0' from number)),
        kind = 2, number,
        kind = 4 and moment > toDateTime64(0, 3, 'UTC'), concat(
            formatDateTime(moment, '%Y-%m-%dT%H:%i:%S', 'UTC'),
            if(
                toUnixTimestamp64Milli(moment) % 1000 = 0,
                '',
                concat('.', leftPad(toString(toUnixTimestamp64Milli(moment) % 1000), 3, '0'))
            ),
            'Z'
        ),
        string_value
    )
