"""Revenue is shown in a currency that was paid, beside that of the period before."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Shop
from dashboard.conftest import figures, settle


@pytest.fixture
def purchases(shop: Shop) -> Shop:
    """Two purchases in dollars today after one the day before, and one in euros by a German."""
    for visitor, price, currency, country, ago in (
        (1, 30, "USD", "US", 60),
        (2, 20, "USD", "US", 60),
        (3, 25, "USD", "US", 30 * 60),
        (4, 40, "EUR", "DE", 60),
    ):
        data = {"revenue": price, "currency": currency}
        shop.happens(visitor, "/buy", event="purchase", data=data, country=country, ago=ago)
    return shop


def test_the_currency_follows_what_the_filters_leave(admin: Page, purchases: Shop) -> None:
    admin.goto(purchases.page_of("/revenue?date=7d"))
    settle(admin)
    assert figures(admin)["Revenue"] == "$75.00"
    admin.goto(purchases.page_of("/revenue?date=7d&country=eq.DE"))
    expect(admin.get_by_role("definition").first).to_contain_text("€40.00")


def test_another_currency_is_offered_where_the_chosen_one_was_not_paid(admin: Page, purchases: Shop) -> None:
    admin.goto(purchases.page_of('/revenue?date=7d&country=eq.DE&params={"currency":"USD"}'))
    expect(admin.get_by_text("No purchases in USD here, but there are some in EUR.")).to_be_visible()
    expect(admin.get_by_text("$0.00")).to_have_count(0)
    admin.get_by_role("button", name="Show EUR").click()
    expect(admin.get_by_role("definition").first).to_contain_text("€40.00")


def test_the_change_is_shown(admin: Page, purchases: Shop) -> None:
    admin.goto(purchases.page_of('/revenue?date=24h&params={"currency":"USD"}'))
    expect(admin.get_by_role("definition").first).to_contain_text("$50.00")
    expect(admin.get_by_role("definition").first).to_contain_text("+100%")
