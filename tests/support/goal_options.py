"""Hypothesis strategies for the options of goals, campaigns and breakdowns, which know goals all three."""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from oracle.drawing import CURRENCIES, DAY_MS, PROPERTIES
from oracle.drawing_filters import FIELDS, Json, patterns, spellings
from oracle.filters import ATTRIBUTE_OF
from oracle.model import CUSTOM_EVENT, Event

ENTITIES = st.sampled_from(("session", "visit", "person", "person"))
SOME_CURRENCIES = st.sampled_from((*CURRENCIES, "usd"))
_FIELDS_OF_VISITS = ("channel", "entryPath", "exitPath")


@st.composite
def goals(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw a step of any form that some event, if there is one, may fit."""
    form = draw(st.sampled_from(("plain", "plain", "plain", "condition", "any", "alternatives")))
    plain = draw(plain_steps(events))
    if form == "alternatives":
        return {"anyOf": [plain, draw(plain_steps(events))]}
    if form == "any":
        plain = {"type": "any"}
    return plain if form == "plain" else plain | {"filters": [draw(conditions(events))]}


@st.composite
def plain_steps(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw a path or an event's name."""
    event = draw(st.sampled_from(events)) if events else None
    kind = "event" if event and event.event_type == CUSTOM_EVENT else "path"
    return {"type": kind, "value": draw(patterns([event.item] if event else [])) or "/"}


@st.composite
def conditions(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw a condition on a field or on a property, mostly on what some event has."""
    if draw(st.booleans()):
        field = draw(st.sampled_from(("path", "country", "os", "tag", "referrer", "query")))
        texts = [event.text(ATTRIBUTE_OF[field]) for event in events] or [""]
        operator = draw(st.sampled_from(("eq", "neq", "c", "dnc", "s", "ns")))
        return {"field": field, "operator": operator, "value": draw(st.sampled_from(texts))}
    name, _, text = draw(st.sampled_from(PROPERTIES))
    operator = draw(st.sampled_from(("eq", "neq", "c", "dnc", "s", "ns", "gt", "lte")))
    number = draw(st.sampled_from((9, 19.5, "9")))
    return {"property": name, "operator": operator, "value": number if operator in {"gt", "lte"} else text}


def several(events: Sequence[Event]) -> st.SearchStrategy[list[Json]]:
    """Draw a list of goals."""
    return st.lists(goals(events), min_size=1, max_size=3)


def splits() -> st.SearchStrategy[Json]:
    """Draw what makes groups."""
    fields = st.sampled_from(FIELDS).flatmap(spellings).map(lambda name: {"field": name})
    return st.one_of(fields, st.sampled_from(PROPERTIES).map(lambda held: {"property": held[0]}))


@st.composite
def goal_options(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw a goal or several, with some options; with a trend by the hour also a shorter range."""
    asked: Json = {"entity": draw(ENTITIES)} if draw(st.booleans()) else {}
    if draw(st.booleans()):
        asked |= {"compare": draw(st.sampled_from(("prev", "yoy")))}
    if draw(st.sampled_from((True, False, False))):
        return asked | draw(goals(events))
    choices: Mapping[str, st.SearchStrategy[object]] = {
        "trend": st.sampled_from(("hour", "day", "week", "month")),
        "currency": SOME_CURRENCIES,
        "timing": st.just(True),
        "breakdown": splits(),
        "limit": st.sampled_from((1, 1, 2, 50)),
        "intervals": st.just(True),
    }
    named = draw(st.lists(st.sampled_from(sorted(choices)), max_size=4, unique=True))
    asked |= {"goals": draw(several(events))} | {name: draw(choices[name]) for name in named}
    if asked.get("trend") == "hour":
        at = draw(st.sampled_from(events)).created_at_ms if events else 1_761_440_400_000
        asked |= {"startDate": at - 2 * DAY_MS, "endDate": at + 2 * DAY_MS}
    return asked


@st.composite
def utm_options(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw nothing, or details with goals and a currency."""
    asked: Json = {"entity": draw(ENTITIES)} if draw(st.booleans()) else {}
    if not draw(st.sampled_from((True, True, False))):
        return asked
    return asked | {"details": True} | draw(done(events))


@st.composite
def done(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw what is told of the visitors of a row."""
    asked: Json = {"goals": draw(several(events))} if draw(st.booleans()) else {}
    return asked | ({"currency": draw(SOME_CURRENCIES)} if draw(st.booleans()) else {})


@st.composite
def breakdown_options(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw fields of all kinds, what rows tell, and their order."""
    properties = [f"property:{name}" for name in dict.fromkeys(name for name, _, _ in PROPERTIES)]
    kinds = (*FIELDS[:4], *properties, *_FIELDS_OF_VISITS, *_FIELDS_OF_VISITS)
    names = draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=3, unique=True))
    spelled = [name if name.startswith("property:") else draw(spellings(name)) for name in names]
    asked: Json = {"fields": spelled} | draw(done(events))
    figures = [
        "visitors", "views", "visits", "bounces", "totaltime",
        *(["conversions"] if "goals" in asked else []),
        *(["revenue"] if "currency" in asked else []),
    ]  # fmt: skip
    choices: Mapping[str, st.SearchStrategy[object]] = {
        "orderBy": st.sampled_from(figures),
        "limit": st.sampled_from((1, 2, 3)),
        "entity": ENTITIES,
    }
    named = draw(st.lists(st.sampled_from(sorted(choices)), max_size=3, unique=True))
    return asked | {name: draw(choices[name]) for name in named}
