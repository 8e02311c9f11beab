"""Whether a user agent is a program rather than a person's browser or app (docs/spec/wire.md#bots)."""

from __future__ import annotations

import re
from functools import cache

from crawlerdetect.providers.crawlers import data as crawlers
from crawlerdetect.providers.exclusions import data as ordinary
from ua_parser_rs import DeviceExtractor

_ONE_PRODUCT = re.compile(r"[\w.\-]+(/[\w.\-+]*)?")
"""`node`, `Foo/1.0`: programming libraries; what people browse with says more of itself."""

_LIBRARIES = re.compile(r"(ktor|umami-analytics-mcp)\b", re.IGNORECASE)

_ORDINARY = re.compile("|".join(ordinary), re.IGNORECASE)
"""What browsers say of themselves. It is removed before the crawlers' patterns are tried."""

_LOOKAHEAD = "(?!"
_CRAWLERS_BY_LOOKAHEAD = tuple(re.compile(each, re.IGNORECASE) for each in crawlers if _LOOKAHEAD in each)


def is_bot(user_agent: str) -> bool:
    """Return whether the text is that of a known bot, a library or a headless browser; empty is not."""
    text = user_agent.strip()
    if not text:
        return False
    return bool(
        _ONE_PRODUCT.fullmatch(text)
        or _LIBRARIES.match(text)
        or "HeadlessChrome" in text
        or _is_crawler(_ORDINARY.sub("", text))
    )


def _is_crawler(rest: str) -> bool:
    if not rest:
        return False
    return _crawlers().extract(rest) is not None or any(each.search(rest) for each in _CRAWLERS_BY_LOOKAHEAD)


@cache
def _crawlers() -> DeviceExtractor:
    """Return all patterns of crawlers in one matcher.

    Python's engine needs quadratic time for some of them, and anybody may choose a user agent. This matcher
    is made for long lists of such patterns: it first finds the words in the text, then tries only the
    patterns that have these words, in linear time. It has no lookahead.
    """
    return DeviceExtractor((each, "i", "crawler", None, None) for each in crawlers if _LOOKAHEAD not in each)
