"""The column catalogue: every field that a filter, a breakdown or a list of values may name.

See docs/spec/filters.md#names.

Filters, reports, reference docs, the dashboard and the tests all read it from here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Scope(Enum):
    """Whether a column says something of the event or of the session it belongs to."""

    EVENT = "event"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Column:
    """A text column of the events: its name on the wire, in SQL, and for people."""

    name: str
    sql: str
    scope: Scope
    label: str


COLUMNS: tuple[Column, ...] = (
    Column("path", "path", Scope.EVENT, "Path"),
    Column("referrer", "referrer", Scope.EVENT, "Referrer"),
    Column("title", "title", Scope.EVENT, "Page title"),
    Column("query", "query", Scope.EVENT, "Query string"),
    Column("browser", "browser", Scope.SESSION, "Browser"),
    Column("os", "os", Scope.SESSION, "Operating system"),
    Column("device", "device", Scope.SESSION, "Device"),
    Column("country", "country", Scope.SESSION, "Country"),
    Column("region", "region", Scope.SESSION, "Region"),
    Column("city", "city", Scope.SESSION, "City"),
    Column("hostname", "hostname", Scope.EVENT, "Host name"),
    Column("tag", "tag", Scope.EVENT, "Tag"),
    Column("event", "event_name", Scope.EVENT, "Event"),
    Column("language", "language", Scope.SESSION, "Language"),
    Column("screen", "screen", Scope.SESSION, "Screen"),
    Column("distinctId", "distinct_id", Scope.SESSION, "Distinct id"),
    Column("utmSource", "utm_source", Scope.EVENT, "UTM source"),
    Column("utmMedium", "utm_medium", Scope.EVENT, "UTM medium"),
    Column("utmCampaign", "utm_campaign", Scope.EVENT, "UTM campaign"),
    Column("utmContent", "utm_content", Scope.EVENT, "UTM content"),
    Column("utmTerm", "utm_term", Scope.EVENT, "UTM term"),
)


# A match begins where its separators do, else a long row of them would be tried from each of its places.
_SEPARATED = re.compile(r"(?<![-_])[-_]+([A-Za-z0-9])")


def camel_case(name: str) -> str:
    """Return `first-click`, `first_click` or `firstClick` as `firstClick` (docs/spec/requests.md#names)."""
    return _SEPARATED.sub(lambda match: match[1].upper(), name)


SESSION_COLUMNS = frozenset(column.sql for column in COLUMNS if column.scope is Scope.SESSION)
"""The columns, by their names in SQL, that say something of the session."""

_BY_NAME = {column.name: column for column in COLUMNS}


def column(name: str) -> Column | None:
    """Return the column that a name on the wire, in any of its spellings, stands for; none if unknown."""
    return _BY_NAME.get(camel_case(name))
