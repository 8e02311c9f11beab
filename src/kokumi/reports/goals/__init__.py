r"""Goals: how many visitors reached a page or did something (docs/spec/goals.md).

`num` is the number of visitors with at least one event that reaches the goal: with type `path` a
page view on that path, with type `event` a custom event of that name, with type `any` either. The
event must meet all conditions in `filters`. `total` is the number of visitors with any event that
passes the filters of the request.

In the value, `*` stands for any run of characters, also slashes, anywhere, and `\*` is a literal
star. Everything else is literal, and case matters.

`goals` asks for several goals at once. The answer then has a row for each, with `rate`, which is
num / total. Only then are there the other options: `trend` counts the visitors of each hour, day,
week or month; `currency` adds the revenue of the events that reach the goal; `timing` says how many
seconds visitors took from their first event in the range to the first that reaches the goal;
`breakdown` splits the visitors into groups by a field or a property of their first event; and
`intervals` adds the bounds of `rate` at 95 % confidence.

`compare` asks for the same numbers of the range before, or of the same dates a year earlier.
"""

from __future__ import annotations

from kokumi.queries.comparison import comparison_of
from kokumi.reports.goals.answer import GoalAnswer, GoalsAnswer, shape
from kokumi.reports.goals.cells import GoalCell, behind
from kokumi.reports.goals.parameters import GoalParameters
from kokumi.reports.goals.statement import statement
from kokumi.reports.parts.behind import Cells
from kokumi.reports.report import Report, Sample, definition_of

SAMPLE = Sample(
    parameters={
        "startDate": "2025-07-23T07:00:00.000Z",
        "endDate": "2025-10-22T06:59:59.999Z",
        "type": "event",
        "value": "live-demo-button",
    },
    answer={"num": 11935, "total": 50602},
    options={
        "Several goals, and those who reached any of them": {
            "type": None,
            "value": None,
            "goals": [
                {"type": "event", "value": "live-demo-button"},
                {"anyOf": [{"type": "path", "value": "/docs*"}, {"type": "event", "value": "read-docs"}]},
            ],
        },
        "By week, how long it took, and what was earned": {
            "type": None,
            "value": None,
            "goals": [{"type": "event", "value": "live-demo-button"}],
            "trend": "week",
            "timing": True,
            "currency": "USD",
        },
        "Rates by source, with intervals, beside the range before": {
            "type": None,
            "value": None,
            "goals": [{"type": "event", "value": "live-demo-button"}],
            "breakdown": {"field": "utmSource"},
            "limit": 5,
            "intervals": True,
            "compare": "prev",
        },
        "Persons": {"entity": "person"},
    },
)

REPORT = Report(
    name="goals",
    saved_as="goal",
    definition=definition_of(__doc__),
    title="Goals",
    summary="How many visitors reached a page or did something.",
    parameters=GoalParameters,
    answer=GoalAnswer | GoalsAnswer,
    statement=statement,
    shape=shape,
    comparison=comparison_of,
    sample=SAMPLE,
    cells=Cells(model=GoalCell, behind=behind, sample={"of": "num"}),
    aliases=("goal",),
)
