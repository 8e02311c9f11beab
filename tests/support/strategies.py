"""Hypothesis strategies that draw what is asked, of what happened: shared by the tests of oracle and product.

`situations(report)` draws events together with a request about them, whose filters, patterns and bounds are
mostly taken from those events, so that they bite. What happened is drawn in `oracle.drawing`,
filters and patterns in `oracle.drawing_filters`.

Left out on purpose, since engine and Python would rightly differ: line breaks under a regular expression,
letters whose capital is not a single letter, zones that change their clock by less than an hour.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from kokumi.reports import registry
from oracle.drawing import CURRENCIES, DAY_MS, MOMENTS, PROPERTIES, WEBSITE, event_lists
from oracle.drawing_filters import FIELDS, Json, few_of, filters, patterns, saved, spellings
from oracle.filters import Saved
from oracle.model import CUSTOM_EVENT, PAGE_VIEW, Event, in_order
from oracle.times import UNITS, format_instant, parse_instant, to_local, zone_of
from oracle.trend import COUNTS, NUMBERS
from support.funnel_options import breakdowns, funnel_options
from support.goal_options import breakdown_options, goal_options, utm_options

__all__ = ["Situation", "bodies", "event_lists", "filters", "patterns", "situations"]

ENTITIES = st.sampled_from(("session", "visit", "person"))
ZONES = (
    "UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "America/Havana",
    "Africa/Cairo",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Situation:
    """Events, a report's request about them, and what surrounds it: the arguments of `oracle.answer`."""

    report: str
    events: list[Event]
    body: Json
    saved: Saved
    reset_at_ms: int | None
    now_ms: int


@st.composite
def instants(draw: st.DrawFn, instant_ms: int, zone: str) -> object:
    """Draw a way to write an instant; a date alone or a wall time may mean another one."""
    local = to_local(instant_ms, zone_of(zone))
    forms: list[object] = [
        instant_ms,
        str(instant_ms),
        f"{format_instant(instant_ms)[:-1]}.{instant_ms % 1000:03}Z",
        local.isoformat(timespec="milliseconds"),
        local.replace(tzinfo=None).isoformat(timespec="milliseconds"),
        local.date().isoformat(),
    ]
    return draw(st.sampled_from(forms))


@st.composite
def bounds(draw: st.DrawFn, events: Sequence[Event], moment: int) -> Json:
    """Draw range and zone of a request; mostly wide, but an end may fall on an event or beside one."""
    zone = draw(st.sampled_from((None, *ZONES)))
    times = [event.created_at_ms + beside for event in events for beside in (0, 1, -1)] or [moment]
    early, late = draw(st.sampled_from(((40, 40), (40, 40), (8, 8), (0, 8), (400, 40))))
    ends = [moment - early * DAY_MS, moment + late * DAY_MS]
    if draw(st.sampled_from((False, False, True))):
        ends[draw(st.integers(0, 1))] = draw(st.sampled_from(times))
    ends.sort()
    start, end = (draw(instants(at, zone or "UTC")) for at in ends)
    read = [parse_instant(at, zone_of(zone), is_end=is_end) for at, is_end in ((start, False), (end, True))]
    if read[1] < read[0]:
        start, end = ends
    return {"startDate": start, "endDate": end} | ({"timezone": zone} if zone else {})


@st.composite
def steps(draw: st.DrawFn, event: Event | None) -> Json:
    """Draw a step of a goal or funnel that the event, if there is one, may fit."""
    kind = "event" if event and event.event_type == CUSTOM_EVENT else "path"
    kind = draw(st.sampled_from((kind,) * 5 + ("path", "event")))
    return {"type": kind, "value": draw(patterns([event.item] if event else [])) or "/"}


@st.composite
def conditions(draw: st.DrawFn, event: Event | None) -> Json:
    """Draw a condition on the data of events, mostly on data that the event has."""
    held = event.properties if event else ()
    name, _, value = draw(st.sampled_from((*held * 5, *PROPERTIES)))
    operator = draw(st.sampled_from(("eq", "neq", "c", "dnc")))
    asked = draw(st.sampled_from((value, value, value[:1].swapcase(), 19.5, "true")))
    return {"property": name, "operator": operator, "value": asked}


def counted(events: Sequence[Event]) -> list[Event]:
    """Return the events that reports look at, in order."""
    kinds = {PAGE_VIEW, CUSTOM_EVENT}
    return in_order(e for e in events if e.website_id == WEBSITE and e.event_type in kinds)


