"""Attribution beyond its cases: the papers' methods, what adds up, the sessions behind it, its bounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kokumi.domain.validation import validate
from kokumi.errors import BadRequestError, QueryTooLargeError
from kokumi.events.store import EventStore
from kokumi.reports.attribution import REPORT
from kokumi.reports.attribution.chain import OUTSIDE, removal_effects
from kokumi.reports.attribution.markov import MAX_NAMES
from kokumi.reports.request import request_model
from oracle import attribution as oracle
from oracle import markov as oracle_markov
from oracle.making import custom, request, view
from oracle.model import UTM_FIELDS, Event
from oracle.question import Question, ask
from oracle.shapley import shapley_values
from support.asking import Asked, asked
from support.store_events import as_uuid
from support.strategies import Situation, situations

Json = dict[str, Any]
Journeys = Sequence[tuple[Sequence[str], bool]]

few = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
MODELS = ("first-click", "last-click", "linear", "position", "decay", "shapley", "markov")
BUY: Json = {"type": "event", "step": "buy"}
DAY = "2025-05-01"
FIRST = 1_746_057_600_000
"""The first millisecond of that day."""


def question_of(situation: Situation) -> Question:
    """Return the oracle's question of a situation."""
    return ask(
        situation.events,
        situation.body,
        situation.saved,
        reset_at_ms=situation.reset_at_ms,
        now_ms=situation.now_ms,
    )


def with_parameters(situation: Situation, **parameters: object) -> Situation:
    """Return a situation with other parameters; None takes one away."""
    given = situation.body["parameters"]
    assert isinstance(given, dict)
    merged = {name: value for name, value in {**given, **parameters}.items() if value is not None}
    return replace(situation, body={**situation.body, "parameters": merged})


def story(store: EventStore, events: Sequence[Event], **parameters: object) -> Asked:
    """Return the question for conversions `buy` among these events."""
    body = request(**{"model": "linear", **BUY, **parameters})
    return asked(store, Situation("attribution", list(events), body, {}, None, 0))


def answer_of(question: Asked) -> Json:
    """Return the product's answer."""
    answer = question.of_product()
    assert isinstance(answer, dict)
    return answer


def journey(visitor: str, names: Sequence[str], *, buys: bool = True) -> list[Event]:
    """Return a visitor who comes from each of some sites in turn, and may buy."""
    events = [
        view("/", f"{DAY}T{minute // 60:02}:{minute % 60:02}:00", visitor, referrer=f"{name}.example")
        for minute, name in enumerate(names)
    ]
    return [*events, custom("buy", f"{DAY}T23:00:00", visitor)] if buys else events


def effects_of(journeys: Journeys) -> dict[str, float]:
    """Return the removal effects that the product finds for journeys."""
    transitions: dict[str, dict[str, int]] = {}
    conversions: dict[str, int] = {}
    for names, converts in journeys:
        path = [OUTSIDE, *names, OUTSIDE]
        for here, there in zip(path, path[1:], strict=False):  # noqa: RUF007
            row = transitions.setdefault(here, {})
            row[there] = row.get(there, 0) + 1
        conversions[names[-1]] = conversions.get(names[-1], 0) + converts
    return removal_effects(transitions, conversions)


def test_removal_effects_of_three_journeys() -> None:
    """The journeys by which Anderl et al. (2016) explain the removal effect.

    C1, C2, C3 and a conversion; C1 and none; C2, C3 and none. A third converts. Without C1 half of that is
    left, without C2 or C3 nothing.
    """
    journeys = [(["C1", "C2", "C3"], True), (["C1"], False), (["C2", "C3"], False)]
    assert effects_of(journeys) == pytest.approx({"C1": 0.5, "C2": 1, "C3": 1})


names_of_journeys = st.lists(st.sampled_from("abcd"), min_size=1, max_size=5)


@settings(few, max_examples=200)
@given(st.lists(st.tuples(names_of_journeys, st.booleans()), min_size=1, max_size=8))
def test_removal_effects_are_those_of_the_chain_without_the_name(journeys: Journeys) -> None:
    exact = oracle_markov.removal_effects(journeys)
    assert effects_of(journeys) == pytest.approx({name: float(effect) for name, effect in exact.items()})


def test_a_chain_of_a_thousand_names_is_solved() -> None:
    """Each name leads to any other; one journey in a thousand converts after each."""
    names = [f"{number:04}" for number in range(MAX_NAMES)]
    transitions = {name: {**dict.fromkeys(names, 1), OUTSIDE: 1} for name in names}
    transitions[OUTSIDE] = dict.fromkeys(names, 1)
    effects = removal_effects(transitions, dict.fromkeys(names, 1))
    assert len(effects) == MAX_NAMES
    assert max(effects.values()) == pytest.approx(min(effects.values()))


