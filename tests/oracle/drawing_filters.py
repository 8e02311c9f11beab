"""Hypothesis strategies that draw which of the drawn events are meant: filters, saved ones, patterns."""

from collections.abc import Sequence

from hypothesis import strategies as st

from oracle.drawing import DAY_MS
from oracle.filters import ATTRIBUTE_OF, OPERATORS
from oracle.model import Event

SEGMENT = "5e600000-0000-4000-8000-000000000001"
COHORT = "c0600000-0000-4000-8000-000000000002"
FIELDS = tuple(name for name in ATTRIBUTE_OF if name != "eventType")
STRAYS = ("", "%", "_", "*", "\\", "nowhere", "c.home", "a,b", "'; --", "{x:String}")
EXPRESSIONS = (
    ".*", "^/", "a|b", "x$", "^$", "[0-9]+", "/1.0", "ü", r"\\", r"\*", "(?i)HOME", "^(chrome|us)$", "",
)  # fmt: skip
PERIODS = ("all", "0day", "1day", "0week", "1month", "1year", "24hour", "0hour")

Json = dict[str, object]

SCOPES = st.sampled_from((None, None, "event", "visit", "session"))
ACTIONS: tuple[Json, ...] = ({}, {}, {"atLeast": 2}, {"negated": True}, {"atLeast": 2, "negated": True})


def values_of(events: Sequence[Event], field: str) -> list[str]:
    """Return the values that a field has among the events."""
    return sorted({event.text(ATTRIBUTE_OF[field]) for event in events})


def spellings(name: str) -> st.SearchStrategy[str]:
    """Draw a way to write a name: camel, kebab or snake case."""
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).split(" ")
    return st.sampled_from((name, name, "-".join(words), "_".join(words)))


@st.composite
def few_of(draw: st.DrawFn, names: Sequence[str]) -> list[str]:
    """Draw some names, mostly none or one, so that answers are seldom empty."""
    return [draw(st.sampled_from(names)) for _ in range(draw(st.sampled_from((0, 0, 0, 0, 1, 1, 2))))]


@st.composite
def literals(draw: st.DrawFn, values: Sequence[str]) -> str:
    """Draw a value that occurs, seldom another; a part of it, in other capitals, now and then."""
    text = draw(st.sampled_from([*values, *values, *values, *STRAYS]))
    start = draw(st.sampled_from((0, 0, 1)))
    end = draw(st.sampled_from((None, None, -1, start + 1)))
    return text[start:end]


@st.composite
def operands(draw: st.DrawFn, values: Sequence[str], operator: str) -> str:
    """Draw what follows an operator."""
    if operator in {"re", "nre"}:
        return draw(st.sampled_from(EXPRESSIONS))
    if operator in {"c", "dnc"}:
        text = draw(literals(values))
        return draw(st.sampled_from((text, text.swapcase())))
    chosen = [draw(st.sampled_from(values))]
    if draw(st.booleans()):
        chosen.append(draw(st.sampled_from([*values, *STRAYS])))
    return ",".join(chosen)


@st.composite
def filter_values(draw: st.DrawFn, values: Sequence[str]) -> object:
    """Draw the value of a filter as the wire has it: `OPERATOR.value`, bare, a list, null or a number."""
    form = draw(st.sampled_from((*OPERATORS, *OPERATORS, "bare", "list", "null", "number")))
    if form == "bare":
        return draw(st.sampled_from([*values, *STRAYS]))
    if form == "list":
        return draw(st.lists(st.sampled_from([*values, *STRAYS]), min_size=1, max_size=2))
    if form in {"null", "number"}:
        return {"null": None, "number": draw(st.sampled_from((1, 2, 19.5, 1e3)))}[form]
    return f"{form}.{draw(operands(values, form))}"


@st.composite
def saved_filters(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw the conditions of a saved segment or cohort."""
    rows = []
    for name in draw(few_of(FIELDS)):
        operator = draw(st.sampled_from(OPERATORS))
        value = draw(operands(values_of(events, name) or [""], operator))
        rows.append({"name": name, "operator": operator, "value": value})
    match = draw(st.sampled_from((None, "all", "any")))
    scope = draw(SCOPES)
    given: Json = {"match": match, "scope": scope}
    return {"filters": rows, **{name: value for name, value in given.items() if value}}


@st.composite
def saved(draw: st.DrawFn, events: Sequence[Event], moment: int) -> dict[str, Json]:
    """Draw one segment and one cohort of the website."""
    bounds = f"range:{moment - draw(st.sampled_from((0, DAY_MS)))}:{moment + DAY_MS}"
    kind = draw(st.sampled_from(("path", "event")))
    value = draw(st.sampled_from([*values_of(events, kind), "/", "signup"]))
    cohort = draw(saved_filters(events)) | {
        "dateRange": draw(st.sampled_from((*PERIODS, bounds))),
        "action": {"type": kind, "value": value} | draw(st.sampled_from(ACTIONS)),
    }
    return {
        SEGMENT: {"type": "segment", "parameters": draw(saved_filters(events))},
        COHORT: {"type": "cohort", "parameters": cohort},
    }


@st.composite
def filters(draw: st.DrawFn, events: Sequence[Event]) -> Json:
    """Draw the `filters` of a body: any field with any operator, repeated fields, controls."""
    drawn: Json = {}
    for name in draw(few_of(FIELDS)):
        key = draw(spellings(name)) + draw(st.sampled_from(("", "", "1", "22")))
        drawn[key] = draw(filter_values(values_of(events, name) or [""]))
    controls = {
        "match": st.sampled_from(("all", "any")),
        "scope": st.sampled_from(("event", "visit", "session")),
        "segment": st.just(SEGMENT),
        "cohort": st.just(COHORT),
        "excludeBounce": st.sampled_from((True, "true", "1", "", "0", "false")),
        "eventType": st.sampled_from((1, "2", "eq.1", "neq.2", [1, 2])),
    }
    for name in draw(few_of((*controls, "match", "scope"))):
        drawn[draw(spellings(name))] = draw(controls[name])
    return drawn


@st.composite
def patterns(draw: st.DrawFn, values: Sequence[str]) -> str:
    r"""Draw a pattern that often fits: a value, itself or with a part made `*`, its own stars as `\*`."""
    text = draw(st.sampled_from([*values, *values, *values, *values, "/", "signup", "nowhere"]))
    start, end = draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))
    escaped = text.replace("*", r"\*")
    return draw(
        st.sampled_from((text, escaped, f"{text[:start]}*", f"*{text[end:]}", f"{text[:start]}*{text[end:]}"))
    )
