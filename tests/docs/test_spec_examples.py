"""The examples of `docs/spec` are true: each YAML block is a case, and the oracle gives its answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from docs.generated import ROOT
from kokumi.reports.registry import REPORTS
from oracle.answer import answer, differences
from support.cases import Ask, asks_of

BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples() -> Iterator[Ask]:
    """Yield every question of the examples; the page of a report has the report's name.

    Pages about all reports ask for goals.
    """
    names = {report.name for report in REPORTS}
    for page in sorted((ROOT / "docs" / "spec").glob("*.md")):
        for number, block in enumerate(BLOCK.findall(page.read_text("utf-8")), 1):
            report = page.stem if page.stem in names else "goals"
            yield from asks_of(block, report, f"{page.stem} {number}")


EXAMPLES = list(examples())


@pytest.mark.parametrize("ask", EXAMPLES, ids=[ask.name for ask in EXAMPLES])
def test_example(ask: Ask) -> None:
    assert differences(ask.expect, answer(ask.report, ask.events, ask.body)) == []


def test_every_report_has_an_example() -> None:
    assert {ask.report for ask in EXAMPLES} == {report.name for report in REPORTS}