def test_shapley_shares_the_conversions_of_a_set_alike(store: EventStore) -> None:
    """The simplified formula of Zhao, Mahboobi and Bagheri (2018): the value of a channel is the sum of
    R(S) / |S| over the sets S with it, where R(S) are the conversions with exactly these channels.
    """  # noqa: D205
    conversions = {"a": 8, "b": 6, "c": 4, "ab": 6, "ac": 4, "bc": 2, "abc": 3}
    events = [
        event
        for names, count in conversions.items()
        for number in range(count)
        # A second touch of the same site changes nothing.
        for event in journey(f"{names} {number}", [*names, names[0]])
    ]
    answer = answer_of(story(store, events, model="shapley"))
    assert answer["referrer"] == [
        {"name": "a.example", "value": pytest.approx(8 + 6 / 2 + 4 / 2 + 3 / 3)},
        {"name": "b.example", "value": pytest.approx(6 + 6 / 2 + 2 / 2 + 3 / 3)},
        {"name": "c.example", "value": pytest.approx(4 + 4 / 2 + 2 / 2 + 3 / 3)},
    ]
    game = [(set(names), Fraction(count)) for names, count in conversions.items()]
    assert shapley_values(game) == {"a": 14, "b": 11, "c": 8}


@few
@given(situations("attribution"))
def test_credits_add_up_to_the_conversions_with_a_name(store: EventStore, situation: Situation) -> None:
    """To 1e-9, in all models that share the credit among the touches with a name."""
    stored = asked(store, with_parameters(situation, currency=None))
    for model in MODELS[2:]:
        asked_for = with_parameters(stored.situation, model=model)
        question = question_of(asked_for)
        answer = answer_of(replace(stored, situation=asked_for))
        found = oracle.journeys(question)
        for name, name_of in oracle.lists(question).items():
            named = [each for each in found if each.conversion and any(map(name_of, each.touches))]
            values = [row["value"] for row in answer[name]]
            assert abs(sum(values) - len(named)) < 1e-9
            assert all(value > 0 for value in values)


@few
@given(situations("attribution"))
def test_a_longer_lookback_never_loses_a_conversion_and_persons_are_never_more(
    store: EventStore, situation: Situation
) -> None:
    question = asked(store, with_parameters(situation, currency=None, lookback=None, model="linear"))

    def total(**parameters: object) -> Json:
        changed = with_parameters(question.situation, **parameters)
        return answer_of(replace(question, situation=changed))

    def credited(answer: Json) -> float:
        return float(sum(row["value"] for row in answer["referrer"]))

    short, long = total(lookback=1), total(lookback=3000)
    assert credited(short) <= credited(long) + 1e-9
    visitors = [total(entity=entity)["total"]["visitors"] for entity in ("person", "session", "visit")]
    assert visitors == sorted(visitors)


def check_sessions(question: Asked, cell: Json, visitors: set[str]) -> int:
    """Check that the sessions behind a cell are those of the oracle's visitors; return how many there are."""
    asked_for = question_of(question.situation)
    names = asked_for.visitor_of(oracle.reading(asked_for))
    sessions = {
        as_uuid(event.session_id) for event in asked_for.unfiltered() if names[event.event_id] in visitors
    }
    found = question.sessions_behind(cell)
    assert set(found) == sessions
    return len(found)


@settings(few, max_examples=12)
@given(situations("attribution"))
def test_the_sessions_behind_every_cell(store: EventStore, situation: Situation) -> None:
    question = asked(store, situation)
    answer = answer_of(question)
    asked_for = question_of(situation)
    found = oracle.journeys(asked_for)
    parameters = situation.body["parameters"]
    assert isinstance(parameters, Mapping)
    are_sessions = parameters.get("entity", "session") == "session"
    count = check_sessions(question, {}, {each.visitor for each in found if each.conversion})
    if are_sessions:
        assert count == answer["total"]["visitors"]
    for name in ("", "nowhere"):
        check_sessions(question, {"list": "referrer", "name": name}, set())
    one_touch = str(parameters["model"]).lower().startswith(("first", "last"))
    for name, name_of in oracle.lists(asked_for).items():
        for row in answer[name]:
            visitors = oracle.credited(asked_for, found, name_of, row["name"])
            count = check_sessions(question, {"list": name, "name": row["name"]}, visitors)
            if are_sessions and one_touch and "currency" not in parameters:
                assert count == row["value"]


@pytest.mark.parametrize(
    ("cell", "path"),
    [
        ({"list": "referrer"}, "cell.name"),
        ({"name": "google.com"}, "cell.list"),
        ({"list": "channel", "name": "direct"}, "cell.list"),
        ({"list": "country", "name": "DE"}, "cell.list"),
    ],
)
def test_cells_that_there_are_not(store: EventStore, cell: Json, path: str) -> None:
    question = story(store, journey("ann", ["a"]))
    with pytest.raises(BadRequestError) as refused:
        question.sessions_behind(cell)
    assert refused.value.details[0].path == path


