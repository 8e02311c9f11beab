"""Each report against the naive reference, on drawn events, requests, segments and cohorts."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kokumi.events.store import EventStore
from oracle.answer import differences
from support.asking import asked
from support.strategies import REPORTS, situations


@pytest.mark.parametrize("report", REPORTS)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_answers_as_the_oracle(store: EventStore, report: str, data: st.DataObject) -> None:
    situation = data.draw(situations(report))
    question = asked(store, situation)
    assert differences(question.of_oracle(), question.of_product()) == []
