"""What a share link opens: the parts of a website, and which of them each kind of link shows."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Part(StrEnum):
    """A part of a website. Every route that share links may call names the parts that it shows."""

    WEBSITE = "website"
    OVERVIEW = "overview"
    EVENTS = "events"
    SESSIONS = "sessions"
    VISITORS = "visitors"
    REALTIME = "realtime"
    SEGMENTS = "segments"
    SAVED_REPORTS = "saved-reports"
    FILTERS = "filters"
    EXPORT = "export"
    # The reports, each under the name it is saved as.
    ATTRIBUTION = "attribution"
    BREAKDOWN = "breakdown"
    EXPERIMENT = "experiment"
    FUNNEL = "funnel"
    GOAL = "goal"
    JOURNEY = "journey"
    LIFECYCLE = "lifecycle"
    RETENTION = "retention"
    REVENUE = "revenue"
    STICKINESS = "stickiness"
    TREND = "trend"
    UTM = "utm"

    @property
    def words(self) -> str:
        """The part in words, for error messages."""
        return _WORDS.get(self, f"the {self.value} report")


class Opens(StrEnum):
    """The kinds of links: everything, the statistics without single visitors, or one report only."""

    ALL = "all"
    STATISTICS = "statistics"
    REPORT = "report"


_WORDS = {
    Part.WEBSITE: "the website",
    Part.OVERVIEW: "the overview",
    Part.EVENTS: "events",
    Part.SESSIONS: "sessions",
    Part.VISITORS: "single visitors",
    Part.REALTIME: "realtime figures",
    Part.SEGMENTS: "segments and cohorts",
    Part.SAVED_REPORTS: "saved reports",
    Part.FILTERS: "filtered figures",
    Part.EXPORT: "the export",
}

_EVERYTHING = frozenset(Part)
_OF_SINGLE_VISITORS = frozenset({Part.VISITORS, Part.REALTIME, Part.EXPORT})
"""Parts that show single visitors, and the export, which copies whole lists."""

_SHOWN = MappingProxyType(
    {
        Opens.ALL: _EVERYTHING,
        Opens.STATISTICS: _EVERYTHING - _OF_SINGLE_VISITORS,
        Opens.REPORT: frozenset({Part.WEBSITE}),
    }
)

_SESSIONS = "sessions"

SECTIONS: Mapping[str, frozenset[Part]] = MappingProxyType(
    {
        "overview": frozenset({Part.OVERVIEW}),
        "events": frozenset({Part.EVENTS}),
        _SESSIONS: frozenset({Part.SESSIONS}) | _OF_SINGLE_VISITORS,
        "realtime": frozenset({Part.REALTIME}),
        "segments": frozenset({Part.SEGMENTS}),
        "cohorts": frozenset({Part.SEGMENTS}),
        "allowFilter": frozenset({Part.FILTERS}),
        "attribution": frozenset({Part.ATTRIBUTION}),
        "breakdown": frozenset({Part.BREAKDOWN}),
        "experiment": frozenset({Part.EXPERIMENT}),
        "funnels": frozenset({Part.FUNNEL}),
        "goals": frozenset({Part.GOAL}),
        "journeys": frozenset({Part.JOURNEY}),
        "lifecycle": frozenset({Part.LIFECYCLE}),
        "retention": frozenset({Part.RETENTION}),
        "revenue": frozenset({Part.REVENUE}),
        "stickiness": frozenset({Part.STICKINESS}),
        "trend": frozenset({Part.TREND}),
        "utm": frozenset({Part.UTM}),
    }
)
"""The parts that a link's parameters close, by the name that is set to `false`. The names are Umami's,
as far as it has such parts."""

_COLUMNS = MappingProxyType({"distinctId": Part.VISITORS, "event": Part.EVENTS})
"""Fields that need a part of their own, because a filter by such a field tells its values."""


def opens_of(chosen: Opens | None, parameters: Mapping[str, object]) -> Opens:
    """Return what kind of link this is.

    Clients that do not know kinds, such as Umami's, switch sessions off in the parameters.
    """
    if chosen in {None, Opens.ALL} and parameters.get(_SESSIONS) is False:
        return Opens.STATISTICS
    return chosen or Opens.ALL


def parts_of(opens: Opens, parameters: Mapping[str, object]) -> frozenset[Part]:
    """Return the parts that a link shows: those of its kind, without those that its parameters close."""
    closed = frozenset[Part]().union(
        *(parts for name, parts in SECTIONS.items() if parameters.get(name) is False)
    )
    # The export has lists of every section, so it is open only if all sections are.
    return _SHOWN[opens] - (closed | {Part.EXPORT} if closed else closed)


def parts_of_columns(*names: str) -> tuple[Part, ...]:
    """Return the additional parts that a link must show for these fields."""
    return tuple(_COLUMNS[name] for name in names if name in _COLUMNS)
