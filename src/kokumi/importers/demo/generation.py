"""The demo's events, made by the engine itself, a batch of visitors in one statement.

The same seed, number of events and end make the same rows, on any store.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from importlib.resources import files
from itertools import accumulate
from typing import Protocol
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from kokumi.domain.times import to_datetime, to_milliseconds
from kokumi.events.rows import EVENTS, IDENTIFICATIONS, Table
from kokumi.events.store import Answer
from kokumi.importers.demo import catalogue
from kokumi.importers.demo.catalogue import HOURS, JOURNEYS, PLACES, PRODUCTS, SETUPS, SOURCES, WEEKDAYS
from kokumi.sql.fragment import Fragment, Value, sql, unchecked_sql

DAYS = 92
NAME = "Demo shop"
DOMAIN = catalogue.HOSTNAME

_EVENTS_A_VISITOR = 7
_UTM = ("utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term")


class DemoStore(Protocol):
    """What the demo needs of an event store."""

    def query(self, statement: Fragment, *, name: str) -> Answer:
        """Return the rows of a statement."""

    def insert_from(self, table: Table, rows: Fragment, *, token: str) -> None:
        """Store the rows of a statement."""

    def erase(self, website_id: UUID) -> None:
        """Delete all that is stored of a website."""


@dataclass(frozen=True, slots=True)
class Demo:
    """What is to be made: `ends_at` in epoch milliseconds is the instant of the last possible event."""

    events: int
    seed: int
    ends_at: int

    @property
    def website_id(self) -> UUID:
        """The demo website's id, the same for the same seed."""
        return uuid5(NAMESPACE_URL, f"https://{DOMAIN}/{self.seed}")

    @property
    def starts_at(self) -> int:
        """The first instant of the demo's first day, in UTC."""
        midnight = to_datetime(self.ends_at).replace(hour=0, minute=0, second=0, microsecond=0)
        return to_milliseconds(midnight - timedelta(days=DAYS - 1))


def generate(demo: Demo, store: DemoStore, *, batch: int = 40_000) -> Iterator[int]:
    """Store the demo's events in the place of whatever its website held; yields how many are stored so far.

    `batch` is the number of visitors made by one statement; it decides on memory, not on the rows.
    """
    store.erase(demo.website_id)
    run = uuid4()
    first = stored = 0
    while stored < demo.events:
        missing = demo.events - stored
        count = min(batch, missing // _EVENTS_A_VISITOR + 1)
        rows = _batch(demo, first, count, limit=missing)
        store.insert_from(EVENTS, rows, token=f"demo:{run}:{first}")
        first += count
        stored = _stored(demo, store)
        yield stored
    identified = unchecked_sql(_text("identified"), website=demo.website_id)
    store.insert_from(IDENTIFICATIONS, identified, token=f"demo:{run}:identified")


def _batch(demo: Demo, first: int, count: int, *, limit: int) -> Fragment:
    return unchecked_sql(
        # Which rows are left out at the end must not depend on the order in which threads finish.
        _text("batch") + "order by visitor, visit, position limit {limit:UInt64}",
        website=demo.website_id,
        seed=demo.seed,
        first=first,
        count=count,
        limit=limit,
        starts_at=demo.starts_at,
        ends_at=demo.ends_at,
        days=DAYS,
        **_choices(demo.starts_at),
    )


def _choices(starts_at: int) -> dict[str, Value]:
    """Return the catalogue as the arrays that `batch.sql` draws from."""
    queries = [
        urlencode([(name, value) for name, value in zip(_UTM, source.utm, strict=True) if value])
        for source in SOURCES
    ]
    return {
        "hostname": catalogue.HOSTNAME,
        "place_slots": _slots([place.weight for place in PLACES]),
        "place_country": tuple(place.country for place in PLACES),
        "place_region": tuple(place.region for place in PLACES),
        "place_city": tuple(place.city for place in PLACES),
        "place_language": tuple(place.language for place in PLACES),
        "place_ahead": tuple(place.ahead for place in PLACES),
        "place_currency": tuple(place.currency for place in PLACES),
        "place_spending": tuple(place.spending for place in PLACES),
        "setup_slots": _slots([setup.weight for setup in SETUPS]),
        "setup_browser": tuple(setup.browser for setup in SETUPS),
        "setup_os": tuple(setup.os for setup in SETUPS),
        "setup_device": tuple(setup.device for setup in SETUPS),
        "setup_screen": tuple(setup.screen for setup in SETUPS),
        "source_slots": _slots([each.weight for each in SOURCES])
        + _slots([each.returning for each in SOURCES]),
        "source_referrer": tuple(source.referrer for source in SOURCES),
        "source_referrer_path": tuple(source.referrer_path for source in SOURCES),
        "source_query": tuple(queries),
        **{
            f"source_{name}": tuple(source.utm[position] for source in SOURCES)
            for position, name in enumerate(_UTM)
        },
        "source_click_id": tuple(source.click_id for source in SOURCES),
        "journey_slots": _slots([each.weight for each in JOURNEYS])
        + _slots([each.returning for each in JOURNEYS]),
        "journey_steps": tuple(" ".join(journey.steps) for journey in JOURNEYS),
        "product_slots": _slots([product.weight for product in PRODUCTS]),
        "product_slug": tuple(product.slug for product in PRODUCTS),
        "product_price": tuple(product.price for product in PRODUCTS),
        "day_slots": tuple(slot - 1 for slot in _slots(_day_weights(starts_at), 4000)),
        "hour_slots": tuple(slot + 4 for slot in _slots(HOURS)),
        "posts": catalogue.POSTS,
        "searches": catalogue.SEARCHES,
        "title_paths": tuple(catalogue.TITLES),
        "titles": tuple(catalogue.TITLES.values()),
    }


def _day_weights(starts_at: int) -> list[int]:
    """Return the weight of each day: the shop grows, and has its weekly rhythm."""
    first = to_datetime(starts_at).weekday()
    return [(2 * DAYS + day) * WEEKDAYS[(first + day) % 7] for day in range(DAYS)]


def _slots(weights: Sequence[int], count: int = 1000) -> tuple[int, ...]:
    """Return, for `count` equally likely slots, which choice (counted from 1) each stands for."""
    ends = list(accumulate(weights))
    return tuple(bisect_right(ends, slot * ends[-1] // count) + 1 for slot in range(count))


def _stored(demo: Demo, store: DemoStore) -> int:
    counted = sql("select count() from events where website_id = {website:UUID}", website=demo.website_id)
    return int(str(store.query(counted, name="demo").rows[0][0]))


def _text(name: str) -> str:
    return files("kokumi.importers.demo").joinpath(f"{name}.sql").read_text("utf-8")
