"""The column catalogue: every field that a filter, a breakdown or a list of values may name.

See docs/spec/filters.md#names.

Filters, reports, reference docs, the dashboard and the tests all read it from here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """Whether a column says something of the event or of the session it belongs to."""

    EVENT = "event"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Column:
    """A text column of the events: its name on the wire, in SQL, and for people."""

    name: str
    sql: str
    level: Level
    label: str


COLUMNS: tuple[Column, ...] = (
    Column("path", "path", Level.EVENT, "Path"),
    Column("referrer", "referrer", Level.EVENT, "Referrer"),
    Column("title", "title", Level.EVENT, "Page title"),
    Column("query", "query", Level.EVENT, "Query string"),
    Column("browser", "browser", Level.SESSION, "Browser"),
    Column("os", "os", Level.SESSION, "Operating system"),
    Column("device", "device", Level.SESSION, "Device"),
    Column("country", "country", Level.SESSION, "Country"),
    Column("region", "region", Level.SESSION, "Region"),
    Column("city", "city", Level.SESSION, "City"),
    Column("hostname", "hostname", Level.EVENT, "Host name"),
    Column("tag", "tag", Level.EVENT, "Tag"),
    Column("event", "event_name", Level.EVENT, "Event"),
    Column("language", "language", Level.SESSION, "Language"),
    Column("screen", "screen", Level.SESSION, "Screen"),
    Column("distinctId", "distinct_id", Level.SESSION, "Distinct id"),
    Column("utmSource", "utm_source", Level.EVENT, "UTM source"),
    Column("utmMedium", "utm_medium", Level.EVENT, "UTM medium"),
    Column("utmCampaign", "utm_campaign", Level.EVENT, "UTM campaign"),
    Column("utmContent", "utm_content", Level.EVENT, "UTM content"),
    Column("utmTerm", "utm_term", Level.EVENT, "UTM term"),
)


# A match begins where its separators do, else a long row of them would be tried from each of its places.
_SEPARATED = re.compile(r"(?<![-_])[-_]+([A-Za-z0-9])")


def camel_case(name: str) -> str:
    """Return `first-click`, `first_click` or `firstClick` as `firstClick` (docs/spec/requests.md#names)."""
    return _SEPARATED.sub(lambda match: match[1].upper(), name)


SESSION_COLUMNS = frozenset(column.sql for column in COLUMNS if column.level is Level.SESSION)
"""The columns, by their names in SQL, that say something of the session."""

_BY_NAME = {column.name: column for column in COLUMNS}


EVENT = _BY_NAME["event"]
"""The name of an event. Who may not see it may not see the data of events either."""


def column(name: str) -> Column | None:
    """Return the column that a name on the wire, in any of its spellings, stands for; none if unknown."""
    return _BY_NAME.get(camel_case(name))
