"""The oracle against the worked example of the specification."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from oracle.answer import REPORTS, answer, differences
from oracle.model import Event, read_umami_dump

EXAMPLE = Path(__file__).parents[1] / "example"
CASES = [
    case
    for case in json.loads((EXAMPLE / "cases.json").read_text(encoding="utf-8"))
    if case["report"] in REPORTS
]
SAVED = {
    f"@{saved['name']}": saved
    for saved in json.loads((EXAMPLE / "segments.json").read_text(encoding="utf-8"))
}


@cache
def example() -> list[Event]:
    return read_umami_dump(EXAMPLE / "data")


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{case['report']}" for n, case in enumerate(CASES)])
def test_the_worked_example(case: Mapping[str, object]) -> None:
    body = case["body"]
    assert isinstance(body, dict)
    assert differences(case["expect"], answer(str(case["report"]), example(), body, SAVED)) == []
