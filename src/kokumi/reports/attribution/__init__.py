"""Attribution: which referrers, ads and campaigns the converting visitors came from.

See docs/spec/attribution.md.

A conversion is a visitor with an event that passes the filters and fits the step. Its time is that
of the last such event, or of the first with `conversion: first`. `total` counts those events, their
visitors and their visits.

A touch is an event that shows where a converting visitor came from: it has a referrer of another
host, a campaign parameter or a click id. It lies in the range and not after the conversion, and it
need not pass the filters. With `lookback` it is at most so many days old instead, and may lie before
the range. A direct visit is no touch. A visitor without a touch is credited nowhere.

`first-click` credits the first touch, `last-click` the last one. `linear` credits all touches alike,
`position` the first and the last with 40 % each, `decay` a touch half as much for every `halfLife`
days of its age. `shapley` credits the different names of the touches alike. `markov` compares the
visitors who convert with those who do not, and credits a name with what would be lost without it.

The lists name a touch by its external referrer, by the advertiser of its first click id, by each of
its campaign parameters, and with `channel` by its channel. Values are visitors, largest first, at
most 20 names. Touches without a name in a list leave their share to the others.

With `currency`, the values are revenue instead. If the step is a path, that is the revenue of all the
visitor's events in the range, else the revenue of the events that fit the step. Names without
revenue are left out.
"""

from __future__ import annotations

from kokumi.queries.query import Subject
from kokumi.reports.attribution import markov
from kokumi.reports.attribution.answer import AttributionAnswer, shape
from kokumi.reports.attribution.cells import AttributionCell, behind
from kokumi.reports.attribution.credit import one_touch, shared
from kokumi.reports.attribution.parameters import AttributionParameters, Model
from kokumi.reports.parts.behind import Cells
from kokumi.reports.report import Report, Sample, definition_of
from kokumi.sql.fragment import Fragment


def statement(parameters: AttributionParameters, subject: Subject) -> Fragment:
    """Return the statement of the model that is asked for."""
    if parameters.model is Model.MARKOV:
        return markov.statement(parameters, subject)
    return (one_touch if parameters.model.credits_one_touch else shared)(parameters, subject)


SAMPLE = Sample(
    parameters={
        "startDate": "2025-10-19T07:00:00.000Z",
        "endDate": "2025-10-26T06:59:59.999Z",
        "model": "first-click",
        "type": "path",
        "step": "/",
    },
    answer={
        "referrer": [{"name": "google.com", "value": 30082}, {"name": "chatgpt.com", "value": 1672}],
        "paidAds": [{"name": "Facebook / Meta", "value": 106}, {"name": "Google Ads", "value": 6}],
        "utm_source": [{"name": "coolify.io", "value": 465}, {"name": "chatgpt.com", "value": 338}],
        "utm_medium": [{"name": "referral", "value": 75}, {"name": "email", "value": 16}],
        "utm_campaign": [{"name": "navigation", "value": 60}, {"name": "website_analytics", "value": 8}],
        "utm_content": [{"name": "comparison-page", "value": 1}, {"name": "sidebar-cta", "value": 1}],
        "utm_term": [
            {"name": "data analysis", "value": 1},
            {"name": "0_df65b6d7c8-e2c14ebdc7-59136105", "value": 1},
        ],
        "total": {"pageviews": 171481, "visitors": 104727, "visits": 138391},
    },
    options={
        "Touches of the last 30 days share the first purchase by their age, channels too": {
            "model": "decay",
            "halfLife": 14,
            "type": None,
            "step": {"type": "event", "value": "purchase"},
            "conversion": "first",
            "lookback": 30,
            "channel": True,
        },
        "Revenue that would be lost without each source": {
            "model": "markov",
            "type": "event",
            "step": "purchase",
            "currency": "USD",
        },
        "Sources that lead persons to a sign-up together": {
            "model": "shapley",
            "type": None,
            "step": {"anyOf": [{"type": "event", "value": "signup"}, {"type": "path", "value": "/welcome"}]},
            "entity": "person",
        },
        "Mostly the first and the last touch": {"model": "position"},
        "All touches alike": {"model": "linear"},
    },
)

REPORT = Report(
    name="attribution",
    saved_as="attribution",
    definition=definition_of(__doc__),
    title="Attribution",
    summary="Which referrers, ads and campaigns the converting visitors came from.",
    parameters=AttributionParameters,
    answer=AttributionAnswer,
    statement=statement,
    shape=shape,
    sample=SAMPLE,
    cells=Cells(model=AttributionCell, behind=behind, sample={"list": "referrer", "name": "google.com"}),
)
