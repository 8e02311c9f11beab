"""A share link is shown inside the pages that it names, and inside no others."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from browser.conftest import Shop
from browser.test_tracker import pages
from dashboard.conftest import opened


def test_a_link_is_embedded_where_it_says(admin: Page, shop: Shop) -> None:
    shop.happens(1, "/")
    # One page to be named by the link, and one that is not; both show whatever code is given below.
    with pages("<!doctype html><title>Blog</title>") as blog, pages("<!doctype html>") as stranger:
        admin.goto(shop.page_of("/settings"))
        admin.get_by_role("button", name="New link").click()
        dialog = admin.get_by_role("dialog")
        dialog.get_by_role("combobox", name="Websites that may embed it").fill(f"{blog}/news")
        dialog.get_by_role("button", name="Create link").click()
        code = admin.get_by_role("group", name="Frame of Shop").inner_text()
        assert code.startswith(f'<iframe src="{shop.address}/share/')

        with opened(admin.context.browser) as visitor:  # type: ignore[arg-type]
            visitor.goto(blog)
            visitor.evaluate("code => document.body.innerHTML = code", code)
            frame = visitor.frame_locator("iframe")
            expect(frame.get_by_role("heading", name="Overview", level=1)).to_be_visible()
            expect(frame.get_by_role("definition").first).to_contain_text("1")
            expect(frame.get_by_role("link", name="Sign in")).to_have_count(0)

            visitor.goto(stranger)
            said: list[str] = []
            visitor.on("console", lambda message: said.append(message.text))
            with visitor.expect_console_message(lambda message: "frame-ancestors" in message.text):
                visitor.evaluate("code => document.body.innerHTML = code", code)
            expect(visitor.frame_locator("iframe").get_by_role("heading")).to_have_count(0)
