"""What the oracle knows of the world: events in order (docs/spec/events.md), and a dump on disk."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

PAGE_VIEW = 1
CUSTOM_EVENT = 2

STRING, NUMBER, BOOLEAN, DATE, ARRAY = 1, 2, 3, 4, 5

UTM_FIELDS = ("utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term")
CLICK_IDS = ("gclid", "fbclid", "msclkid", "ttclid", "li_fat_id", "twclid")
SESSION_FIELDS = (
    "browser", "os", "device", "screen", "language", "country", "region", "city", "distinct_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One row with what its session was like at that time; missing text is empty, never None.

    See docs/spec/events.md#missing-text.
    """

    event_id: str
    website_id: str
    session_id: str
    visit_id: str
    created_at_ms: int
    event_type: int = PAGE_VIEW
    event_name: str = ""
    path: str = ""
    query: str = ""
    title: str = ""
    hostname: str = ""
    referrer: str = ""
    referrer_path: str = ""
    referrer_query: str = ""
    tag: str = ""
    utm_source: str = ""
    utm_medium: str = ""
    utm_campaign: str = ""
    utm_content: str = ""
    utm_term: str = ""
    gclid: str = ""
    fbclid: str = ""
    msclkid: str = ""
    ttclid: str = ""
    li_fat_id: str = ""
    twclid: str = ""
    browser: str = ""
    os: str = ""
    device: str = ""
    screen: str = ""
    language: str = ""
    country: str = ""
    region: str = ""
    city: str = ""
    distinct_id: str = ""
    properties: tuple[tuple[str, int, str], ...] = field(default=())
    """(name, data type, value as text) of each piece of the event's data."""
    revenue: tuple[tuple[str, Decimal], ...] = field(default=())
    """(currency in upper case, amount); an event counts once with the sum of its rows."""

    @property
    def order(self) -> tuple[int, str]:
        """The place of the event among others: by time, ties by id as text."""
        return self.created_at_ms, self.event_id

    @property
    def item(self) -> str:
        """What a journey shows for the event."""
        return self.event_name if self.event_type == CUSTOM_EVENT else self.path

    def text(self, attribute: str) -> str:
        """Return the value of a column as text, for filters and breakdowns."""
        return str(getattr(self, attribute))

    def revenue_in(self, currency: str) -> Decimal | None:
        """Return the sum of the event's revenue rows in the currency; None when it has none."""
        amounts = [amount for code, amount in self.revenue if code == currency.upper()]
        return sum(amounts, Decimal(0)) if amounts else None


def in_order(events: Iterable[Event]) -> list[Event]:
    """Return the events in order (docs/spec/events.md#order-of-events)."""
    return sorted(events, key=lambda event: event.order)


def bare_host(host: str) -> str:
    """Return the host name without a leading `www.` (docs/spec/events.md)."""
    return host.removeprefix("www.")


def has_external_referrer(event: Event) -> bool:
    """Whether the referrer is not empty and its bare host differs from the event's own.

    See docs/spec/events.md#bare-hosts-and-external-referrers.
    """
    return event.referrer != "" and bare_host(event.referrer) != bare_host(event.hostname)


def shortest(number: Decimal) -> str:
    """Return the number without an exponent or needless zeros: `19.5`, `9`, `0` (docs/spec/events.md)."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def revenue_from_data(properties: Iterable[tuple[str, int, str]]) -> tuple[tuple[str, Decimal], ...]:
    """Return the revenue row that an event's data makes, if it makes one (docs/spec/revenue.md)."""
    data = {name: (kind, value) for name, kind, value in properties}
    kind, amount = data.get("revenue", (0, ""))
    currency_kind, currency = data.get("currency", (0, ""))
    if kind not in {NUMBER, STRING} or not re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", amount.strip()):
        return ()
    if currency_kind != STRING or not re.fullmatch(r"[A-Za-z]{3}", currency):
        return ()
    kept = Decimal(amount.strip()).quantize(Decimal("0.0001"), rounding=ROUND_HALF_UP)
    return ((currency.upper(), kept),)


# A dump of Umami's PostgreSQL tables: one CSV file with header a table.

COLUMN_OF = {
    "url_path": "path",
    "url_query": "query",
    "page_title": "title",
    "referrer_domain": "referrer",
}


def read_umami_dump(folder: Path) -> list[Event]:
    """Return the events of a dump, each with the attributes of its session, in order."""
    sessions = {row["session_id"]: row for row in _rows(folder / "session.csv")}
    data = defaultdict(list)
    for row in _rows(folder / "event_data.csv"):
        data[row["website_event_id"]].append(_property(row))
    revenue = _revenue_table(folder / "revenue.csv")
    events = []
    for row in _rows(folder / "website_event.csv"):
        properties = tuple(data[row["event_id"]])
        # A table of revenue, if there is one, wins over the events' data.
        earned = revenue_from_data(properties) if revenue is None else tuple(revenue[row["event_id"]])
        events.append(_event(row, sessions.get(row["session_id"], {}), properties, earned))
    return in_order(events)


def _event(
    row: Mapping[str, str],
    session: Mapping[str, str],
    properties: tuple[tuple[str, int, str], ...],
    revenue: tuple[tuple[str, Decimal], ...],
) -> Event:
    known = {f.name for f in fields(Event)} - {"created_at_ms", "event_type", "properties", "revenue"}
    named = {COLUMN_OF.get(column, column): value for column, value in row.items()}
    named |= {name: session.get(name, "") for name in SESSION_FIELDS}
    return Event(
        **{name: value for name, value in named.items() if name in known},
        created_at_ms=_milliseconds(row["created_at"]),
        event_type=int(row["event_type"]),
        properties=properties,
        revenue=revenue,
    )


def _property(row: Mapping[str, str]) -> tuple[str, int, str]:
    kind = int(row["data_type"])
    value = row["string_value"]
    if kind == NUMBER:
        value = shortest(Decimal(row["number_value"]))
    elif kind == DATE and not value:
        moment = datetime.fromisoformat(row["date_value"]).astimezone(UTC)
        value = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return row["data_key"], kind, value


def _revenue_table(path: Path) -> dict[str, list[tuple[str, Decimal]]] | None:
    if not path.exists():
        return None
    table: dict[str, list[tuple[str, Decimal]]] = defaultdict(list)
    for row in _rows(path):
        table[row["event_id"]].append((row["currency"].upper(), Decimal(row["revenue"])))
    return table


def _milliseconds(text: str) -> int:
    since = datetime.fromisoformat(text).astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    return (since.days * 86_400 + since.seconds) * 1000 + since.microseconds // 1000


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
