"""What the metrics list: columns of the catalogue, and a few things made of them.

See docs/spec/statistics.md#metrics.
"""

from __future__ import annotations

from enum import StrEnum

from kokumi.domain.columns import column
from kokumi.sql.fragment import Fragment, identifier, sql
from kokumi.sql.idioms import EXTERNAL_REFERRER, channel


class Dimension(StrEnum):
    """What visitors are counted by."""

    PATH = "path"
    ENTRY = "entry"
    EXIT = "exit"
    REFERRER = "referrer"
    DOMAIN = "domain"
    TITLE = "title"
    QUERY = "query"
    EVENT = "event"
    TAG = "tag"
    HOSTNAME = "hostname"
    UTM_SOURCE = "utmSource"
    UTM_MEDIUM = "utmMedium"
    UTM_CAMPAIGN = "utmCampaign"
    UTM_CONTENT = "utmContent"
    UTM_TERM = "utmTerm"
    BROWSER = "browser"
    OS = "os"
    DEVICE = "device"
    SCREEN = "screen"
    LANGUAGE = "language"
    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    DISTINCT_ID = "distinctId"
    CHANNEL = "channel"

    @property
    def is_of_visit(self) -> bool:
        """Whether it is the path of a visit's first or last page view."""
        return self in {Dimension.ENTRY, Dimension.EXIT}

    @property
    def has_country(self) -> bool:
        """Whether its rows name the country too, without which a place is not known."""
        return self in {Dimension.REGION, Dimension.CITY}

    def sql(self) -> Fragment:
        """Return the name of an event's row; empty if it belongs to none."""
        match self:
            case Dimension.REFERRER | Dimension.DOMAIN:
                return sql("if($external, referrer, '')", external=EXTERNAL_REFERRER)
            case Dimension.LANGUAGE:
                return sql("lowerUTF8(substringUTF8(language, 1, 2))")
            case Dimension.CHANNEL:
                return channel()
            case Dimension.ENTRY | Dimension.EXIT:
                return sql("path")
            case _:
                return _column(self.value)

    def country(self) -> Fragment:
        """Return the country of an event's row; empty if its rows name none."""
        return sql("country") if self.has_country else sql("''")


def _column(name: str) -> Fragment:
    found = column(name)
    if found is None:
        raise KeyError(name)
    return identifier(found.sql)
