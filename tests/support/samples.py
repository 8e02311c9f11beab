"""Good requests of every kind, for changing them at random."""

from __future__ import annotations

from kokumi.reports.registry import REPORTS
from support.mutation import Json, Samples, as_json, uuid

WEBSITE = "86d4095c-a2a8-4fc8-9521-103e858e2b41"
_FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0"
_CHROME = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/126.0.0.0 Safari/537.36"
)


def payloads(website: str, now: int) -> Samples:
    """Return what trackers and servers send for a website; `now` is in seconds."""
    page: dict[str, Json] = {
        "website": website,
        "hostname": "shop.example",
        "url": "/pricing?utm_source=news&gclid=abc#top",
        "referrer": "https://www.google.com/search?q=shoes",
        "title": "Pricing",
        "language": "de-DE",
        "screen": "1440x900",
    }
    plan: dict[str, Json] = {"plan": "pro", "seats": 3, "at": {"x": [1, None]}}
    sale: dict[str, Json] = {"revenue": "19.50", "currency": "eur"}
    person: dict[str, Json] = {"plan": "pro", "since": "2025-10-19T07:00:00Z"}
    vitals: dict[str, Json] = {"lcp": 1200.5, "inp": 80, "cls": 0.02, "fcp": 900, "ttfb": 120}
    claimed: dict[str, Json] = {"ip": "81.2.69.142", "userAgent": _CHROME, "timestamp": now - 3600}
    device: dict[str, Json] = {"userAgent": _FIREFOX, "browser": "firefox", "os": "Linux", "tag": "a"}
    return Samples(
        "payloads",
        (
            {"type": "event", "payload": page},
            {"type": "event", "payload": page | {"name": "signup", "data": plan}},
            {"type": "event", "payload": page | {"name": "purchase", "data": sale}},
            {"type": "event", "payload": page | claimed},
            {"type": "event", "payload": page | device},
            {"type": "identify", "payload": {"website": website, "id": "user-7", "data": person}},
            {"type": "performance", "payload": page | vitals},
        ),
    )


PAYLOADS = payloads(WEBSITE, 1_800_000_000)
REPORT_REQUESTS = Samples(
    "report requests",
    tuple(
        as_json(request)
        for report in REPORTS
        for request in (report.sample_request(WEBSITE), *report.option_requests(WEBSITE).values())
    ),
)
SESSIONS_REQUESTS = Samples(
    "requests for sessions",
    tuple(
        as_json({**request, "cell": report.cells.sample})
        for report in REPORTS
        for request in (report.sample_request(WEBSITE), *report.option_requests(WEBSITE).values())
    ),
)
FILTERS = Samples(
    "filters",
    (
        {"country": "US", "path1": "c.shop", "path2": "dnc.admin", "match": "any"},
        {"referrer": "neq.google.com,bing.com", "eventType": 1, "excludeBounce": True},
        {"path": "re.^/(blog|docs)/", "os": ["Mac OS", "Windows 10"], "utmSource": "s."},
        {"segment": uuid(1), "cohort": uuid(2), "distinct_id": "ns.", "title": "nre.x"},
    ),
)
_CONDITIONS: list[Json] = [
    {"name": "browser", "operator": "eq", "value": "chrome"},
    {"name": "path", "operator": "re", "value": "^/a"},
]
SEGMENTS = Samples("segments", ({"filters": _CONDITIONS, "match": "any"}, {"filters": _CONDITIONS[:1]}))
COHORTS = Samples(
    "cohorts",
    (
        {"filters": _CONDITIONS, "action": {"type": "event", "value": "purchase"}, "dateRange": "30day"},
        {"action": {"type": "path", "value": "/"}, "dateRange": "range:1759276800000:1761955199999"},
        {"action": {"type": "path", "value": "/"}, "dateRange": "all", "match": "all"},
    ),
)
