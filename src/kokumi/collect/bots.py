"""Whether a user agent is a program rather than a person's browser or app (API.md 1.1)."""

from __future__ import annotations

import re

from crawlerdetect import CrawlerDetect

_ONE_PRODUCT = re.compile(r"[\w.\-]+(/[\w.\-+]*)?")
"""`node`, `Foo/1.0`: programming libraries; what people browse with says more of itself."""

_LIBRARIES = re.compile(r"(ktor|umami-analytics-mcp)\b", re.IGNORECASE)

_detect = CrawlerDetect(user_agent="-")


def is_bot(user_agent: str) -> bool:
    """Return whether the text is that of a known bot, a library or a headless browser; empty is not."""
    text = user_agent.strip()
    if not text:
        return False
    return bool(
        _ONE_PRODUCT.fullmatch(text)
        or _LIBRARIES.match(text)
        or "HeadlessChrome" in text
        or _detect.is_crawler(text)
    )
