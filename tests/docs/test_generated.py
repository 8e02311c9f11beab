"""README.md has settings and commands as the code has them; `make docs` writes them anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docs.generated import ROOT, Page, commands_table, settings_table

PARTS = {"settings": settings_table, "commands": commands_table}


@pytest.mark.parametrize(("part", "made"), PARTS.items(), ids=PARTS)
def test_readme_is_that_of_the_code(part: str, made: Callable[[], str], pytestconfig: pytest.Config) -> None:
    page = Page(ROOT / "README.md", part)
    if pytestconfig.getoption("--update-docs"):
        page.write(made())
    assert page.read() == made()
