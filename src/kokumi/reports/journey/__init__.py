"""Journey: the ways that visits take through a website (docs/spec/journey.md).

The first events of each visit that pass the filters are taken, as many as `steps`. Each is shown as
the name of a custom event or the path of a page view. Visits with the same items are counted
together. Rows are ordered by visits, largest first, then by their items; there are at most 100.

Rows are counted before equal neighbours are folded into one for display, so two rows may look
alike. Steps that a visit did not have are null before folding, and below 7 steps one more null ends
the row. Existing clients expect this form. With `collapse`, equal neighbours are folded before
counting, and there are no nulls.

`startStep` must fit the first item, and `endStep` the last item that there is. In both, `*` stands
for any run of characters. `eventType` takes only page views (1) or only custom events (2) into
account.

Events that fit a step of `exclude` are taken out first. `groups` shows all items that fit a pattern
under one name. With `from: "anywhere"`, a journey begins at its first item that fits `startStep`.
With `direction: "backward"`, it ends at its first item that fits `endStep`, and shows what led there.
With `entity`, one journey runs through all visits of a session or of a person.

With `flow`, the answer tells for each step which items journeys have there, how many journeys end
and how they go on, over all journeys and not only the 100 most common ways. At each step the largest
items stand alone, as many as `nodes`, and all others are one node whose item is null.
"""

from __future__ import annotations

from kokumi.reports.journey.answer import shape
from kokumi.reports.journey.cells import JourneyCell, behind
from kokumi.reports.journey.parameters import JourneyFlow, JourneyParameters, JourneyRow
from kokumi.reports.journey.statement import statement
from kokumi.reports.parts.behind import Cells
from kokumi.reports.report import Report, Sample, definition_of

SAMPLE = Sample(
    parameters={
        "startDate": "2025-07-23T07:00:00.000Z",
        "endDate": "2025-10-22T06:59:59.999Z",
        "steps": 3,
        "startStep": "/",
        "endStep": "/pricing",
    },
    answer=[
        {"items": ["/", "/pricing", None, None], "count": 6433},
        {"items": ["/", "live-demo-button", "/pricing", None], "count": 918},
        {"items": ["/", "/features", "/pricing", None], "count": 857},
        {"items": ["/", "/pricing", None], "count": 434},
        {"items": ["/", "/pricing", None], "count": 306},
        {"items": ["/", "/docs", "/pricing", None], "count": 257},
        {"items": ["/", "get-started-button", "/pricing", None], "count": 237},
        {"items": ["/", "login-button-header", "/pricing", None], "count": 102},
    ],
    options={
        "What leads to a purchase, as a flow": {
            "startStep": None,
            "endStep": "purchase",
            "direction": "backward",
            "flow": True,
            "nodes": 5,
        },
        "How visitors go on after their first page of the docs": {
            "from": "anywhere",
            "startStep": "/docs*",
            "endStep": None,
            "collapse": True,
        },
        "Without scrolling, and with all of the blog under one name": {
            "exclude": [{"type": "event", "value": "scroll*"}],
            "groups": [{"pattern": "/blog*", "name": "Blog"}],
        },
        "Through all visits of a person": {"entity": "person"},
    },
)

REPORT = Report(
    name="journey",
    saved_as="journey",
    definition=definition_of(__doc__),
    title="Journey",
    summary="The ways that visits take: their first pages and events, most common first.",
    parameters=JourneyParameters,
    answer=list[JourneyRow] | JourneyFlow,
    statement=statement,
    shape=shape,
    sample=SAMPLE,
    cells=Cells(model=JourneyCell, behind=behind, sample={"items": ["/", "/pricing", None, None]}),
)
