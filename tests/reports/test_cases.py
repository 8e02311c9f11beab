"""The cases under `tests/cases`: on every store, and on the oracle, which must not be wrong either."""

from __future__ import annotations

import pytest

from kokumi.events.store import EventStore
from kokumi.reports.registry import REPORTS
from oracle.answer import differences
from support.asking import Asked, asked, the_same_from_all
from support.cases import Ask, all_asks
from support.strategies import Situation

ASKS = list(all_asks())


def question(store: EventStore, ask: Ask) -> Asked:
    """Return the question with its events in the store."""
    return asked(store, Situation(ask.report, list(ask.events), ask.body, {}, None, 0))


@pytest.mark.parametrize("ask", ASKS, ids=[ask.name for ask in ASKS])
def test_answer(stores: dict[str, EventStore], ask: Ask) -> None:
    found = {name: question(store, ask) for name, store in stores.items()}
    answer = the_same_from_all({name: asked.of_product() for name, asked in found.items()})
    assert differences(ask.expect, answer) == []
    assert differences(ask.expect, found["embedded"].of_oracle()) == []


def test_every_report_has_a_case() -> None:
    assert {ask.report for ask in ASKS} == {report.name for report in REPORTS}