def some_event(events: Sequence[Event]) -> st.SearchStrategy[Event | None]:
    """Draw one of the events that reports look at."""
    return st.sampled_from([*counted(events)]) if counted(events) else st.none()


def goal_parameters(events: Sequence[Event]) -> st.SearchStrategy[Json]:
    """Draw what a goal asks, or several."""
    return st.one_of(some_event(events).flatmap(steps), goal_options(counted(events)))


def utm_parameters(events: Sequence[Event]) -> st.SearchStrategy[Json]:
    """Draw what is told of campaigns beside page views."""
    return utm_options(counted(events))


def no_parameters(events: Sequence[Event]) -> st.SearchStrategy[Json]:
    """Draw nothing, for reports that ask for no more than a range."""
    return st.just({})


@st.composite
def breakdown_parameters(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw different fields, in any spelling, or any options."""
    if draw(st.booleans()):
        return draw(breakdown_options(counted(events)))
    names = draw(st.lists(st.sampled_from(FIELDS), min_size=1, max_size=3, unique=True))
    return {"fields": [draw(spellings(name)) for name in names]}


@st.composite
def funnel_steps(draw: st.DrawFn, event: Event | None) -> Json:
    """Draw a step of a funnel; one on events may have conditions on their data."""
    step = draw(steps(event))
    if step["type"] == "path" or draw(st.booleans()):
        return step
    return step | {"filters": [draw(conditions(event))]}


@st.composite
def funnel_parameters(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw steps, mostly those of one session, and a window, often as long as a gap between events."""
    session = draw(st.sampled_from([e.session_id for e in counted(events)] or [""]))
    taken = [event for event in counted(events) if event.session_id == session]
    most = min(len(taken), draw(st.sampled_from((3, 2, 4))))
    wanted = draw(st.lists(some_event(taken), min_size=most, max_size=most, unique_by=id))
    if draw(st.sampled_from((True, True, False))):
        wanted.sort(key=lambda event: event.order if event else (0, ""))
    asked: Json = {
        "steps": [draw(funnel_steps(event)) for event in [*wanted, None, None][: max(most, 2)]],
        "window": draw(st.sampled_from((30, 1, 1, 0.5, 24, 60, 0.001))),
    }
    unit = draw(st.sampled_from((None, "day", "hour", "minute")))
    return asked | ({"windowUnit": unit} if unit else {})


@st.composite
def steps_of_any_form(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw a step of any form: with conditions, of any type, or of alternatives."""
    if draw(st.sampled_from((False,) * 5 + (True,))):
        found = draw(st.lists(some_event(events), min_size=1, max_size=3))
        return {"anyOf": [draw(steps(event)) for event in found]}
    event = draw(some_event(events))
    step: Json = draw(st.sampled_from(({"type": "any"}, draw(steps(event)), draw(steps(event)))))
    conditions: Json = {"filters": [draw(conditions_of_steps(event))]}
    return step | draw(st.sampled_from(({}, {}, conditions)))


@st.composite
def conditions_of_steps(draw: st.DrawFn, event: Event | None) -> Json:
    """Draw a condition on a property or a field, which the event may meet if there is one."""
    name, _, value = draw(st.sampled_from((*(event.properties if event else ()) * 5, *PROPERTIES)))
    operator = draw(st.sampled_from(("eq", "neq", "c", "dnc", "s", "ns")))
    country = event.country if event else "US"
    return draw(
        st.sampled_from(
            (
                {"property": name, "operator": operator, "value": value},
                {"property": "amount", "operator": draw(st.sampled_from(("gt", "lte"))), "value": 9},
                {"field": "country", "operator": operator, "value": country},
            )
        )
    )


@st.composite
def journey_parameters(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw a number of steps and, now and then, options that go together."""
    items = [event.item for event in counted(events)]
    groups = st.fixed_dictionaries(
        {"pattern": patterns(items), "name": st.sampled_from(["Group", "Other", "", *items])}
    )
    choices: dict[str, st.SearchStrategy[object]] = {
        "startStep": patterns(items),
        "endStep": patterns(items),
        "eventType": st.sampled_from((1, 2)),
        "collapse": st.booleans(),
        "exclude": st.lists(steps_of_any_form(events), max_size=2),
        "groups": st.lists(groups, max_size=3),
        "from": st.sampled_from(("start", "anywhere", "anywhere")),
        "direction": st.sampled_from(("forward", "backward", "backward")),
        "flow": st.sampled_from((True, True, False)),
        "nodes": st.sampled_from((1, 1, 2, 3, 50)),
        "entity": st.sampled_from(("visit", "session", "person")),
    }
    named = draw(st.one_of(few_of(sorted(choices)), st.lists(st.sampled_from(sorted(choices)), max_size=8)))
    asked: Json = {"steps": draw(st.integers(2, 7))} | {name: draw(choices[name]) for name in named}
    if asked.get("direction") == "backward":
        asked = {name: value for name, value in asked.items() if name != "from"}
        return asked | {"endStep": asked.get("endStep") or draw(patterns(items)) or "*"}
    if asked.get("from") == "anywhere":
        return asked | {"startStep": asked.get("startStep") or draw(patterns(items)) or "*"}
    return asked


def some_of(options: Json) -> st.SearchStrategy[list[str]]:
    """Draw the names of some options."""
    return st.lists(st.sampled_from(sorted(options)), max_size=4, unique=True)


@st.composite
def activity_parameters(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw what a unit and a visitor are."""
    choices = {"unit": ("day", "week", "month"), "entity": ("session", "visit", "person")}
    return {name: draw(st.sampled_from(choices[name])) for name in draw(few_of(sorted(choices)))}


@st.composite
def retention_parameters(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw some of the options; each by itself often enough, and many together now and then."""
    choices: dict[str, st.SearchStrategy[object]] = {
        "unit": st.sampled_from(("day", "day", "week", "month")),
        "periods": st.sampled_from((1, 2, 8, 366)),
        "start": steps_of_any_form(events),
        "return": steps_of_any_form(events),
        "minimum": st.sampled_from((1, 2, 2, 3)),
        "returns": st.sampled_from(("exact", "onOrAfter", "on_or_after", "onOrAfter")),
        "first": st.sampled_from(("range", "ever", "ever")),
        "cells": st.just("all"),
        "average": st.booleans(),
        "intervals": st.booleans(),
        "compare": st.sampled_from(("prev", "yoy")),
        "entity": st.sampled_from(("session", "person")),
    }
    known = ("breakdown", *sorted(choices))
    names = draw(few_of(known) | st.sets(st.sampled_from(known), min_size=3))
    asked: Json = {name: draw(choices[name]) for name in sorted(names) if name != "breakdown"}
    if "breakdown" in names:
        asked |= draw(breakdowns())
    if asked.get("average") and asked.get("returns", "exact") != "exact":
        asked["average"] = False
    return asked


@st.composite
def revenue_parameters(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw a currency in any case, a unit and what to compare with."""
    asked: Json = {"currency": draw(st.sampled_from((*CURRENCIES * 2, "usd", "Eur", "XXX")))}
    unit, compare = draw(st.sampled_from((None, *UNITS))), draw(st.sampled_from((None, "prev", "yoy")))
    asked |= ({"unit": unit} if unit else {}) | ({"compare": compare} if compare else {})
    periods = draw(st.sampled_from((0, 1, 3, 14)))
    options: Json = {
        "convert": True,
        "customers": True,
        "refunds": True,
        "ltv": {"unit": draw(st.sampled_from(("week", "month"))), "periods": periods},
        "lists": "all",
        "entity": draw(ENTITIES),
    }
    return asked | {name: options[name] for name in draw(some_of(options))}


@st.composite
def series(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw a step with a measure; those of properties are mostly of ones that there are."""
    event = draw(some_event(events))
    anything: Json = {"type": "any"}
    step = draw(st.one_of(funnel_steps(event), st.just(anything)))
    measure = draw(st.sampled_from((*COUNTS, *NUMBERS, *NUMBERS)))
    asked: Json = step | {"measure": measure}
    if measure in NUMBERS:
        asked |= {"property": draw(st.sampled_from(("amount", "amount", "revenue", "plan", "x")))}
    return asked


@st.composite
def trend_parameters(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw a few series, and now and then how they are split and compared."""
    asked: Json = {
        "series": [draw(series(events)) for _ in range(draw(st.sampled_from((1, 1, 2, 3))))],
        "unit": draw(st.sampled_from(("day", "week", "month", "month"))),
    }
    splits: list[Json] = [{"property": "plan"}]
    splits += [{"field": name} for name in FIELDS]
    options: Json = {
        "currency": draw(st.sampled_from(("USD", "eur"))),
        "breakdown": draw(st.sampled_from(splits)),
        "limit": draw(st.sampled_from((1, 1, 2, 10))),
        "compare": draw(st.sampled_from(("prev", "yoy"))),
        "entity": draw(ENTITIES),
    }
    return asked | {name: options[name] for name in draw(some_of(options))}


ENTITY_OPTIONS: st.SearchStrategy[Json] = st.sampled_from(
    ({}, {}, {"entity": "session"}, {"entity": "visit"}, {"entity": "person"})
)


@st.composite
def attribution_parameters(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw a model, a conversion, and now and then other options."""
    conversion = draw(some_event(events).flatmap(steps))
    plain: Json = {"type": conversion["type"], "step": conversion["value"]}
    options: dict[str, st.SearchStrategy[object]] = {
        "currency": st.sampled_from(("USD", "usd", "eur")),
        "lookback": st.sampled_from((0.001, 1, 1.5, 40, 3000)),
        "conversion": st.sampled_from(("first", "last")),
        "channel": st.booleans(),
        "halfLife": st.sampled_from((0.5, 7, 100)),
    }
    named = draw(st.lists(st.sampled_from(sorted(options)), max_size=3, unique=True))
    return {
        "model": draw(st.sampled_from(MODELS)),
        **draw(st.sampled_from((plain, plain, {"step": draw(steps_of_any_form(events))}))),
        **draw(ENTITY_OPTIONS),
        **{name: draw(options[name]) for name in named},
    }


MODELS = (
    "first-click", "last-click", "firstClick", "last_click", "linear", "position", "decay", "shapley",
    "markov", "markov",
)  # fmt: skip


@st.composite
def experiment_parameters(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw a property, maybe with a step, and a goal."""
    held = [name for event in counted(events) for name, _, _ in event.properties]
    exposure: Json = {"property": draw(st.sampled_from([*held * 3, "plan", "none"]))}
    if draw(st.sampled_from((False, False, True))):
        exposure["step"] = draw(steps_of_any_form(events))
    asked: Json = {"exposure": exposure, "goal": draw(steps_of_any_form(events))} | draw(ENTITY_OPTIONS)
    control = draw(st.sampled_from((None, "pro", "a,b", "true", "9", "nobody saw this")))
    multiple = draw(st.sampled_from((None, "first", "exclude")))
    return asked | ({"control": control} if control else {}) | ({"multiple": multiple} if multiple else {})


PARAMETERS = {
    "goals": goal_parameters,
    "utm": utm_parameters,
    "breakdown": breakdown_parameters,
    "funnel": funnel_parameters,
    "journey": journey_parameters,
    "lifecycle": activity_parameters,
    "retention": retention_parameters,
    "revenue": revenue_parameters,
    "stickiness": activity_parameters,
    "attribution": attribution_parameters,
    "trend": trend_parameters,
    "experiment": experiment_parameters,
}
REPORTS = tuple(report.name for report in registry.REPORTS)


@st.composite
def bodies(draw: st.DrawFn, report: str, events: Sequence[Event], moment: int) -> Json:
    """Draw the body of a request to a report about the first website, as the wire has it."""
    parameters = draw(bounds(events, moment)) | draw(PARAMETERS.get(report, no_parameters)(events))
    if report == "funnel" and draw(st.booleans()):
        parameters |= draw(funnel_options(counted(events), parameters))
    return {
        "websiteId": WEBSITE,
        "type": "goal" if report == "goals" else report,
        "filters": draw(filters(events)),
        "parameters": parameters,
    }


@st.composite
def situations(draw: st.DrawFn, report: str | None = None) -> Situation:
    """Draw events and a request about them to the report, or to any of them."""
    name = report or draw(st.sampled_from(REPORTS))
    moment = draw(st.sampled_from(MOMENTS))
    events = draw(event_lists(moment))
    return Situation(
        report=name,
        events=events,
        body=draw(bodies(name, events, moment)),
        saved=draw(saved(events, moment)),
        reset_at_ms=draw(st.sampled_from((None,) * 6 + (moment, moment - DAY_MS))),
        now_ms=moment + draw(st.sampled_from((0, 1_800_000, DAY_MS))),
    )
