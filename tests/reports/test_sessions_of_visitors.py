"""The sessions behind retention, lifecycle and stickiness: as many as the number says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kokumi.events.store import EventStore
from oracle.lifecycle import STATES, sessions_of_lifecycle
from oracle.question import Question, ask
from oracle.retention import as_object, sessions_of_retention
from oracle.stickiness import sessions_of_stickiness
from support.asking import asked
from support.stores import SHARED
from support.strategies import situations

Numbered = tuple[dict[str, object], int]
"""A cell and its number."""

CELLS_AT_ONCE = 6


def cells_of_retention(answer: Any) -> Iterator[Numbered]:
    """Yield the cells of all rows, of the groups and of whole cohorts."""
    table: Any = as_object(answer)
    parts: list[tuple[dict[str, object], Any]] = [({}, table["rows"])]
    parts += [({"group": group["name"]}, group["rows"]) for group in table.get("groups", ())]
    parts += [({"group": None}, table["other"])] if table.get("other") else []
    for group, rows in parts:
        for row in rows:
            yield {"date": row["date"], "day": row["day"], **group}, row["returnVisitors"]
            yield {"date": row["date"], "period": row["day"], **group}, row["returnVisitors"]
            yield {"date": row["date"], **group}, row["visitors"]


def cells_of_lifecycle(answer: Any) -> Iterator[Numbered]:
    """Yield the cells of all states, without most that are empty."""
    for row in answer:
        for state in STATES:
            if row[state] or row is answer[-1]:
                yield {"t": row["t"], "state": state}, row[state]


def cells_of_stickiness(answer: Any) -> Iterator[Numbered]:
    """Yield the cells of the rows that are not empty, and of the last."""
    for row in answer:
        if row["visitors"] or row is answer[-1]:
            yield {"periods": row["periods"]}, row["visitors"]


REPORTS: Mapping[
    str,
    tuple[Callable[[Any], Iterator[Numbered]], Callable[[Question, Mapping[str, object]], list[str]]],
] = {
    "retention": (cells_of_retention, sessions_of_retention),
    "lifecycle": (cells_of_lifecycle, sessions_of_lifecycle),
    "stickiness": (cells_of_stickiness, sessions_of_stickiness),
}

drawn = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def check(store: EventStore, report: str, data: st.DataObject) -> None:
    """Open some cells of one drawn situation's answer."""
    situation = data.draw(situations(report))
    question = asked(store, situation)
    cells_of, sessions_of = REPORTS[report]
    cells = list(cells_of(question.of_product()))
    if not cells:
        return
    known = ask(
        situation.events,
        situation.body,
        situation.saved,
        reset_at_ms=situation.reset_at_ms,
        now_ms=situation.now_ms,
    )
    for cell, number in data.draw(st.lists(st.sampled_from(cells), min_size=1, max_size=CELLS_AT_ONCE)):
        behind = question.sessions_behind(cell)
        assert list(map(str, behind)) == sessions_of(known, cell)
        if known.parameters.get("entity", "session") == "session":
            assert len(behind) == number


@pytest.mark.parametrize("report", REPORTS)
@settings(drawn, max_examples=40)
@given(data=st.data())
def test_sessions_behind_each_number(store: EventStore, report: str, data: st.DataObject) -> None:
    check(store, report, data)


@pytest.mark.parametrize("store", SHARED, indirect=True)
@pytest.mark.parametrize("report", REPORTS)
@settings(drawn, max_examples=5)
@given(data=st.data())
def test_sessions_behind_each_number_on_servers(store: EventStore, report: str, data: st.DataObject) -> None:
    check(store, report, data)
