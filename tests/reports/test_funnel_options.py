"""Which options of a funnel are refused, how its numbers hang together, and the sessions behind each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kokumi.domain.websites import Website
from kokumi.errors import BadRequestError
from kokumi.events.request_reader import RequestReader
from kokumi.events.store import EventStore
from kokumi.queries.run import Runtime, run
from kokumi.reports import funnel
from kokumi.reports.request import parse_report
from oracle.making import SITE, event, ms
from oracle.model import PAGE_VIEW
from support.asking import Asked, as_json, asked, the_same_from_all
from support.crowd import body_of, crowd
from support.store_events import SavedInMemory
from support.strategies import Situation, situations

Json = dict[str, Any]

A, B, C = ({"type": "path", "value": value} for value in ("/a", "/b", "/c"))
PLAIN: Json = {"startDate": "2025-10-01", "endDate": "2025-10-31", "steps": [A, B, C], "window": 1}

ANY = "must be left out with order: any"
REFUSED: list[tuple[Json, str, str]] = [
    ({"steps": [A | {"window": 1}, B]}, "steps.0.window", "must be left out on the first step"),
    ({"steps": [A | {"atLeast": 0}, B]}, "steps.0.atLeast", "must be left out on the first step"),
    ({"steps": [A | {"windowUnit": "day"}, B]}, "steps.0.windowUnit", "must be left out on the first step"),
    ({"steps": [A, B | {"atLeast": 1.1}]}, "steps.1.atLeast", "must not be longer than the window"),
    ({"steps": [A, B | {"atLeast": 25, "windowUnit": "hour"}]}, "steps.1.atLeast", "must not be longer"),
    ({"steps": [A, B | {"atLeast": 2, "window": 1}]}, "steps.1.atLeast", "must not be longer"),
    ({"steps": [A, B | {"window": 0}]}, "steps.1.window", "must be greater than 0"),
    ({"steps": [A, B | {"atLeast": -1}]}, "steps.1.atLeast", "must be at least 0"),
    ({"steps": [A, B | {"windowUnit": "week"}]}, "steps.1.windowUnit", "day"),
    ({"totalWindow": 0}, "totalWindow", "must be greater than 0"),
    ({"totalWindow": 1, "totalWindowUnit": "month"}, "totalWindowUnit", "day"),
    ({"order": "backward"}, "order", "sequence"),
    ({"exclusions": [A | {"after": 0}]}, "exclusions.0.after", "must be at least 1"),
    ({"exclusions": [A | {"after": 3}]}, "exclusions.0.after", "must be from 1 to 2"),
    ({"exclusions": [A, B | {"after": 2, "before": 2}]}, "exclusions.1.before", "must be over after"),
    ({"exclusions": [A | {"before": 4}]}, "exclusions.0.before", "at most 3"),
    ({"exclusions": [A] * 21}, "exclusions", "at most 20"),
    ({"entry": "first"}, "entry", "all"),
    ({"until": "2025-11-30"}, "until", "needs entry: range"),
    ({"entry": "all", "until": "2025-11-30"}, "until", "needs entry: range"),
    ({"entry": "range", "until": "2025-10-30"}, "until", "must not be before endDate"),
    ({"entry": "range", "until": "tomorrow"}, "until", "must be an ISO 8601 date"),
    ({"entry": "range", "compare": "prev"}, "compare", "must be left out with entry: range"),
    ({"compare": "next"}, "compare", "prev"),
    ({"trend": "year"}, "trend", "must be hour, day, week or month"),
    ({"trend": "hour", "startDate": "2025-01-01"}, "trend", "at most 2000 buckets"),
    ({"limit": 0, "breakdown": {"field": "os"}}, "limit", "must be at least 1"),
    ({"limit": 51, "breakdown": {"field": "os"}}, "limit", "must be at most 50"),
    ({"breakdown": {}}, "breakdown", "either a field or a property"),
    ({"breakdown": {"field": "shoe"}}, "breakdown.field", "must be one of"),
    ({"currency": "dollars"}, "currency", "three letters"),
    ({"entity": "household"}, "entity", "session"),
    ({"order": "any", "totalWindow": 1}, "totalWindow", ANY),
    ({"order": "any", "exclusions": [A]}, "exclusions", ANY),
    ({"order": "any", "entry": "range"}, "entry", ANY),
    ({"order": "any", "timing": True}, "timing", ANY),
    ({"order": "any", "trend": "day"}, "trend", ANY),
    ({"order": "any", "currency": "USD"}, "currency", ANY),
    ({"order": "any", "steps": [A, B | {"window": 1}]}, "steps.1.window", ANY),
    ({"order": "any", "steps": [A, B | {"atLeast": 0}]}, "steps.1.atLeast", ANY),
    ({"order": "any", "steps": [A, B | {"windowUnit": "day"}]}, "steps.1.windowUnit", ANY),
    ({"order": "any", "steps": [A, B, A]}, "steps.2", "must differ from the steps before"),
    ({"order": "any", "steps": [A, A | {"filters": []}]}, "steps.1", "must differ from the steps before"),
]


def run_one(store: EventStore, parameters: Json, *, now: int = 0) -> object:
    """Return the answer about a website without events."""
    query = parse_report(funnel.REPORT, {"websiteId": SITE, "parameters": parameters})
    website = Website(UUID(SITE), "", "")
    runtime = Runtime(RequestReader(store), SavedInMemory({}, website.id), now)
    return as_json(run(query, website, runtime).answer)


@pytest.mark.parametrize(
    ("options", "path", "sentence"), REFUSED, ids=[f"{at}-{path}" for at, (_, path, _) in enumerate(REFUSED)]
)
def test_refused(embedded_store: EventStore, options: Json, path: str, sentence: str) -> None:
    with pytest.raises(BadRequestError) as refused:
        run_one(embedded_store, PLAIN | options)
    detail, *_ = refused.value.details
    assert detail.path == f"parameters.{path}"
    assert sentence in detail.message


TAKEN: list[Json] = [
    {"order": "any", "exclusions": [], "timing": False, "totalWindowUnit": "hour"},
    {"order": "any", "steps": [A, A | {"filters": [{"property": "plan", "operator": "s"}]}]},
    {"order": "any", "entry": "all"},
    {"steps": [A, B | {"atLeast": 1}, C | {"atLeast": 24, "windowUnit": "hour"}]},
    {"exclusions": [A | {"after": 2, "before": 3}]},
    {"entry": "range", "until": "2025-10-31"},
    {"entry": "range"},
    {"limit": 3},
    {"trend": "hour", "startDate": "2025-08-10"},
]


@pytest.mark.parametrize("options", TAKEN)
def test_taken(embedded_store: EventStore, options: Json) -> None:
    answer = run_one(embedded_store, PLAIN | options)
    rows = answer["rows"] if isinstance(answer, dict) else answer
    assert isinstance(rows, list)
    assert [row["visitors"] for row in rows] == [0] * len(rows)


def test_filters_are_answered_as_they_are_given(embedded_store: EventStore) -> None:
    filters = [
        {"property": "plan", "operator": "s", "value": {"what": "is ignored"}},
        {"field": "country", "operator": "neq", "value": ["DE", "FR"]},
        {"property": "seats", "operator": "gte", "value": 12.0},
    ]
    steps = [A, {"anyOf": [B, C]}, {"type": "any", "filters": filters}]
    answer = run_one(embedded_store, PLAIN | {"steps": steps})
    assert isinstance(answer, list)
    named = [{name: row.get(name) for name in ("type", "value", "filters")} for row in answer]
    assert named == [
        {"type": "path", "value": "/a", "filters": None},
        {"type": "anyOf", "value": "", "filters": None},
        {"type": "any", "value": "", "filters": filters},
    ]


@pytest.mark.parametrize(
    ("options", "path"),
    [
        ({"steps": [A | {"colour": 1}, B]}, "steps.0.colour"),
        ({"steps": [A | {"after": 1}, B]}, "steps.0.after"),
        ({"exclusions": [A | {"window": 1}]}, "exclusions.0.window"),
        ({"breakdown": {"field": "os", "limit": 1}}, "breakdown.limit"),
        ({"sort": "up"}, "sort"),
    ],
)
def test_strict_knows_each_name_where_it_belongs(options: Json, path: str) -> None:
    body = {"websiteId": SITE, "parameters": PLAIN | options}
    parse_report(funnel.REPORT, body)
    with pytest.raises(BadRequestError) as refused:
        parse_report(funnel.REPORT, body | {"strict": True})
    assert f"parameters.{path}" in [detail.path for detail in refused.value.details]


CELLS_REFUSED: list[tuple[Json, Json, str]] = [
    ({}, {"step": 0, "outcome": "reached"}, "step"),
    ({}, {"step": 4, "outcome": "reached"}, "step"),
    ({}, {"step": 1, "outcome": "dropped"}, "outcome"),
    ({"entry": "range"}, {"step": 1, "outcome": "pending"}, "outcome"),
    ({}, {"step": 2, "outcome": "pending"}, "outcome"),
    ({}, {"step": 2, "outcome": "reached", "group": None}, "group"),
    ({}, {"step": 2, "outcome": "reached", "group": ""}, "group"),
    ({}, {"step": 2, "outcome": "reached", "t": "2025-10-01T00:00:00Z"}, "t"),
    ({"trend": "day"}, {"step": 2, "outcome": "reached", "t": "monday"}, "t"),
]


@pytest.mark.parametrize(("options", "cell", "name"), CELLS_REFUSED)
def test_cells_that_no_answer_has(embedded_store: EventStore, options: Json, cell: Json, name: str) -> None:
    situation = Situation("funnel", [], {"websiteId": SITE, "parameters": PLAIN | options}, {}, None, 0)
    with pytest.raises(BadRequestError) as refused:
        asked(embedded_store, situation).sessions_behind(cell)
    assert [detail.path for detail in refused.value.details] == [f"cell.{name}"]


def cells_of(answer: object, *, has_pending: bool) -> Iterator[tuple[Json, int]]:
    """Yield the cells of an answer, each with the number in it."""
    whole: Mapping[str, Any] = answer if isinstance(answer, dict) else {"rows": answer}
    lists: list[tuple[Json, list[Json]]] = [({}, whole["rows"])]
    lists += [({"group": group["name"]}, group["rows"]) for group in whole.get("groups", ())]
    if whole.get("other"):
        lists.append(({"group": None}, whole["other"]))
    for named, rows in lists:
        for step, row in enumerate(rows, 1):
            yield named | {"step": step, "outcome": "reached"}, row["visitors"]
            if step > 1:
                yield named | {"step": step, "outcome": "dropped"}, row["dropped"]
            if step > 1 and has_pending:
                yield named | {"step": step, "outcome": "pending"}, row["pending"]
    for bucket in whole.get("trend", ()):
        for step, visitors in enumerate(bucket["visitors"], 1):
            yield {"t": bucket["t"], "step": step, "outcome": "reached"}, visitors


OPENED: dict[str, Json] = {
    "plain": {},
    "groups of visits": {"entity": "visit", "breakdown": {"field": "path"}, "limit": 2, "totalWindow": 2},
    "strict": {"order": "strict", "trend": "week", "exclusions": [{"type": "event", "value": "*"}]},
    "any": {"order": "any", "breakdown": {"property": "plan"}},
    "range": {"entry": "range", "breakdown": {"field": "os"}, "limit": 1, "trend": "week"},
}


@pytest.mark.parametrize("options", OPENED.values(), ids=OPENED)
def test_behind_each_number_are_as_many_visitors(stores: dict[str, EventStore], options: Json) -> None:
    dates = {"endDate": "2025-10-27"} if "entry" in options else {}
    body = body_of("funnel", {}, **(options | dates))
    situation = Situation("funnel", crowd(), body, {}, None, ms("2025-11-01"))
    questions = {name: asked(store, situation) for name, store in stores.items()}
    answer = the_same_from_all({name: question.of_product() for name, question in questions.items()})
    for cell, number in cells_of(answer, has_pending="entry" in options):
        found = {name: question.sessions_behind(cell) for name, question in questions.items()}
        if options.get("entity") == "visit":
            assert (len(found["embedded"]) > 0) == (number > 0)
        else:
            assert (cell, len(found["embedded"])) == (cell, number)
        assert all(found[name] == found["embedded"] for name in found)


def test_a_bucket_and_a_group_choose_together(embedded_store: EventStore) -> None:
    events = [
        event(PAGE_VIEW, at, who, path="/a", os=os)
        for who, at, os in (
            ("ann", "2025-10-01", "Mac OS"),
            ("bob", "2025-10-02", "Mac OS"),
            ("cyd", "2025-10-02", "Linux"),
        )
    ]
    split = {"trend": "day", "breakdown": {"field": "os"}, "limit": 1}
    body: Json = {"websiteId": SITE, "parameters": PLAIN | split}
    question = asked(embedded_store, Situation("funnel", events, body, {}, None, 0))

    def count(**cell: object) -> int:
        return len(question.sessions_behind({"step": 1, "outcome": "reached", **cell}))

    assert count() == 3
    assert count(group="Mac OS") == 2
    assert count(t="2025-10-02T00:00:00Z") == 2
    assert count(group="Mac OS", t="2025-10-02T00:00:00Z") == 1
    assert count(group=None, t="2025-10-02T00:00:00Z") == 1
    assert count(group=None, t="2025-10-01T00:00:00Z") == 0
    # Linux is one of the others and has no rows of its own; there is no bucket at noon.
    assert count(group="Linux") == 0
    assert count(t="2025-10-02T12:00:00Z") == 0


def test_a_trend_begins_at_the_reset(embedded_store: EventStore) -> None:
    days = {"startDate": "2025-10-01", "endDate": "2025-10-03", "trend": "day"}
    body: Json = {"websiteId": SITE, "parameters": PLAIN | days}
    for reset_at, starts in (("2025-10-02T12:00:00Z", [2, 3]), ("2025-10-09", [])):
        question = asked(embedded_store, Situation("funnel", [], body, {}, ms(reset_at), 0))
        answer: Any = question.of_product()
        assert [row["t"] for row in answer["trend"]] == [f"2025-10-0{day}T00:00:00Z" for day in starts]


def test_a_person_stands_for_all_its_sessions(stores: dict[str, EventStore]) -> None:
    events = [
        event(PAGE_VIEW, f"2025-10-0{day}", f"session {day}", path=path, distinct_id="ann")
        for day, path in ((1, "/a"), (2, "/b"), (3, "/elsewhere"))
    ]
    body: Json = {"websiteId": SITE, "parameters": PLAIN | {"entity": "person"}}
    for store in stores.values():
        question = asked(store, Situation("funnel", events, body, {}, None, 0))
        assert len(question.sessions_behind({"step": 2, "outcome": "reached"})) == 3
        assert len(question.sessions_behind({"step": 3, "outcome": "dropped"})) == 3


MANY = 100_000
COSTLY: dict[str, Json] = {
    "windows": {
        "totalWindow": 1,
        "steps": [A, A | {"atLeast": 1, "windowUnit": "minute"}, A, A | {"window": 1}],
    },
    "exclusions": {"steps": [A] * 8, "exclusions": [B, C | {"after": 2}], "timing": True, "trend": "day"},
    "strict": {"order": "strict", "steps": [A] * 8, "breakdown": {"field": "path"}, "currency": "USD"},
    "any": {"order": "any", "steps": [*(A | {"value": f"/a{'*' * n}"} for n in range(7)), B]},
    "range": {
        "entry": "range",
        "until": "2025-11-30",
        "steps": [A] * 7 + [B],
        "totalWindow": 1,
        "exclusions": [C],
    },
}


@pytest.fixture(scope="module")
def crawler(embedded_store: EventStore) -> Asked:
    """Return a question about one session of very many events, a second apart."""
    events = [
        event(PAGE_VIEW, ms("2025-10-01") + 1000 * number, "crawler", path="/a") for number in range(MANY)
    ]
    body: Json = {"websiteId": SITE, "parameters": PLAIN}
    return asked(embedded_store, Situation("funnel", events, body, {}, None, 0))


@pytest.mark.slow
@pytest.mark.parametrize("options", COSTLY.values(), ids=COSTLY)
def test_a_session_of_very_many_events_costs_no_square_of_them(crawler: Asked, options: Json) -> None:
    """A square of them would be ten thousand million numbers, which the engine's memory does not hold."""
    answer: Any = crawler.of_product({"websiteId": SITE, "parameters": PLAIN | options})
    rows = answer["rows"] if isinstance(answer, dict) else answer
    steps: list[Json] = options["steps"]
    assert [row["visitors"] for row in rows] == [0 if step == B else 1 for step in steps]


few = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)


def reaching(question: Asked, **options: object) -> list[int]:
    """Return the visitors of each step, with other options."""
    body = question.situation.body
    parameters = body["parameters"]
    assert isinstance(parameters, dict)
    kept = ("startDate", "endDate", "timezone", "steps")
    plain = {name: value for name, value in parameters.items() if name in kept}
    answer: Any = question.of_product({**body, "parameters": plain | {"window": 1} | options})
    return [row["visitors"] for row in (answer["rows"] if isinstance(answer, dict) else answer)]


def at_most(fewer: list[int], more: list[int]) -> bool:
    """Whether no step has fewer visitors on the right."""
    return all(few <= many for few, many in zip(fewer, more, strict=True))


@few
@given(situation=situations("funnel"))
def test_what_demands_more_never_finds_more(store: EventStore, situation: Situation) -> None:
    parameters: Any = situation.body["parameters"]
    keys = ("window", "atLeast", "windowUnit")
    parameters["steps"] = [
        {name: value for name, value in step.items() if name not in keys} for step in parameters["steps"]
    ]
    question = asked(store, situation)
    plain = reaching(question)
    assert plain == sorted(plain, reverse=True)
    assert at_most(reaching(question, order="strict"), plain)
    assert at_most(reaching(question, totalWindow=1), plain)
    assert at_most(reaching(question, exclusions=[{"type": "any"}]), plain)
    # Nothing may lie between: that is what strict means.
    assert reaching(question, exclusions=[{"type": "any"}]) == reaching(question, order="strict")
    assert at_most(plain, reaching(question, window=2))
    assert at_most(reaching(question, totalWindow=1), reaching(question, totalWindow=2))
    assert at_most(plain, reaching(question, totalWindow=10_000, window=10_000))
    assert reaching(question, entry="range", until=parameters["endDate"]) == plain
    assert reaching(question, order="sequence", entry="all", timing=True, trend="month") == plain
    visits, persons = reaching(question, entity="visit"), reaching(question, entity="person")
    assert visits[0] >= plain[0] >= persons[0]


@few
@given(situation=situations("funnel"), field=st.sampled_from(("path", "os", "country", "utmSource")))
def test_groups_and_other_add_up(store: EventStore, situation: Situation, field: str) -> None:
    question = asked(store, situation)
    parameters: Any = situation.body["parameters"]
    split = {"breakdown": {"field": field}, "limit": 1}
    answer: Any = question.of_product({**situation.body, "parameters": parameters | split})
    lists = [group["rows"] for group in answer["groups"]]
    lists += [answer["other"]] if answer["other"] else []
    assert len(answer["groups"]) <= 1
    for name in ("visitors", "pending"):
        for number, row in enumerate(answer["rows"]):
            assert row.get(name, 0) == sum(rows[number].get(name, 0) for rows in lists)
