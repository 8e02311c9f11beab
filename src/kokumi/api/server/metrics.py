"""What is counted and timed. Labels hold names from the code only: no ids, paths, queries or addresses."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Callable
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, disable_created_metrics
from prometheus_client.process_collector import ProcessCollector

from kokumi import __version__
from kokumi.collect.collector import Accepted, Ignored, Outcome
from kokumi.errors import CallerError

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_ROWS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_OTHER = "other"


class Metrics:
    """The instruments of one application, in a registry of their own."""

    def __init__(self) -> None:
        """Begin at nothing."""
        # They would be a second series for each that nobody looks at.
        disable_created_metrics()  # type: ignore[no-untyped-call]
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "kokumi_http_requests",
            "Answered requests; route `other` is the dashboard and whatever is not there.",
            ("route", "method", "status"),
            registry=self.registry,
        )
        self._request_seconds = Histogram(
            "kokumi_http_request_seconds",
            "Time from a request to the end of its answer.",
            ("route", "method"),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._refused = Counter(
            "kokumi_http_refused",
            "Connections and requests that were refused or closed before they reached a route, by reason.",
            ("reason",),
            registry=self.registry,
        )
        self._connections = Gauge("kokumi_http_connections", "Open connections.", registry=self.registry)
        self._events = Counter(
            "kokumi_events",
            "What trackers and servers sent: stored, bot, ignored-path, or the code of the error.",
            ("outcome",),
            registry=self.registry,
        )
        self._insert_seconds = Histogram(
            "kokumi_insert_seconds",
            "Time of the collector's inserts until they are durable.",
            ("table", "outcome"),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._insert_rows = Histogram(
            "kokumi_insert_rows",
            "Rows of the collector's inserts.",
            ("table",),
            buckets=_ROWS,
            registry=self.registry,
        )
        self._query_seconds = Histogram(
            "kokumi_query_seconds",
            "Time of queries to the event store: ok, cancelled, failed, or the code of the error.",
            ("query", "outcome"),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._query_rows = Counter(
            "kokumi_query_read_rows", "Rows that queries read.", ("query",), registry=self.registry
        )
        self._query_bytes = Counter(
            "kokumi_query_read_bytes", "Bytes that queries read.", ("query",), registry=self.registry
        )
        build = Info("kokumi_build", "What runs.", registry=self.registry)
        build.info({"version": __version__, "python": platform.python_version()})
        ProcessCollector(registry=self.registry)

    def watch(
        self,
        *,
        events: Callable[[], int],
        reports: Callable[[], int],
        erasures: Callable[[], int],
        data: Path,
    ) -> None:
        """Show these numbers as they are whenever somebody looks, and the room left for the data."""
        shown: tuple[tuple[str, str, Callable[[], float]], ...] = (
            ("kokumi_events_waiting", "Events taken in that are not durable yet.", events),
            ("kokumi_reports_under_way", "Reports and statistics that run or wait for a thread.", reports),
            ("kokumi_erasures_waiting", "Deletions and resets whose events are not erased yet.", erasures),
            ("kokumi_data_free_bytes", "Room left where KOKUMI_DATA is.", lambda: _free_bytes(data)),
        )
        for name, description, number in shown:
            Gauge(name, description, registry=self.registry).set_function(number)

    def watch_connections(self, number: Callable[[], int]) -> None:
        """Show the number of open connections as it is whenever somebody looks."""
        self._connections.set_function(number)

    def refused(self, reason: str) -> None:
        """Count a connection or a request that did not reach a route."""
        self._refused.labels(reason).inc()

    def answered(self, route: str | None, method: str, status: int, seconds: float) -> None:
        """Count a request, by its route's template and one of a few methods."""
        labels = (route or _OTHER, method)
        self._requests.labels(*labels, str(status)).inc()
        self._request_seconds.labels(*labels).observe(seconds)

    def sent(self, outcome: Outcome | CallerError) -> None:
        """Count something that was sent to the collector."""
        match outcome:
            case Accepted():
                self._events.labels("stored").inc()
            case Ignored():
                self._events.labels(outcome.reason).inc()
            case CallerError():
                self._events.labels(outcome.code).inc()

    def inserted(self, table: str, rows: int, outcome: str, seconds: float) -> None:
        """Count an insert."""
        self._insert_seconds.labels(table, outcome).observe(seconds)
        self._insert_rows.labels(table).observe(rows)

    def queried(self, name: str, outcome: str, seconds: float) -> None:
        """Count a query."""
        self._query_seconds.labels(name, outcome).observe(seconds)

    def read(self, name: str, *, rows: int, size: int) -> None:
        """Count the rows and bytes that a query read."""
        self._query_rows.labels(name).inc(rows)
        self._query_bytes.labels(name).inc(size)


def _free_bytes(folder: Path) -> float:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return float("nan")  # the metrics are wanted most when the disk is gone
