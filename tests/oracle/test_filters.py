"""docs/spec/filters.md, sentence by sentence, where the worked example is silent."""

from collections.abc import Mapping

import pytest

from oracle.errors import BadRequestError, NotFoundError
from oracle.filters import pattern_fits, wire_condition
from oracle.goals import goals
from oracle.making import OTHER_SITE, SITE, custom, event, ms, request, view
from oracle.model import Event


def sessions(events: list[Event], filters: dict[str, object], **world: object) -> int:
    saved = world.get("saved")
    assert saved is None or isinstance(saved, Mapping)
    now_ms, zone = int(str(world.get("now_ms", 0))), world.get("timezone")
    total = goals(events, request(filters, type="path", value="*", timezone=zone), saved, now_ms=now_ms)[
        "total"
    ]
    assert isinstance(total, int)
    return total


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("eq.c.example.com", ["c.example.com"]),
        ("c.example.com", ["c.example.com", "Example.com", "example.com"]),
        ("example.com", ["example.com"]),
        ("eq.example.com,Example.com", ["Example.com", "example.com"]),
        (["a,b"], ["a,b"]),
        ("a,b", []),
        (["eq.x", "%"], ["%"]),
        ("", [""]),
        ("eq.", [""]),
        ("neq.", ["%", "Example.com", "_", "a,b", "c.example.com", "example.com", "19.5"]),
        ("s.whatever", ["%", "Example.com", "_", "a,b", "c.example.com", "example.com", "19.5"]),
        ("ns.", [""]),
        ("c.%", ["%"]),
        ("c._", ["_"]),
        ("dnc.E", ["", "%", "_", "a,b", "19.5"]),
        ("re.^EX", ["Example.com", "example.com"]),
        ("nre..", [""]),
        (" example.com", []),
        ("s", []),
        (19.5, ["19.5"]),
    ],
)
def test_a_value_asks_for(value: object, kept: list[str]) -> None:
    tags = ["", "%", "Example.com", "_", "a,b", "c.example.com", "example.com", "19.5"]
    found = [tag for tag in tags if wire_condition("tag", value).holds(view("/", 0, tag=tag))]
    assert sorted(found) == sorted(kept)


@pytest.mark.parametrize("value", [[], True, {}, ["a", True], "re.(", f"nre.{'a' * 501}"])
def test_a_value_is_refused(value: object) -> None:
    with pytest.raises(BadRequestError):
        wire_condition("tag", value)


def test_null_is_not_there_and_an_unknown_name_is_refused() -> None:
    assert sessions([view("/", "2025-05-01")], {"tag": None}) == 1
    with pytest.raises(BadRequestError):
        sessions([view("/", "2025-05-01")], {"url": "/"})


def test_missing_text_is_empty_text() -> None:
    events = [view("/", "2025-05-01", "ann", country="US"), view("/", "2025-05-01", "bob")]
    assert sessions(events, {"country": "neq.US"}) == 1


@pytest.mark.parametrize("name", ["utmSource", "utm_source", "utm-source", "utmSource3", "utm_source12"])
def test_names_come_in_three_spellings_and_with_digits(name: str) -> None:
    events = [view("/", "2025-05-01", "ann", utm_source="x"), view("/", "2025-05-01", "bob")]
    assert sessions(events, {name: "x"}) == 1


@pytest.mark.parametrize(("match", "kept"), [("all", 0), ("any", 2)])
def test_match_joins_conditions_but_never_event_types(match: str, kept: int) -> None:
    events = [
        view("/", "2025-05-01", "ann", os="Linux"),
        view("/", "2025-05-01", "bob", browser="chrome"),
        custom("x", "2025-05-01", "cem", browser="chrome"),
    ]
    filters: dict[str, object] = {"os": "Linux", "browser": "chrome", "eventType": 1, "match": match}
    assert sessions(events, filters) == kept


def test_a_referrer_filter_demands_an_external_referrer_or_none() -> None:
    own = view("/", "2025-05-01", "ann", referrer="www.example.com")
    none = view("/", "2025-05-01", "bob")
    foreign = view("/", "2025-05-01", "cem", referrer="www.google.com")
    assert sessions([own, none, foreign], {"referrer": "c.e"}) == 1
    assert sessions([own, none, foreign], {"referrer": "dnc.x.y"}) == 2
    assert sessions([own, none, foreign], {"referrer": "c.e", "hostname": "s.", "match": "any"}) == 2
    row = {"name": "referrer", "operator": "neq", "value": "nowhere"}
    saved = {"1": {"type": "segment", "parameters": {"filters": [row]}}}
    assert sessions([own, none, foreign], {"segment": "1"}, saved=saved) == 2


