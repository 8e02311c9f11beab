"""The one place where the program is put together: settings in, store, metadata and application out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kokumi.domain.times import Clock, system_clock
from kokumi.events.store import EventStore
from kokumi.metadata.store import Metadata
from kokumi.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI


@dataclass(frozen=True, slots=True)
class Kokumi:
    """The open parts of one process."""

    settings: Settings
    store: EventStore
    metadata: Metadata
    clock: Clock

    def close(self) -> None:
        """Close the stores."""
        self.store.close()
        self.metadata.close()


def open_kokumi(settings: Settings, clock: Clock = system_clock) -> Kokumi:
    """Return the parts that the settings describe, opened and brought up to date.

    Raises:
        SetupError: one of them cannot be opened as it is set up.
    """
    metadata = Metadata(settings.metadata_dsn, clock, base_currency=settings.base_currency)
    # One client for each report that may run, two for the collector, one for lists, and one that erases.
    store = EventStore(settings.events_dsn, clients=settings.most_reports + 4)
    return Kokumi(settings, store, metadata, clock)


def create_api(kokumi: Kokumi) -> FastAPI:
    """Return the HTTP application; only now is the web framework loaded."""
    from kokumi.api.application import application
    from kokumi.api.server.bounded_pool import BoundedPool
    from kokumi.api.server.context import Context
    from kokumi.api.server.measured_store import MeasuredStore
    from kokumi.api.server.metrics import Metrics
    from kokumi.api.server.query_threads import QueryThreads
    from kokumi.api.server.senders import Senders
    from kokumi.collect.collector import Collector
    from kokumi.erasing.eraser import Eraser
    from kokumi.erasing.retention import Retention
    from kokumi.events.mutations import Mutations

    metrics = Metrics()
    store = MeasuredStore(kokumi.store, metrics)
    collector = Collector(
        store=store,
        websites=kokumi.metadata,
        session_keys=kokumi.metadata.session_keys,
        secret=kokumi.metadata.secret,
        settings=kokumi.settings,
        clock=kokumi.clock,
    )
    queries = QueryThreads(
        store,
        shared=kokumi.settings.query_threads,
        threads=kokumi.settings.most_reports,
        patience=kokumi.settings.query_seconds,
    )
    metrics.watch(
        events=lambda: collector.waiting,
        reports=lambda: queries.under_way,
        erasures=kokumi.metadata.erasures.waiting,
        data=kokumi.settings.data,
    )
    eraser = Eraser(
        kokumi.store,
        kokumi.metadata,
        clock=kokumi.clock,
        retention=Retention(
            Mutations(kokumi.store), kokumi.metadata.websites, kokumi.settings.retention_days
        ),
    )
    return application(
        Context(
            settings=kokumi.settings,
            store=store,
            metadata=kokumi.metadata,
            collector=collector,
            queries=queries,
            sign_ins=BoundedPool("sign in", running=2, waiting=62, of_one=8),
            misses=BoundedPool("guess", running=2, waiting=62, of_one=8),
            metrics=metrics,
            senders=Senders(kokumi.metadata),
            clock=kokumi.clock,
        ),
        eraser,
    )
