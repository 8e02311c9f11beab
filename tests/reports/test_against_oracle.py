"""Each report against the naive reference, on drawn events, requests, segments and cohorts."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kokumi.events.store import EventStore
from oracle.answer import differences
from support.asking import asked
from support.stores import SHARED
from support.strategies import REPORTS, situations

drawn = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.mark.parametrize("report", REPORTS)
@settings(drawn, max_examples=60)
@given(data=st.data())
def test_answers_as_the_oracle(store: EventStore, report: str, data: st.DataObject) -> None:
    check(store, report, data)


@pytest.mark.parametrize("store", SHARED, indirect=True)
@pytest.mark.parametrize("report", REPORTS)
@settings(drawn, max_examples=6)
@given(data=st.data())
def test_answers_as_the_oracle_on_servers(store: EventStore, report: str, data: st.DataObject) -> None:
    check(store, report, data)


def check(store: EventStore, report: str, data: st.DataObject) -> None:
    """Ask both about one drawn situation."""
    situation = data.draw(situations(report))
    question = asked(store, situation)
    assert differences(question.of_oracle(), question.of_product()) == []
