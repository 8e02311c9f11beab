"""The report pages of docs/spec, sentence by sentence, where the worked example is silent."""

from dataclasses import replace

from oracle.attribution import attribution
from oracle.breakdown import breakdown
from oracle.funnel import funnel
from oracle.journey import journey
from oracle.making import custom, request, sale, view, with_data
from oracle.model import Event
from oracle.retention import retention
from oracle.revenue import revenue
from oracle.utm import utm

DAY = "2025-05-01"


def minutes(*paths: str, session: str = "ann", visit: str = "") -> list[Event]:
    return [view(path, f"{DAY}T00:{n:02}:00", session, visit) for n, path in enumerate(paths)]


def rows_of(events: list[Event], **parameters: object) -> list[dict[str, object]]:
    rows = funnel(events, request(**parameters))
    assert isinstance(rows, list)
    return rows


def reaching(events: list[Event], *values: str, window: float = 1, unit: str = "day") -> list[object]:
    steps = [{"type": "path" if value.startswith("/") else "event", "value": value} for value in values]
    return [row["visitors"] for row in rows_of(events, steps=steps, window=window, windowUnit=unit)]


def test_utm_counts_page_views_and_breaks_ties_by_name() -> None:
    events = [view("/", DAY, utm_source=name) for name in ("b", "a", "B", "b", "")]
    rows = utm([*events, custom("x", DAY, utm_source="c")], request())["utm_source"]
    assert rows == [{"utm": "b", "views": 2}, {"utm": "B", "views": 1}, {"utm": "a", "views": 1}]


def test_breakdown_credits_time_to_the_earlier_and_bounces_to_the_only_view() -> None:
    events = [*minutes("/a", "/b", "/b"), view("/a", DAY, "bob"), custom("x", f"{DAY}T00:00:30", "bob")]
    assert breakdown(events, request(fields=["path"])) == [
        {"path": "/a", "views": 2, "visitors": 2, "visits": 2, "bounces": 1, "totaltime": 60},
        {"path": "/b", "views": 2, "visitors": 1, "visits": 1, "bounces": 0, "totaltime": 60},
    ]
    assert breakdown(events, request(fields=["event"])) == [
        {"event": "", "views": 4, "visitors": 2, "visits": 2, "bounces": 1, "totaltime": 150},
        {"event": "x", "views": 1, "visitors": 1, "visits": 1, "bounces": 0, "totaltime": 0},
    ]


def test_breakdown_answers_with_the_names_as_asked() -> None:
    assert list(breakdown([view("/", DAY)], request(fields=["utm_source", "distinct-id"]))[0])[:2] == [
        "utm_source",
        "distinct-id",
    ]


def test_a_later_first_event_may_be_the_one_that_leads_on() -> None:
    events = minutes("/a", "/x", "/x", "/a", "/b")
    assert reaching(events, "/a", "/b", window=1, unit="minute") == [1, 1]
    assert reaching(minutes("/a", "/a", "/x", "/b", "/c"), "/a", "/b", "/c", window=2, unit="minute") == [
        1,
        1,
        1,
    ]


def test_the_window_is_inclusive_counts_from_the_step_before_and_may_be_fractional() -> None:
    events = minutes("/a", "/b", "/c")
    assert reaching(events, "/a", "/b", "/c", window=1, unit="minute") == [1, 1, 1]
    assert reaching(events, "/a", "/b", window=0.999, unit="minute") == [1, 0]
    assert reaching(events, "/a", "/b", window=1 / 64, unit="hour") == [1, 0]
    assert reaching(events, "/a", "/b", window=0.5, unit="hour") == [1, 1]


def test_one_event_is_not_used_twice() -> None:
    assert reaching(minutes("/a"), "/a", "/a") == [1, 0]
    assert reaching(minutes("/a"), "/*", "/a") == [1, 0]
    assert reaching(minutes("/a", "/a"), "/a", "/a", "/a") == [1, 1, 0]


def test_events_at_one_time_are_ordered_by_id_as_text() -> None:
    first, second = view("/b", DAY, event_id="10"), view("/a", DAY, event_id="9")
    assert reaching([second, first], "/b", "/a") == [1, 1]
    assert reaching([first, second], "/a", "/b") == [1, 0]