def test_the_list_of_a_cell_may_be_spelled_in_any_way(store: EventStore) -> None:
    touch = view("/", DAY, utm_source="x", gclid="1")
    question = story(store, [touch, custom("buy", f"{DAY}T01:00:00")], channel=True)
    cells: tuple[Json, ...] = (
        {"list": "utmSource", "name": "x"},
        {"list": "utm-source", "name": "x"},
        {"list": "paid_ads", "name": "Google Ads"},
        {"list": "channel", "name": "direct"},
    )
    for cell in cells:
        assert len(question.sessions_behind(cell)) == 1


REFUSED: Mapping[str, tuple[Json, str]] = {
    "a step object and a type": (
        {"type": "event", "step": {"type": "event", "value": "x"}},
        "parameters.type: must be left out where step is an object, which has a type of its own",
    ),
    "a pattern without a type": (
        {"step": "x"},
        "parameters.type: is required where step is text: path or event",
    ),
    "a pattern of any type": ({"type": "any", "step": "x"}, "parameters.type: must be path or event"),
    "a step that is neither": ({"type": "path", "step": 5}, "parameters.step: must be text"),
    "a wrong step object": ({"step": {"type": "path"}}, "parameters.step.value: is required"),
    "lookback 0": ({**BUY, "lookback": 0}, "parameters.lookback: must be greater than 0"),
    "halfLife below 0": ({**BUY, "halfLife": -1}, "parameters.halfLife: must be greater than 0"),
    "channel as text": ({**BUY, "channel": "yes"}, "parameters.channel: must be true or false"),
    "an unknown conversion": (
        {**BUY, "conversion": "all"},
        "parameters.conversion: must be 'first' or 'last'",
    ),
    "an unknown model": ({**BUY, "model": "best"}, "parameters.model: must be"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refusals_say_what_goes_together(name: str) -> None:
    parameters, sentence = REFUSED[name]
    body = request(**{"model": "linear", **parameters})
    with pytest.raises(BadRequestError) as refused:
        validate(request_model(REPORT), {**body, "websiteId": "86d4095c-a2a8-4fc8-9521-103e858e2b41"})
    assert refused.value.message.startswith(sentence)


@pytest.mark.parametrize("options", REPORT.sample.options.values(), ids=REPORT.sample.options)
def test_the_samples_options_are_answered(store: EventStore, options: Json) -> None:
    events = [view("/", "2025-10-20", utm_source="x"), custom("purchase", "2025-10-21")]
    body = request(**{**REPORT.sample.parameters, **options})
    answer = asked(store, Situation("attribution", events, body, {}, None, 0)).of_product()
    assert isinstance(answer, dict)
    assert set(answer) >= {*UTM_FIELDS, "referrer", "paidAds", "total"}


@pytest.mark.parametrize("model", ["first-click", "firstClick", "first_click", "shapley", "markov"])
def test_models_are_spelled_in_any_way(model: str) -> None:
    body = request(**{**BUY, "model": model}) | {"websiteId": "86d4095c-a2a8-4fc8-9521-103e858e2b41"}
    assert validate(request_model(REPORT), body).parameters.step == "buy"


def test_markov_takes_a_thousand_names_in_a_list_and_no_more(store: EventStore) -> None:
    events = [event for number in range(MAX_NAMES) for event in journey(f"v{number}", [f"site{number:04}"])]
    answer = answer_of(story(store, events, model="markov"))
    assert [row["name"] for row in answer["referrer"]] == [f"site{n:04}.example" for n in range(20)]
    assert all(row["value"] == pytest.approx(1) for row in answer["referrer"])
    one_more = [*events, *journey("one more", ["another"], buys=False)]
    with pytest.raises(QueryTooLargeError, match=r"The list referrer has more than 1000 names.*A filter"):
        story(store, one_more, model="markov").of_product()
    assert answer_of(story(store, one_more, model="shapley"))["total"]["visitors"] == MAX_NAMES


@pytest.mark.parametrize("options", [{"channel": True, "lookback": 400}, {"entity": "person"}])
def test_a_session_of_a_hundred_thousand_touches(embedded_store: EventStore, options: Json) -> None:
    """Each model stays within the time and memory of a request; a quadratic one would not."""
    touches = [
        view("/", FIRST + number, referrer=f"site{number % 50}.example", utm_source=f"s{number % 7}")
        for number in range(100_000)
    ]
    question = story(embedded_store, [*touches, custom("buy", "2025-05-02")])
    for model in MODELS:
        changed = with_parameters(question.situation, model=model, **options)
        answer = answer_of(replace(question, situation=changed))
        assert sum(row["value"] for row in answer["utm_source"]) == pytest.approx(1)
