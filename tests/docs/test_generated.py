"""Parts of the pages are as the code has them; `make docs` writes them anew."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from docs.generated import ROOT, Page, commands_table, metrics_table, settings_table

PARTS = {
    "README.md: settings": settings_table,
    "README.md: commands": commands_table,
    "docs/operations.md: metrics": metrics_table,
}


@pytest.mark.parametrize(("part", "made"), PARTS.items(), ids=PARTS)
def test_pages_are_those_of_the_code(part: str, made: Callable[[], str], pytestconfig: pytest.Config) -> None:
    name, _, words = part.partition(": ")
    page = Page(ROOT / name, words)
    if pytestconfig.getoption("--update-docs"):
        page.write(made())
    assert page.read() == made()


def test_alerts_watch_metrics_that_there_are() -> None:
    """A rule about a metric that was renamed would never fire."""
    rules = (ROOT / "deploy" / "prometheus-alerts.yml").read_text("utf-8")
    watched = set(re.findall(r"\bkokumi_\w+", rules))
    known = set(re.findall(r"`(kokumi_\w+)`", metrics_table()))
    assert {name.removesuffix("_count") for name in watched} <= known
    assert len(watched) >= 5
