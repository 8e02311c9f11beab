"""Values that read by a name are found by it, and what the website does not have is not taken in silence."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Shop
from dashboard.conftest import figures, settle


@pytest.fixture
def visitors(shop: Shop) -> Shop:
    """Two visitors from Germany, one from France who reads French."""
    shop.happens(1, "/", country="DE")
    shop.happens(2, "/", country="DE", language="de-DE")
    shop.happens(3, "/", country="FR", language="fr-FR")
    return shop


def _begin(page: Page, field: str) -> None:
    page.get_by_role("button", name="Filter", exact=True).click()
    page.get_by_role("combobox", name="Field").click()
    page.get_by_role("option", name=field, exact=True).click()


@pytest.mark.parametrize(
    ("field", "typed", "option", "chip", "count"),
    [
        ("Country", "germ", "Germany DE 2", "Country is Germany", "2"),
        ("Language", "french", "French (France) fr-FR 1", "Language is French (France)", "1"),
        ("Browser", "Chro", "Chrome chrome 3", "Browser is Chrome", "3"),
    ],
)
def test_values_are_found_by_their_names(
    admin: Page, visitors: Shop, field: str, typed: str, option: str, chip: str, count: str
) -> None:
    admin.goto(visitors.page_of("?date=7d"))
    _begin(admin, field)
    admin.get_by_role("combobox", name="Value").fill(typed)
    admin.get_by_role("option", name=option).click()
    admin.get_by_role("button", name="Apply").click()
    expect(admin.get_by_role("button", name=chip, exact=True)).to_be_visible()
    settle(admin)
    assert figures(admin)["Visitors"] == count


def test_a_value_that_is_not_there_is_questioned(admin: Page, visitors: Shop) -> None:
    admin.goto(visitors.page_of("?date=7d"))
    _begin(admin, "Country")
    admin.get_by_role("combobox", name="Value").fill("Germny")
    admin.get_by_role("combobox", name="Value").press("Enter")
    doubt = admin.get_by_role("alert")
    expect(doubt).to_contain_text("No event in this range has the country Germny.")
    doubt.get_by_role("button", name="Germany").click()
    expect(admin.get_by_role("button", name="Country is Germany", exact=True)).to_be_visible()
    settle(admin)
    assert figures(admin)["Visitors"] == "2"


def test_a_name_may_be_typed_out(admin: Page, visitors: Shop) -> None:
    admin.goto(visitors.page_of("?date=7d"))
    _begin(admin, "Country")
    admin.get_by_role("combobox", name="Value").fill("germany, France")
    admin.get_by_role("combobox", name="Value").press("Enter")
    expect(admin.get_by_role("button", name="Country is Germany, France", exact=True)).to_be_visible()
    expect(admin).to_have_url(visitors.page_of("?date=7d&country=eq.DE%2CFR"))