def test_conditions_on_data_compare_text_and_need_the_property() -> None:
    events = [
        with_data("buy", DAY, "ann", plan="Pro"),
        with_data("buy", DAY, "bob", other="Pro"),
        with_data("buy", DAY, "cem", plan="a,b"),
        with_data("buy", DAY, "dee", plan="19.5"),
    ]

    def found(operator: str, value: object) -> object:
        wanted = [{"property": "plan", "operator": operator, "value": value}]
        step = {"type": "event", "value": "buy", "filters": wanted}
        row = rows_of(events, steps=[step, step], window=1)[0]
        assert row["filters"] == wanted
        return row["visitors"]

    assert [found("eq", value) for value in ("Pro", "pro", "a,b", "a", 19.5, "19.50")] == [1, 0, 1, 0, 1, 0]
    assert [found("neq", "Pro"), found("c", "PR"), found("dnc", "PR")] == [2, 1, 2]


def test_a_funnel_that_nobody_enters_has_no_rates() -> None:
    rows = rows_of([], steps=[{"type": "path", "value": "/"}] * 2, window=1)
    assert [(row["previous"], row["dropped"], row["dropoff"], row["remaining"]) for row in rows] == [
        (0, 0, None, None),
        (0, 0, None, None),
    ]


def ways(events: list[Event], **parameters: object) -> list[tuple[object, object]]:
    rows = journey(events, request(**parameters))
    assert isinstance(rows, list)
    return [(row["items"], row["count"]) for row in rows]


def test_a_journey_is_counted_before_it_is_folded() -> None:
    events = [*minutes("/a", "/a", "/b"), *minutes("/a", "/b", session="bob"), *minutes("/a", session="cem")]
    assert ways(events, steps=3) == [
        (["/a", None, None], 1),
        (["/a", "/b", None], 1),
        (["/a", "/b", None, None], 1),
    ]
    assert ways(events, steps=7) == [(["/a", None], 1), (["/a", "/b", None], 1), (["/a", "/b", None], 1)]
    assert ways(events, steps=2) == [(["/a", None], 1), (["/a", None, None], 1), (["/a", "/b", None], 1)]


def test_a_collapsed_journey_has_no_nulls_and_looks_further() -> None:
    events = [*minutes("/a", "/a", "/b", "/c"), *minutes("/a", "/b", session="bob")]
    assert ways(events, steps=2, collapse=True) == [(["/a", "/b"], 2)]
    assert ways(events, steps=3, collapse=True, endStep="/b") == [(["/a", "/b"], 1)]


def test_the_end_of_a_journey_is_the_last_item_there_is() -> None:
    events = minutes("/a", "/b", "/c")
    assert ways(events, steps=2, endStep="/b", startStep="") == [(["/a", "/b", None], 1)]
    assert ways(events, steps=4, endStep="/*", startStep=r"/\*") == []
    events.append(custom("x", f"{DAY}T01:00:00"))
    assert ways(events, steps=3, eventType=2) == [(["x", None, None], 1)]


def test_retention_counts_calendar_days_across_daylight_saving() -> None:
    events = [view("/", f"2025-10-{day}T{hour}:30:00+0{offset}:00") for day, hour, offset in (
        (25, 23, 2), (26, "00", 2), (26, 23, 1), (27, "00", 1))]  # fmt: skip
    rows = retention(events, request({"path": "/"}, timezone="Europe/Berlin"))
    assert [(row["date"], row["day"], row["percentage"]) for row in rows] == [
        ("2025-10-24T22:00:00Z", 0, 100),
        ("2025-10-24T22:00:00Z", 1, 100),
        ("2025-10-24T22:00:00Z", 2, 100),
    ]


def test_the_cohort_day_is_filtered_but_the_return_is_not_and_never_negative() -> None:
    events = [view("/other", "2025-05-01"), view("/", "2025-05-02"), view("/other", "2025-06-02")]
    rows = retention(events, request({"path": "/"}))
    assert [(row["date"], row["day"]) for row in rows] == [
        ("2025-05-02T00:00:00Z", 0),
        ("2025-05-02T00:00:00Z", 31),
    ]


