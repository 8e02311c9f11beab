"""Funnel: how many visitors went through a row of steps, and where the others left (docs/spec/funnel.md).

A visitor reaches a step if there is a chain of events, one for each step so far. Each event of the
chain is a different one, comes after the one before, and is at most `window` later. Every chain
counts, not only the earliest: a later visit to the first page may be the one that leads on. Events
of the same millisecond are ordered by their ids. The filters of the request hold for the events of
every step.

Steps of type `path` are page views, steps of type `event` custom events. A step of type `event` may
have conditions on the event's data, and all of them must hold. The property must be present. Values
are compared as text: numbers in their shortest form (`19.5`, `9`), booleans as `true` and `false`,
dates in ISO 8601 and UTC. `eq` and `neq` are exact, `c` and `dnc` ignore case.

`window` counts days unless `windowUnit` says `hour` or `minute`. It may have a fraction, and its
last millisecond is included.

`previous` is the number of visitors of the step before. `dropped` is how many of them went no
further, and `dropoff` is their share. `remaining` is the share of the first step's visitors who
reached this step. A share of zero visitors is null.
"""

from __future__ import annotations

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
    comparison=lambda parameters: parameters.compare,
)
