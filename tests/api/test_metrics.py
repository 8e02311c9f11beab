"""What is counted, and that labels hold nothing that anybody sent."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from contextlib import suppress

import httpx
import pytest
from clickhouse_connect.driver.exceptions import DatabaseError
from prometheus_client.exposition import generate_latest
from prometheus_client.parser import text_string_to_metric_families

from kokumi import __version__
from kokumi.api.server.measured_store import MeasuredStore
from kokumi.api.server.metrics import Metrics
from kokumi.errors import CallerError
from kokumi.events.engine import Limits
from kokumi.events.store import EventStore
from kokumi.sql.fragment import Fragment

pytestmark = pytest.mark.anyio

_BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"}
_SECRET = "swordfish"
_DATES = {"startDate": "2025-10-01", "endDate": "2025-10-31"}


async def _samples(
    http: httpx.AsyncClient, admin: dict[str, str], wanted: Iterable[str]
) -> dict[tuple[str, ...], float]:
    """Return the wanted samples by name and values of labels."""
    text = (await http.get("/metrics", headers=admin)).text
    assert _SECRET not in text
    return _read(text, wanted)


def _read(text: str, wanted: Iterable[str]) -> dict[tuple[str, ...], float]:
    return {
        (sample.name, *(sample.labels[label] for label in sorted(sample.labels))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
        if sample.name in wanted
    }


async def test_what_is_sent_and_asked(http: httpx.AsyncClient, admin: dict[str, str]) -> None:
    """Each event is counted by what became of it, each request by its route, each query by its name."""
    website = (await http.post("/api/websites", json={"name": _SECRET}, headers=admin)).json()["id"]
    event = {"type": "event", "payload": {"website": website, "url": f"/{_SECRET}"}}
    await http.post("/api/send", json=event, headers=_BROWSER)
    await http.post("/api/batch", json=[event, event, {"type": _SECRET}], headers=_BROWSER)
    await http.post("/api/send", json=event, headers={"User-Agent": "Googlebot"})
    await http.post("/api/send", content=b"{", headers=_BROWSER)
    await http.get(f"/api/websites/{website}/stats?startAt=0&endAt=1&path={_SECRET}", headers=admin)
    parameters = {**_DATES, "type": "path", "value": "/"}
    goal = {"websiteId": website, "filters": {"path": _SECRET}, "parameters": parameters}
    await http.post(
        "/api/reports/goals",
        json={**goal, "parameters": {**_DATES, "type": "path", "value": "/"}},
        headers=admin,
    )
    await http.get(f"/{_SECRET}.txt")
    await http.request(_SECRET.upper(), "/api/heartbeat")
    counted = ("kokumi_events_total", "kokumi_http_requests_total", "kokumi_query_seconds_count")
    assert await _samples(http, admin, counted) == {
        ("kokumi_events_total", "stored"): 3,
        ("kokumi_events_total", "bot"): 1,
        ("kokumi_events_total", "bad-request"): 2,
        ("kokumi_http_requests_total", "POST", "/api/websites", "200"): 1,
        ("kokumi_http_requests_total", "POST", "/api/send", "200"): 2,
        ("kokumi_http_requests_total", "POST", "/api/send", "400"): 1,
        ("kokumi_http_requests_total", "POST", "/api/batch", "200"): 1,
        ("kokumi_http_requests_total", "GET", "/api/websites/{website_id}/stats", "200"): 1,
        ("kokumi_http_requests_total", "POST", "/api/reports/goals", "200"): 1,
        ("kokumi_http_requests_total", "GET", "other", "404"): 1,
        ("kokumi_http_requests_total", "other", "/api/heartbeat", "405"): 1,
        ("kokumi_query_seconds_count", "ok", "report:goal"): 1,
        ("kokumi_query_seconds_count", "ok", "statistic:stats"): 1,
        ("kokumi_query_seconds_count", "ok", "collect:visits"): 1,
    }


async def test_how_the_server_is(http: httpx.AsyncClient, admin: dict[str, str]) -> None:
    """Version, memory, room left, and what is under way: nothing, but this very request."""
    numbers = (
        "kokumi_events_waiting",
        "kokumi_reports_under_way",
        "kokumi_erasures_waiting",
        "kokumi_data_free_bytes",
    )
    found = await _samples(http, admin, ("kokumi_build_info", "process_resident_memory_bytes", *numbers))
    free, memory = found.pop(("kokumi_data_free_bytes",)), found.pop(("process_resident_memory_bytes",))
    assert free > 0
    assert memory > 50_000_000
    assert found == {
        ("kokumi_build_info", platform.python_version(), __version__): 1,
        ("kokumi_events_waiting",): 0,
        ("kokumi_reports_under_way",): 0,
        ("kokumi_erasures_waiting",): 0,
    }


async def test_formats(http: httpx.AsyncClient, admin: dict[str, str]) -> None:
    """Prometheus asks for OpenMetrics, people get plain text; neither is kept by anybody on the way."""
    plain = await http.get("/metrics", headers=admin)
    openmetrics = await http.get("/metrics", headers={**admin, "Accept": "application/openmetrics-text"})
    assert plain.headers["content-type"].startswith("text/plain")
    assert openmetrics.headers["content-type"].startswith("application/openmetrics-text")
    assert openmetrics.text.endswith("# EOF\n")
    assert {plain.headers["cache-control"], openmetrics.headers["cache-control"]} == {"no-store"}


@pytest.mark.parametrize(
    ("statement", "outcome"),
    [
        pytest.param("select 1", "ok", id="answered"),
        pytest.param("select sleepEachRow(1) from numbers(3)", "query-too-large", id="too much"),
        pytest.param("select match('a', '(')", "bad-request", id="the caller's fault"),
        pytest.param("select throwIf(1)", "failed", id="ours"),
    ],
)
def test_outcomes_of_queries(store: EventStore, statement: str, outcome: str) -> None:
    """A query that fails is counted as what it was."""
    metrics = Metrics()
    with suppress(CallerError, DatabaseError):
        MeasuredStore(store, metrics).query(Fragment(statement), name="test", limits=Limits(seconds=0.5))
    text = generate_latest(metrics.registry).decode()
    assert _read(text, ("kokumi_query_seconds_count",)) == {
        ("kokumi_query_seconds_count", outcome, "test"): 1
    }
