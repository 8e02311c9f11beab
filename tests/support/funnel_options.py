"""Hypothesis strategies for the options of a funnel, drawn so that they go together and bite."""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from oracle.chains import milliseconds
from oracle.drawing import CURRENCIES, DAY_MS, PROPERTIES
from oracle.drawing_filters import FIELDS, Json
from oracle.filters import ATTRIBUTE_OF
from oracle.model import Event
from oracle.times import parse_range, zone_of

WINDOWS = (0.001, 0.5, 1, 1, 30, 60, 1440, 30_000)
LEAST = (0, 0.00001, 0.016, 1 / 60, 1, 1.00001, 30, 60)
"""Minutes, often as long as a gap between drawn events, or a little longer."""
NOT_IN_ANY_ORDER = ("currency", "entry", "exclusions", "gaps", "timing", "totalWindow", "trend")
IN_ANY_ORDER = ("breakdown", "compare", "entity", "intervals")
EXCLUDED: list[Json] = [
    {"type": "path", "value": "/a*"},
    {"type": "event", "value": "s*"},
    {"type": "path", "value": "/"},
]
MOST_HOURS_MS = 80 * DAY_MS


@st.composite
def funnel_options(draw: st.DrawFn, events: Sequence[Event], asked: Json) -> Json:
    """Draw options for a funnel whose dates, steps and window are given, and steps that have more to say."""
    given = asked["steps"]
    assert isinstance(given, list)
    steps = [draw(richer_steps(events, step, index)) for index, step in enumerate(given)]
    order = draw(st.sampled_from((None, None, "sequence", "strict", "any")))
    if order == "any" and any(step in steps[:index] for index, step in enumerate(steps)):
        order = "strict"
    names = IN_ANY_ORDER if order == "any" else (*NOT_IN_ANY_ORDER, *IN_ANY_ORDER)
    named = set(draw(st.lists(st.sampled_from(sorted(names)), min_size=1, max_size=4, unique=True)))
    if {"entry", "compare"} <= named:
        named.remove("compare")
    options: Json = {"steps": steps} | ({"order": order} if order else {})
    if "gaps" in named:
        options["steps"] = [steps[0], *(draw(gaps(step, asked)) for step in steps[1:])]
    choices: Mapping[str, st.SearchStrategy[Json]] = {
        "breakdown": breakdowns(),
        "compare": one_of("compare", "prev", "yoy"),
        "currency": one_of("currency", *CURRENCIES, "usd"),
        "entity": one_of("entity", "session", "visit", "person", "person"),
        "entry": entries(asked),
        "exclusions": exclusions(events, len(steps)),
        "intervals": one_of("intervals", True),
        "timing": one_of("timing", True),
        "totalWindow": total_windows(),
        "trend": trends(asked),
    }
    for name in sorted(named - {"gaps"}):
        options |= draw(choices[name])
    return options


def one_of(name: str, *values: object) -> st.SearchStrategy[Json]:
    """Draw one of the values of an option."""
    return st.sampled_from(values).map(lambda value: {name: value})


@st.composite
def richer_steps(draw: st.DrawFn, events: Sequence[Event], step: Json, index: int) -> Json:
    """Draw the step as it is, or with alternatives, or with conditions on fields and numbers."""
    form = draw(st.sampled_from(("plain",) * 5 + ("alternatives", "condition", "any")))
    if form == "alternatives":
        return {"anyOf": [step, {"type": "path", "value": draw(st.sampled_from(("/", "/a*")))}]}
    if form == "condition":
        return step | {"filters": [draw(more_conditions(events))]}
    # One such step is enough: the oracle looks at every chain.
    if form == "any" and index == 1:
        return {"type": "any"} | ({"filters": [draw(more_conditions(events))]} if draw(st.booleans()) else {})
    return step


