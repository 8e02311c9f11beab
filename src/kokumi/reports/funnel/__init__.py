"""Funnel: how many visitors went through a row of steps, and where the others left (docs/spec/funnel.md).

A visitor reaches a step if there is a chain of events, one for each step so far. Each event of the
chain is a different one, comes after the one before, and is at most `window` later. Every chain
counts, not only the earliest: a later visit to the first page may be the one that leads on. Events
of the same millisecond are ordered by their ids. The filters of the request hold for the events of
every step.

`window` counts days unless `windowUnit` says `hour` or `minute`. It may have a fraction, and its
last millisecond is included. A step may have a `window` of its own, and `atLeast` for the least
time since the step before. `totalWindow` limits the whole chain. With `order: strict` no other
event may lie between the steps, and `exclusions` name single events that may not. With `order: any`
the steps may happen in any order within one window; row k then means k of the steps.

`previous` is the number of visitors of the step before. `dropped` is how many of them went no
further, and `dropoff` is their share. `remaining` is the share of the first step's visitors who
reached this step. A share of zero visitors is null.

With `entry: range` only the first step must happen in the range, and the others may follow until
`until`. `pending` are those of `dropped` who may still go on. Without it, visitors who began near
the end of the range had less time than the others.

Times, trend, groups and revenue are those of one chain of each visitor: it ends at the earliest
event that ends a longest chain, and from there each step is the latest that it can be.
"""

from __future__ import annotations

from kokumi.queries.comparison import comparison_of
from kokumi.reports.funnel.answer import FunnelAnswer, FunnelRow, shape
from kokumi.reports.funnel.cells import FunnelCell, behind
from kokumi.reports.funnel.parameters import FunnelParameters
from kokumi.reports.funnel.statement import statement
from kokumi.reports.parts.behind import Cells
from kokumi.reports.report import Report, Sample, definition_of

SAMPLE = Sample(
    parameters={
        "startDate": "2025-07-23T07:00:00.000Z",
        "endDate": "2025-10-22T06:59:59.999Z",
        "steps": [{"type": "path", "value": "/"}, {"type": "event", "value": "live-demo-button"}],
        "window": 60,
    },
    answer=[
        {
            "type": "path",
            "value": "/",
            "visitors": 106594,
            "previous": 0,
            "dropped": 0,
            "dropoff": None,
            "remaining": 1,
        },
        {
            "type": "event",
            "value": "live-demo-button",
            "visitors": 10269,
            "previous": 106594,
            "dropped": 96325,
            "dropoff": 0.9036624950747697,
            "remaining": 0.09633750492523031,
        },
    ],
    options={
        "Nothing between the steps, and how long visitors took": {"order": "strict", "timing": True},
        "Steps in any order": {"order": "any"},
        "All within an hour, without a visit of the help pages": {
            "totalWindow": 1,
            "totalWindowUnit": "hour",
            "exclusions": [{"type": "path", "value": "/help*", "after": 1, "before": 2}],
        },
        "A step with a window of its own, and one of two events": {
            "steps": [
                {"type": "path", "value": "/"},
                {
                    "anyOf": [
                        {"type": "event", "value": "live-demo-button"},
                        {"type": "event", "value": "get-started-button"},
                    ],
                    "atLeast": 1,
                    "window": 30,
                    "windowUnit": "minute",
                },
            ],
        },
        "Those who begin in the range, and those who may still go on": {
            "entry": "range",
            "until": "2025-12-31",
        },
        "By week, by source, and what was earned": {
            "trend": "week",
            "breakdown": {"field": "utmSource"},
            "limit": 5,
            "currency": "USD",
        },
        "Persons, with intervals, beside the range before": {
            "entity": "person",
            "intervals": True,
            "compare": "prev",
        },
    },
)

REPORT = Report(
    name="funnel",
    saved_as="funnel",
    definition=definition_of(__doc__),
    title="Funnel",
    summary="How many visitors went through a row of steps, and where the others left.",
    parameters=FunnelParameters,
    answer=list[FunnelRow] | FunnelAnswer,
    statement=statement,
    shape=shape,
    sample=SAMPLE,
    cells=Cells(model=FunnelCell, behind=behind, sample={"step": 2, "outcome": "dropped"}),
    comparison=comparison_of,
)
