"""Dumps as they are found: older layouts, missing columns, broken rows, and data of every kind."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from kokumi.domain.websites import Website
from kokumi.errors import BadRequestError
from kokumi.events.store import EventStore
from kokumi.importers.umami.summary import (
    NO_EVENT,
    NO_MONEY,
    NO_REVENUE_EVENT,
    NO_SESSION,
    NO_WEBSITE,
    PROBLEMS,
    TWICE,
    Skipped,
    Summary,
)
from kokumi.sql.fragment import sql
from oracle.model import Event
from support.umami import Book, Row, dump, stored, take_over

AT = 1_761_198_803_719
EVENT = "b044d527-dd17-45a9-bcdb-a284b7c03984"
OTHER = "c144d527-dd17-45a9-bcdb-a284b7c03984"
SESSION = "9dd8904f-0748-4671-a1ba-de026a6ae768"
VISIT = "d04ce50b-0620-4087-be5f-e38183faac57"


def a_row(website_id: UUID | str, **fields: str) -> Row:
    """Return a row of website_event with little in it."""
    plain = {"event_id": EVENT, "website_id": str(website_id), "session_id": SESSION, "visit_id": VISIT}
    return {**plain, "created_at": "2025-10-23 05:53:23.719+00", "url_path": "/", **fields}


def an_event(website_id: UUID, **fields: object) -> Event:
    """Return the event that such a row becomes."""
    ids = {"event_id": EVENT, "website_id": str(website_id), "session_id": SESSION, "visit_id": VISIT}
    return Event(**{**ids, "created_at_ms": AT, "path": "/", **fields})  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(
    ("row", "event"),
    [
        pytest.param({}, {}, id="hardly any column"),
        pytest.param({"created_at": "2025-10-23T05:53:23.7199Z"}, {}, id="finer digits are cut"),
        pytest.param({"created_at": "2025-10-23 11:23:23.719+05:30"}, {}, id="another offset"),
        pytest.param({"created_at": "2025-10-23 05:53:23.719"}, {}, id="no offset is UTC"),
        pytest.param({"event_name": "signup"}, {"event_name": "signup", "event_type": 2}, id="type by name"),
        pytest.param({"event_type": "4"}, {"event_type": 4}, id="pixel"),
        pytest.param(
            {"event_type": "5", "lcp": "1200.5000", "cls": "0.1000", "inp": ""},
            {"event_type": 5, "properties": (("cls", 2, "0.1"), ("lcp", 2, "1200.5"))},
            id="vitals",
        ),
        pytest.param(
            {"page_title": ' "Über\nuns", 50%\t\\N ', "url_path": "/a,b"},
            {"title": ' "Über\nuns", 50%\t\\N ', "path": "/a,b"},
            id="quotes, breaks, spaces",
        ),
        pytest.param(
            {"url_query": "utm_source=news%20letter&gclid=x+y&utm_term="},
            {
                "query": "utm_source=news%20letter&gclid=x+y&utm_term=",
                "utm_source": "news letter",
                "gclid": "x y",
            },
            id="campaigns of a dump without their columns",
        ),
        pytest.param(
            {"url_query": "utm_source=a", "utm_source": "", "utm_medium": "email"},
            {"query": "utm_source=a", "utm_medium": "email"},
            id="campaigns of a dump with their columns",
        ),
        pytest.param(
            {"referrer_domain": "t.co", "referrer_path": "/x", "referrer_query": "y=1"},
            {"referrer": "t.co", "referrer_path": "/x", "referrer_query": "y=1"},
            id="referrer",
        ),
        pytest.param(
            {"tag": "b", "hostname": "a.example"}, {"tag": "b", "hostname": "a.example"}, id="tag and host"
        ),
    ],
)  # fmt: skip
def test_reads_a_row(
    row: Row, event: Mapping[str, object], tmp_path: Path, store: EventStore, website_id: UUID
) -> None:
    summary = take_over(dump(tmp_path, {"website_event": [a_row(website_id, **row)]}), store)
    assert (summary.events, summary.skipped) == (1, ())
    assert stored(store, website_id) == [an_event(website_id, **event)]


@pytest.mark.parametrize(
    ("data", "properties"),
    [
        pytest.param({"string_value": "a b", "data_type": "1"}, (1, "a b"), id="text"),
        pytest.param({"number_value": "19.5000", "data_type": "2"}, (2, "19.5"), id="number"),
        pytest.param({"number_value": "100.0000", "data_type": "2"}, (2, "100"), id="round number"),
        pytest.param({"number_value": "-0.0000", "data_type": "2"}, (2, "0"), id="zero"),
        pytest.param({"number_value": "-3", "data_type": "2"}, (2, "-3"), id="whole number"),
        pytest.param({"string_value": "7.2500", "data_type": "2"}, (2, "7.25"), id="number as text"),
        pytest.param({"string_value": "true", "data_type": "3"}, (3, "true"), id="truth"),
        pytest.param(
            {"string_value": "2025-10-01T09:00:00.000+02:00", "data_type": "4"},
            (4, "2025-10-01T07:00:00Z"),
            id="date",
        ),
        pytest.param(
            {"date_value": "2025-10-01 07:00:00.05+00", "data_type": "4"},
            (4, "2025-10-01T07:00:00.050Z"),
            id="date with milliseconds",
        ),
        pytest.param({"string_value": '["a"]', "data_type": "5"}, (5, '["a"]'), id="list"),
        pytest.param({"number_value": "4.0000"}, (2, "4"), id="number of an older layout"),
        pytest.param({"date_value": "2025-10-01 07:00:00+00"}, (4, "2025-10-01T07:00:00Z"), id="date of one"),
    ],
)
def test_writes_data_in_its_canonical_form(
    data: Row, properties: tuple[int, str], tmp_path: Path, store: EventStore, website_id: UUID
) -> None:
    tables: dict[str, list[Row]] = {
        "website_event": [a_row(website_id)],
        "event_data": [{"website_event_id": EVENT, "event_key": "key", **data}],
    }
    assert take_over(dump(tmp_path, tables), store).skipped == ()
    assert stored(store, website_id) == [an_event(website_id, properties=(("key", *properties),))]


TOLD = {"revenue": ("2", "12.3456"), "currency": ("1", "eur")}


@pytest.mark.parametrize(
    ("told", "revenue"),
    [
        pytest.param(TOLD, (("EUR", Decimal("12.3456")),), id="number"),
        pytest.param({**TOLD, "revenue": ("1", " +5.00005 ")}, (("EUR", Decimal("5.0001")),), id="text"),
        pytest.param({**TOLD, "revenue": ("1", "5 EUR")}, (), id="no number"),
        pytest.param({**TOLD, "revenue": ("3", "true")}, (), id="of another kind"),
        pytest.param({**TOLD, "currency": ("1", "euro")}, (), id="no currency"),
        pytest.param({"revenue": ("2", "5.0000")}, (), id="currency missing"),
    ],
)
def test_finds_revenue_in_data(
    told: Mapping[str, tuple[str, str]],
    revenue: tuple[tuple[str, Decimal], ...],
    tmp_path: Path,
    store: EventStore,
    website_id: UUID,
) -> None:
    rows = [
        {"website_event_id": EVENT, "data_key": key, "data_type": kind, "string_value": value}
        for key, (kind, value) in told.items()
    ]
    take_over(dump(tmp_path, {"website_event": [a_row(website_id)], "event_data": rows}), store)
    assert [event.revenue for event in stored(store, website_id)] == [revenue]


def test_prefers_a_table_of_revenue(tmp_path: Path, store: EventStore, website_id: UUID) -> None:
    tables: dict[str, list[Row]] = {
        "website_event": [a_row(website_id), a_row(website_id, event_id=OTHER)],
        "event_data": [
            {"website_event_id": OTHER, "data_key": "revenue", "data_type": "2", "string_value": "3.0000"},
            {"website_event_id": OTHER, "data_key": "currency", "data_type": "1", "string_value": "EUR"},
        ],
        "revenue": [
            {"event_id": EVENT, "currency": "usd", "revenue": "2.5000"},
            {"event_id": EVENT, "currency": "USD", "revenue": "1.0000"},
            {"event_id": EVENT, "currency": "dollars", "revenue": "1.0000"},
            {"event_id": str(uuid4()), "currency": "USD", "revenue": "1.0000"},
        ],
    }
    summary = take_over(dump(tmp_path, tables), store)
    assert summary.skipped == (Skipped(NO_REVENUE_EVENT, 1), Skipped(NO_MONEY, 1))
    assert [event.revenue for event in stored(store, website_id)] == [
        (("USD", Decimal("1.0000")), ("USD", Decimal("2.5000"))),
        (),
    ]


def test_gives_events_the_attributes_of_their_session(
    tmp_path: Path, store: EventStore, website_id: UUID
) -> None:
    tables: dict[str, list[Row]] = {
        "website_event": [a_row(website_id)],
        "session": [
            {
                "session_id": SESSION,
                "website_id": str(website_id),
                "hostname": "old.example",
                "browser": "ios",
                "country": "BR",
                "subdivision1": "BR-SP",
                "city": "São Paulo",
            }
        ],
    }
    take_over(dump(tmp_path, tables), store)
    attributes = {"hostname": "old.example", "browser": "ios", "country": "BR", "region": "BR-SP"}
    assert stored(store, website_id) == [an_event(website_id, **attributes, city="São Paulo")]


def test_says_what_it_skips_and_why(tmp_path: Path, store: EventStore, website_id: UUID) -> None:
    stranger, broken = uuid4(), "not-an-id"
    tables: dict[str, list[Row]] = {
        "website": [{"website_id": str(website_id), "name": "Mine", "domain": "a.example", "deleted_at": ""}],
        "website_event": [
            a_row(website_id, event_type="1"),
            a_row(website_id, event_type="1"),
            a_row(website_id, event_type="1", event_id=broken),
            a_row(broken, event_type="1", event_id=OTHER),
            a_row(website_id, event_type="1", event_id=OTHER, session_id=""),
            a_row(website_id, event_type="1", event_id=OTHER, created_at="yesterday"),
            a_row(website_id, event_type="9", event_id=OTHER),
            a_row(stranger, event_type="3", event_id=OTHER),
        ],
        "event_data": [{"website_event_id": OTHER, "data_key": "a", "string_value": "b"}],
        "session_data": [
            {"website_id": str(website_id), "session_id": broken, "created_at": "2025-10-23 05:53:23+00"}
        ],
    }
    book = Book()
    assert take_over(dump(tmp_path, tables), store, book) == Summary(
        (Website(website_id, "Mine", "a.example"),),
        1,
        0,
        (
            *(Skipped(problem, 1) for problem in PROBLEMS),
            Skipped(NO_WEBSITE, 1),
            Skipped(NO_SESSION, 1),
            Skipped(TWICE, 1),
            Skipped(NO_EVENT, 1),
        ),
        0,
    )
    assert stored(store, website_id) == [an_event(website_id)]
    assert stored(store, stranger) == []


def test_keeps_from_when_a_website_counts(tmp_path: Path, store: EventStore, website_id: UUID) -> None:
    """What lies before its reset was not counted there either."""
    named = {"website_id": str(website_id), "name": "Mine", "domain": "a.example"}
    early = a_row(website_id, event_id=OTHER, created_at="2025-10-23 05:00:00+00")
    tables: dict[str, list[Row]] = {
        "website": [{**named, "reset_at": "2025-10-23 05:30:00.5+00"}],
        "website_event": [early, a_row(website_id)],
    }
    reset = Website(website_id, "Mine", "a.example", 1_761_197_400_500)
    assert take_over(dump(tmp_path, tables), store) == Summary((reset,), 2, 0, (), 1)


def test_makes_visits_by_session_and_hour_where_there_are_none(
    tmp_path: Path, store: EventStore, website_id: UUID
) -> None:
    times = ("2025-10-23 05:01:00+00", "2025-10-23 05:59:00+00", "2025-10-23 06:00:00+00")
    rows = [a_row(website_id, event_id=str(uuid4()), created_at=at) for at in times]
    without = [{name: value for name, value in row.items() if name != "visit_id"} for row in rows]
    take_over(dump(tmp_path, {"website_event": without}), store)
    first, second, third = (event.visit_id for event in stored(store, website_id))
    assert first == second != third


def test_keeps_what_sessions_told_of_themselves(tmp_path: Path, store: EventStore, website_id: UUID) -> None:
    said = {"website_id": str(website_id), "session_id": SESSION, "created_at": "2025-10-23 05:53:23.719+00"}
    tables: dict[str, list[Row]] = {
        "website_event": [a_row(website_id)],
        "session": [{"session_id": SESSION, "distinct_id": "ann"}],
        "session_data": [
            {**said, "data_key": "plan", "data_type": "1", "string_value": "pro", "number_value": ""},
            {**said, "data_key": "age", "data_type": "2", "string_value": "", "number_value": "41.0000"},
        ],
    }
    folder = dump(tmp_path, tables)
    question = sql(
        "select toString(session_id), toUnixTimestamp64Milli(created_at), distinct_id,"
        " arrayZip(property_names, property_types, property_values)"
        " from identifications where website_id = {website:UUID}",
        website=website_id,
    )
    for stored_now in (1, 0):
        assert take_over(folder, store).identifications == stored_now
        [(session, at, distinct_id, properties)] = store.query(question, name="test").rows
        assert (session, at, distinct_id) == (SESSION, AT, "ann")
        assert properties == [("age", 2, "41"), ("plan", 1, "pro")]
    assert [event.distinct_id for event in stored(store, website_id)] == ["ann"]


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        pytest.param({}, "There is no table website_event", id="nothing there"),
        pytest.param({"website_event": b""}, "no column event_id and no website_id", id="empty file"),
        pytest.param(
            {"website_event": b"event_id,website_id,created_at\n"}, "has no column session_id", id="a column"
        ),
        pytest.param(
            {"website_event": b"event_id,website_id,session_id,created_at\n\xe9,,,\n"},
            "The table website_event is not CSV in UTF-8",
            id="another encoding",
        ),
        pytest.param(
            {"website_event": b'event_id,website_id,session_id,created_at\n"a,,,\n'},
            "The CSV cannot be read",
            id="an open quote",
        ),
    ],
)
def test_refuses_what_it_cannot_read(
    files: Mapping[str, bytes], sentence: str, tmp_path: Path, store: EventStore
) -> None:
    for name, content in files.items():
        (tmp_path / f"{name}.csv").write_bytes(content)
    with pytest.raises(BadRequestError, match=sentence):
        take_over(tmp_path, store)
    left = store.query(sql("select name from system.tables where name like 'import_umami%'"), name="test")
    assert list(left.rows) == []