@st.composite
def more_conditions(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw a condition on a field or on a number."""
    if draw(st.booleans()):
        operator = draw(st.sampled_from(("gt", "gte", "lt", "lte")))
        value = draw(st.sampled_from((9, 19.5, "9", 10)))
        return {"property": draw(st.sampled_from(("amount", "plan"))), "operator": operator, "value": value}
    if draw(st.booleans()):
        operator = draw(st.sampled_from(("s", "ns")))
        return {"property": draw(st.sampled_from([name for name, _, _ in PROPERTIES])), "operator": operator}
    field = draw(st.sampled_from(("path", "country", "os", "tag", "referrer", "eventType")))
    if field == "eventType":
        return {"field": field, "operator": "eq", "value": draw(st.sampled_from((1, 2, "2", [1, 2])))}
    texts = [event.text(ATTRIBUTE_OF[field]) for event in events] or [""]
    operator = draw(st.sampled_from(("eq", "neq", "c", "dnc", "s", "ns")))
    return {"field": field, "operator": operator, "value": draw(st.sampled_from(texts))}


@st.composite
def gaps(draw: st.DrawFn, step: Json, asked: Json) -> Json:
    """Draw the step with a window of its own, a least time, both or a unit alone."""
    unit = draw(st.sampled_from(("minute", "minute", "hour", "day", None)))
    own: Json = {"windowUnit": unit} if unit else {}
    if draw(st.booleans()):
        own["window"] = draw(st.sampled_from(WINDOWS))
    least = draw(st.sampled_from(LEAST))
    default = str(asked.get("windowUnit", "day"))
    window = milliseconds(asked["window"], default)
    if "window" in own:
        window = milliseconds(own["window"], unit or default)
    if milliseconds(least, unit or default) <= window:
        own["atLeast"] = least
    return step | own


@st.composite
def total_windows(draw: st.DrawFn) -> Json:
    """Draw a total window, mostly with its own unit."""
    unit = draw(st.sampled_from((None, "minute", "minute", "hour", "day")))
    return {"totalWindow": draw(st.sampled_from(WINDOWS))} | ({"totalWindowUnit": unit} if unit else {})


@st.composite
def exclusions(draw: st.DrawFn, events: Sequence[Event], steps: int) -> Json:
    """Draw one or two exclusions, of all steps or of some."""
    drawn = []
    for _ in range(draw(st.sampled_from((1, 1, 2)))):
        exclusion: Json = dict(draw(st.sampled_from((*EXCLUDED, {"type": "any"}, {"anyOf": EXCLUDED[:2]}))))
        after = draw(st.sampled_from((None, *range(1, steps))))
        before = draw(st.sampled_from((None, *range((after or 1) + 1, steps + 1))))
        drawn.append(
            exclusion
            | ({"after": after} if after is not None else {})
            | ({"before": before} if before is not None else {})
        )
    return {"exclusions": drawn}


@st.composite
def entries(draw: st.DrawFn, asked: Json) -> Json:
    """Draw until when later steps may follow: the present, the end of the range, or long after it."""
    end = parse_range(asked["startDate"], asked["endDate"], zone_of(asked.get("timezone"))).end_ms
    until = draw(st.sampled_from((None, None, asked["endDate"], end + 1, end + DAY_MS, end + 400 * DAY_MS)))
    return {"entry": "range"} | ({"until": until} if until is not None else {})


@st.composite
def trends(draw: st.DrawFn, asked: Json) -> Json:
    """Draw a unit of which the range has not too many."""
    span = parse_range(asked["startDate"], asked["endDate"], zone_of(asked.get("timezone")))
    is_short = span.end_ms - span.start_ms < MOST_HOURS_MS
    return {"trend": draw(st.sampled_from(("day", "week", "month", *(["hour"] if is_short else []))))}


@st.composite
def breakdowns(draw: st.DrawFn) -> Json:
    """Draw what makes the groups, and few of them."""
    fields = [{"field": name} for name in (*FIELDS, "eventType", "event_type")]
    by = draw(st.sampled_from([*fields, {"property": "plan"}, {"property": "no"}]))
    limit = draw(st.sampled_from((None, 1, 1, 2)))
    return {"breakdown": by} | ({"limit": limit} if limit else {})