def test_a_segment_is_one_group_joined_by_and() -> None:
    rows = [{"name": "os", "operator": "eq", "value": "a,b"}, {"name": "tag", "operator": "eq", "value": "t"}]
    saved = {"1": {"type": "segment", "parameters": {"match": "any", "filters": rows}}}
    events = [view("/", "2025-05-01", who, os=os) for who, os in (("ann", "a"), ("bob", "b"), ("cem", "c"))]
    assert sessions(events, {"segment": "1"}, saved=saved) == 2
    assert sessions(events, {"segment": "1", "os": "c", "match": "any"}, saved=saved) == 0


@pytest.mark.parametrize("control", ["segment", "cohort"])
def test_a_missing_segment_or_one_of_the_other_type_is_not_found(control: str) -> None:
    other = {"segment": "cohort", "cohort": "segment"}[control]
    saved = {"1": {"type": other, "parameters": {"action": {"type": "path", "value": "/"}}}}
    for identifier in ("1", "2"):
        with pytest.raises(NotFoundError):
            sessions([view("/", "2025-05-01")], {control: identifier}, saved=saved)


def cohort(date_range: str, value: str, *filters: dict[str, str]) -> dict[str, dict[str, object]]:
    action = {"type": "path", "value": value}
    parameters = {"dateRange": date_range, "action": action, "filters": list(filters)}
    return {"1": {"type": "cohort", "parameters": parameters}}


def test_one_single_event_makes_a_member_and_then_all_events_count() -> None:
    linux = {"name": "os", "operator": "eq", "value": "Linux"}
    events = [
        view("/*", "2024-05-01", "ann", os="Linux"),
        view("/else", "2025-05-01", "ann"),
        view("/*", "2024-05-01", "bob"),
        view("/else", "2025-05-01", "bob", os="Linux"),
        custom("x", "2024-05-01", "cem", path="/*", os="Linux"),
        view("/else", "2025-05-01", "cem"),
        view("/x", "2024-05-01", "dee", os="Linux"),
        view("/else", "2025-05-01", "dee"),
        event(3, "2024-05-01", "eve", path="/*", os="Linux"),
        view("/else", "2025-05-01", "eve"),
    ]
    assert sessions(events, {"cohort": "1"}, saved=cohort("all", "/*", linux)) == 2


def test_the_dates_of_a_cohort_are_days_of_the_requests_zone() -> None:
    events = [view("/", "2025-10-25T22:30:00Z")]
    noon = ms("2025-10-26T12:00:00Z")
    saved = cohort("0day", "/")
    assert sessions(events, {"cohort": "1"}, saved=saved, now_ms=noon, timezone="Europe/Berlin") == 1
    assert sessions(events, {"cohort": "1"}, saved=saved, now_ms=noon) == 0


@pytest.mark.parametrize(
    ("value", "kept"), [(True, 1), ("yes", 1), (False, 2), ("false", 2), ("0", 2), ("", 2)]
)
def test_exclude_bounce_keeps_visits_of_several_views_filtered_or_not(value: object, kept: int) -> None:
    events = [
        view("/a", "2025-05-01", "ann"),
        view("/b", "2025-05-02", "ann"),
        view("/a", "2025-05-01", "bob"),
        custom("x", "2025-05-01", "bob"),
    ]
    assert sessions(events, {"excludeBounce": value, "path": "/a"}) == kept


def test_other_websites_and_other_types_of_events_count_nowhere() -> None:
    events = [
        view("/", "2025-05-01", "ann", website_id=OTHER_SITE),
        *(event(kind, "2025-05-01", f"bob{kind}", path="/") for kind in (3, 4, 5)),
    ]
    assert events[0].website_id != SITE
    assert sessions(events, {}) == 0


@pytest.mark.parametrize(
    ("pattern", "fitting", "not_fitting"),
    [
        ("/a*c", ["/ac", "/abc", "/a/b/c"], ["/abcd", "/AC"]),
        ("*", ["", "/", "/a/b"], []),
        ("/100%", ["/100%"], ["/1000"]),
        ("/a_c", ["/a_c"], ["/abc"]),
        (r"/a\*c", ["/a*c"], ["/abc", r"/a\*c"]),
        (r"/a\b", [r"/a\b"], ["/ab"]),
        (r"\*", ["*"], ["", "x"]),
        (r"/a\**", ["/a*", "/a*b"], ["/ab"]),
        ("/a.c", ["/a.c"], ["/abc"]),
        ("**", ["", "x"], []),
    ],
)
def test_a_pattern(pattern: str, fitting: list[str], not_fitting: list[str]) -> None:
    assert [text for text in fitting + not_fitting if pattern_fits(pattern, text)] == fitting
