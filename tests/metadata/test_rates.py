"""Exchange rates in the database, and the CSV that they come in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kokumi.domain.rates import Rate, read_rates
from kokumi.errors import BadRequestError
from kokumi.metadata.store import Metadata

HEAD = "date,currency,rate"


def rate(currency: str, day: int, value: str) -> Rate:
    return Rate(currency, day, Decimal(value))


def test_rates_of_days_and_the_latest_before_them(metadata: Metadata) -> None:
    stored = [rate("JPY", 5, "160"), rate("USD", 1, "1.1"), rate("USD", 5, "1.2"), rate("USD", 9, "1.3")]
    assert metadata.rates.store(stored) == 4
    assert metadata.rates.all() == stored
    assert metadata.rates.between(6, 8) == [stored[0], stored[2]]
    assert metadata.rates.between(5, 9) == [stored[0], *stored[1:]]
    assert metadata.rates.between(2, 4) == [stored[1]]
    assert metadata.rates.between(-5, 0) == []
    assert metadata.rates.since() == {"JPY": 5, "USD": 1}
    assert metadata.rates.base == "EUR"


def test_rates_are_replaced_and_the_last_of_a_day_counts(metadata: Metadata) -> None:
    metadata.rates.store([rate("USD", 1, "1.1"), rate("USD", 2, "1.2")])
    assert metadata.rates.store([rate("USD", 2, "9"), rate("USD", 2, "1.3")]) == 1
    assert metadata.rates.all() == [rate("USD", 1, "1.1"), rate("USD", 2, "1.3")]


def test_many_rates_keep_all_their_decimals(metadata: Metadata) -> None:
    finest = "999999999999.99999999999999999999"
    stored = [rate("USD", day, finest) for day in range(-1000, 1000)]
    assert metadata.rates.store(stored) == len(stored)
    assert metadata.rates.all() == stored


def test_csv_in_any_order_of_columns() -> None:
    lines = ["rate,note,date,currency", "1.5,x, 1970-01-02 ,usd", "0.00000000000000000001,,1969-12-31,JPY"]
    assert list(read_rates(lines)) == [
        rate("USD", 1, "1.5"),
        rate("JPY", -1, "0.00000000000000000001"),
    ]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("2025-02-30,USD,1", "Line 2: there is no day 2025-02-30."),
        ("30.1.2025,USD,1", "Line 2: the date must look like 2025-10-31."),
        ("2025-01-30,US,1", "Line 2: the currency must have three letters."),
        *(
            (
                f"2025-01-30,USD,{number}",
                "Line 2: the rate must be a number over 0 with at most 20 decimals.",
            )
            for number in ("0", "-1", "1e3", "nan", "", "1000000000000", "0." + 21 * "1")
        ),
        ("2025-01-30,USD,1,5", "Line 2: it has more values than there are columns."),
        ("2025-01-30,USD", "Line 2: the rate must be a number over 0 with at most 20 decimals."),
    ],
)
def test_csv_that_is_wrong(line: str, sentence: str) -> None:
    with pytest.raises(BadRequestError) as error:
        list(read_rates([HEAD, line]))
    assert str(error.value) == sentence


def test_csv_without_a_column() -> None:
    with pytest.raises(BadRequestError, match="must name the columns date, currency, rate"):
        list(read_rates(["date,rate", "2025-01-30,1"]))
