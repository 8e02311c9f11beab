"""README.md lists every setting as the code has it; `make docs` writes the list anew."""

from __future__ import annotations

import pytest

from docs.generated import ROOT, Page, settings_table

README = Page(ROOT / "README.md", "settings")


def test_readme_lists_the_settings_of_the_code(pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--update-docs"):
        README.write(settings_table())
    assert README.read() == settings_table()
