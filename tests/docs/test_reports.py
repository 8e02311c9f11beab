"""The pages on reports and filters are those of the code; `make docs` writes them anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docs.generated import ROOT, Page
from docs.reports import fields_table, operators_table, report_page, reports_table
from kokumi.reports.registry import REPORTS, AnyReport

PARTS = {
    "docs/reports/README.md: reports": reports_table,
    "docs/filters.md: fields": fields_table,
    "docs/filters.md: operators": operators_table,
}


@pytest.mark.parametrize("report", REPORTS, ids=[report.name for report in REPORTS])
def test_each_report_has_the_page_of_the_code(report: AnyReport, pytestconfig: pytest.Config) -> None:
    path = ROOT / "docs" / "reports" / f"{report.name}.md"
    if pytestconfig.getoption("--update-docs"):
        path.write_text(report_page(report), "utf-8")
    assert path.read_text("utf-8") == report_page(report)


@pytest.mark.parametrize(("part", "made"), PARTS.items(), ids=PARTS)
def test_tables_are_those_of_the_code(
    part: str, made: Callable[[], str], pytestconfig: pytest.Config
) -> None:
    name, _, words = part.partition(": ")
    page = Page(ROOT / name, words)
    if pytestconfig.getoption("--update-docs"):
        page.write(made())
    assert page.read() == made()


def test_there_is_no_page_of_a_report_that_is_gone() -> None:
    pages = {path.stem for path in (ROOT / "docs" / "reports").glob("*.md")} - {"README"}
    assert pages == {report.name for report in REPORTS}
