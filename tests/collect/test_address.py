"""URLs in parts: what is stored of a page's address and of its referrer's."""

from __future__ import annotations

import pytest

from kokumi.collect.address import Address, read_address
from kokumi.domain.events import Page, Source
from kokumi.errors import BadRequestError


def read(url: str | None = "/", referrer: str = "", hostname: str = "", title: str = "") -> Address:
    return read_address(url, referrer, hostname, title, keep_hash=True)


@pytest.mark.parametrize(
    ("url", "hostname", "page"),
    [
        ("https://www.example.com/a/b/?q=1#top", "", Page("example.com", "/a/b/#top", "q=1")),
        ("https://example.com/a", "shop.example.com", Page("shop.example.com", "/a", "")),
        ("/a", "www.example.com", Page("www.example.com", "/a", "")),
        ("", "example.com", Page("example.com", "/", "")),
        ("rel?x", "example.com", Page("example.com", "/rel", "x")),
        ("/undefined", "example.com", Page("example.com", "", "")),
        (None, "example.com", Page("example.com", "", "")),
        ("/a", "", Page("", "/a", "")),
        ("//other.example/a", "", Page("other.example", "/a", "")),
        ("/caf%C3%A9%20a", "h", Page("h", "/café a", "")),
        ("/a%2Fb%3F%23c", "h", Page("h", "/a%2Fb%3F%23c", "")),
        ("/100%", "h", Page("h", "/100%", "")),
        ("/%ff", "h", Page("h", "/%ff", "")),
        ("/a%00b", "h", Page("h", "/a%00b", "")),
        ("/ü?ü=ü", "h", Page("h", "/ü", "%C3%BC=%C3%BC")),
        ("/a/../b/./c", "h", Page("h", "/b/c", "")),
        ("/" + "a" * 600 + "?" + "b" * 600, "h", Page("h", "/" + "a" * 499, "b" * 500)),
        ("/a", "not a host", Page("not a host", "/a", "")),
        ("https://münchen.example/", "", Page("xn--mnchen-3ya.example", "/", "")),
    ],
)
def test_page(url: str | None, hostname: str, page: Page) -> None:
    assert read(url, hostname=hostname).page == page


def test_a_performance_sample_has_no_hash() -> None:
    assert read_address("/a#b", "", "h", "", keep_hash=False).page == Page("h", "/a", "")


@pytest.mark.parametrize(
    ("title", "kept"),
    [("A%20b", "A b"), ("100%", "100%"), ("%E0%A4%A", "%E0%A4%A"), ("x" * 600, "x" * 500), ("a%00", "a%00")],
)
def test_title(title: str, kept: str) -> None:
    assert read(title=title).page.title == kept


@pytest.mark.parametrize(
    ("referrer", "source"),
    [
        ("", Source()),
        ("https://www.google.com/search?q=a#b", Source("google.com", "/search", "q=a")),
        ("/inner?x=1", Source("example.com", "/inner", "x=1")),
        ("android-app://com.google.android.gm/", Source("com.google.android.gm", "/", "")),
    ],
)
def test_referrer(referrer: str, source: Source) -> None:
    assert read(referrer=referrer, hostname="www.example.com").source == source


def test_campaign_values_and_click_ids() -> None:
    query = (
        "utm_source=a%20b&utm_medium=c+d&utm_campaign=e&utm_content=f&utm_term=g&utm_source=second"
        "&gclid=1&fbclid=2&msclkid=3&ttclid=4&li_fat_id=5&twclid=6"
    )
    assert read(f"/?{query}").source == Source(
        utm_source="a b",
        utm_medium="c d",
        utm_campaign="e",
        utm_content="f",
        utm_term="g",
        gclid="1",
        fbclid="2",
        msclkid="3",
        ttclid="4",
        li_fat_id="5",
        twclid="6",
    )


def test_campaign_values_are_read_from_the_whole_query_and_cut() -> None:
    assert read("/?" + "a" * 600 + "&utm_source=" + "b" * 300).source.utm_source == "b" * 255


@pytest.mark.parametrize(
    ("url", "referrer", "path"),
    [("https://[", "", "payload.url"), ("/", "https://a b/", "payload.referrer")],
)
def test_refuses_what_is_no_url(url: str, referrer: str, path: str) -> None:
    with pytest.raises(BadRequestError) as error:
        read(url, referrer)
    assert [detail.path for detail in error.value.details] == [path]