def test_a_repeated_hour_gives_two_buckets() -> None:
    events = [sale("0.1", f"2025-10-26T0{hour}:30:00Z") for hour in (0, 0, 0, 1)]
    asked = request(currency="usd", unit="hour", timezone="Europe/Berlin")
    assert revenue(events, asked)["chart"] == [
        {"x": "purchase", "t": "2025-10-26T00:00:00Z", "y": 0.3, "count": 3},
        {"x": "purchase", "t": "2025-10-26T01:00:00Z", "y": 0.1, "count": 1},
    ]


def test_revenue_origins_are_those_of_the_first_unfiltered_event() -> None:
    events = [
        view("/", "2025-05-01", referrer="www.example.com"),
        sale("5", "2025-05-02", referrer="google.com", country="DE", region="X"),
        sale("5", "2025-05-02", "bob", country="AT", region="X"),
        sale("5", "2025-05-02", "cem", currency="EUR"),
        view("/", "2025-05-02", "dee"),
    ]
    found = revenue(events, request({"path": "/", "event": "purchase"}, currency="USD"))
    assert found["referrer"] == [{"name": "", "value": 5}, {"name": "www.example.com", "value": 5}]
    assert found["region"] == [
        {"name": "X", "country": "AT", "value": 5},
        {"name": "X", "country": "DE", "value": 5},
    ]
    assert found["channel"] == [{"name": "", "value": 5}, {"name": "direct", "value": 5}]


def test_revenue_compares_with_the_range_before_or_a_year_earlier() -> None:
    events = [sale("1", "2024-02-28"), sale("2", "2025-02-26T23:59:59.999"), sale("4", "2025-02-28")]
    events += [view("/", "2025-02-28", "bob"), sale("8", "2023-02-28")]

    def compared(compare: str, day: str) -> object:
        total = revenue(events, request(currency="USD", startDate=day, endDate=day, compare=compare))["total"]
        assert isinstance(total, dict)
        return total["comparison"]["sum"]

    assert (compared("prev", "2025-02-27"), compared("prev", "2025-02-28")) == (2, 0)
    assert (compared("yoy", "2025-02-28"), compared("yoy", "2024-02-29")) == (1, 8)


def test_an_event_counts_once_with_the_sum_of_its_rows() -> None:
    once = sale("0.1", DAY)
    total = revenue([replace(once, revenue=once.revenue * 3)], request(currency="USD"))["total"]
    assert isinstance(total, dict)
    assert (total["sum"], total["count"], total["average"], total["arpu"]) == (0.3, 1, 0.3, 0.3)


def credited(events: list[Event], model: str = "first-click", **parameters: object) -> object:
    asked = {"model": model, "type": "event", "step": "purchase"} | parameters
    return attribution(events, request(**asked))["referrer"]


def test_one_touch_before_the_last_conversion_is_credited() -> None:
    events = [
        view("/", "2025-05-01", referrer="www.example.com"),
        view("/", "2025-05-02", referrer="first.example"),
        sale("5", "2025-05-03"),
        view("/", "2025-05-04", referrer="last.example"),
        sale("7", "2025-05-05"),
        view("/", "2025-05-06", referrer="late.example"),
        sale("9", "2025-05-03", "bob"),
    ]
    assert credited(events) == [{"name": "first.example", "value": 1}]
    assert credited(events, "lastClick") == [{"name": "last.example", "value": 1}]
    assert credited(events, currency="usd") == [{"name": "first.example", "value": 12}]
    assert credited(events, currency="EUR") == []
    assert credited(events, "last_click", type="path", step="/") == [{"name": "late.example", "value": 1}]
    assert credited(events, type="path", step="/", currency="USD") == [{"name": "first.example", "value": 12}]


def test_the_conversion_itself_may_be_the_touch_and_ties_go_by_id() -> None:
    own = replace(sale("5", DAY, referrer="own.example"), event_id="5")
    before = view("/", DAY, referrer="before.example", event_id="10")
    after = view("/", DAY, referrer="after.example", event_id="6")
    assert credited([own, after], "last-click") == [{"name": "own.example", "value": 1}]
    assert credited([own, before]) == [{"name": "before.example", "value": 1}]


def test_a_touch_is_credited_though_the_filters_leave_it_out() -> None:
    events = [view("/", "2025-05-01", gclid="1", fbclid="2", tag="x"), sale("5", "2025-05-02")]
    asked = request({"tag": "ns."}, model="first-click", type="event", step="*")
    assert attribution(events, asked)["paidAds"] == [{"name": "Google Ads", "value": 1}]
