"""Which agents fetched pages, and the visits that assistants sent (docs/spec/agents.md#figures)."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from kokumi.agents.lists import assistants
from kokumi.domain.agents import AgentKind
from kokumi.domain.validation import WireModel
from kokumi.queries.query import Definition, Subject
from kokumi.queries.rows import Row, Rows
from kokumi.queries.wire import Instant
from kokumi.sql.fragment import Fragment, sql
from kokumi.statistics.intervals import Interval, chosen_interval

MAX_LISTED = 500
"""How many agents and paths of each kind an answer may list."""


class AgentFigures(WireModel):
    """Fetches of a kind of agent."""

    kind: AgentKind = Field(description="What the agents are.")
    fetches: int = Field(description="Fetches of pages.")
    verified: int = Field(description="Those that an address or a signature proves to be the operator's.")


class FetchingAgent(AgentFigures):
    """Fetches of one agent."""

    operator: str = Field(description="Whose it is; empty if that is not known.")
    name: str = Field(description="What it calls itself.")


class FetchedPath(AgentFigures):
    """Fetches of one path by a kind of agent."""

    path: str = Field(description="The path.")


class FetchStatus(AgentFigures):
    """Fetches that were answered with one status."""

    status: int = Field(description="The HTTP status; 0 if it is not known.")


class FetchPoint(WireModel):
    """Fetches of a kind of agent in a bucket."""

    kind: AgentKind = Field(description="What the agents are.")
    t: Instant = Field(description="Start of the bucket.")
    y: int = Field(description="Fetches in the bucket.")


class AssistantVisits(WireModel):
    """Visits that came from the answers of an operator's assistant."""

    operator: str = Field(description="The operator.")
    visits: int = Field(description="Visits whose first page view has the assistant as referrer.")
    after_fetch: int = Field(
        description="Those of them whose first path the assistant had fetched before, in the range."
    )


class AgentsAnswer(WireModel):
    """The figures of a range. Lists have the largest first."""

    kinds: list[AgentFigures] = Field(description="By kind.")
    agents: list[FetchingAgent] = Field(description="By agent.")
    paths: list[FetchedPath] = Field(description="By path and kind.")
    statuses: list[FetchStatus] = Field(description="By status and kind.")
    series: list[FetchPoint] = Field(description="By kind over time. Empty buckets are left out.")
    visits: list[AssistantVisits] = Field(description="Visits from assistants, by operator.")


@dataclass(frozen=True, slots=True)
class AgentsParameters:
    """How the chart is cut, and how many agents and paths of each kind are listed."""

    unit: Interval | None = None
    limit: int = 100


def statement(parameters: AgentsParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(section, kind, label, name, fetches, verified)`.

    The section tells what the label is. Of visits, `fetches` are the visits and `verified` those after a
    fetch.
    """
    hosts, operators = zip(*assistants(), strict=True)
    return sql(
        """
        with fetched as
        (
            select
                part.1 as section, kind, part.2 as label, part.3 as name,
                count() as fetches, countIf(proof != 'claimed') as verified
            from
            (
                select toString(kind) as kind, toString(proof) as proof,
                    arrayJoin([
                        ('kind', '', ''),
                        ('agent', toString(operator), toString(name)),
                        ('path', path, ''),
                        ('status', toString(status), ''),
                        ('time', toString($bucket), '')
                    ]) as part
                from agents
                where $fetched_in_range
            )
            group by section, kind, label, name
            order by fetches desc, label, name
            limit {most:UInt32} by section, kind
        ),
        first_views as
        (
            select visit_id,
                argMin(toString(referrer), (created_at, event_id)) as host,
                argMin(toString(path), (created_at, event_id)) as entry,
                min(created_at) as arrived
            from events
            where $in_range and event_type = 1
            group by visit_id
        ),
        from_assistants as
        (
            select transform(host, {hosts:Array(String)}, {operators:Array(String)}, '') as label,
                entry, arrived
            from first_views
            where label != ''
        ),
        read_before as
        (
            select toString(operator) as label, path as entry, min(created_at) as first, true as is_read
            from agents
            where $fetched_in_range and kind = 'assistant'
            group by label, entry
        )
        select section, kind, label, name, fetches, verified
        from fetched
        union all
        select 'visits', 'assistant', label, '',
            count(), countIf(is_read and first < arrived)
        from from_assistants left join read_before using (label, entry)
        group by label
        """,
        bucket=chosen_interval(parameters.unit, subject.range, subject.zone).sql(subject.zone),
        in_range=subject.select().unfiltered,
        fetched_in_range=_fetched_in_range(subject),
        most=_MOST_ROWS,
        hosts=hosts,
        operators=operators,
    )


def _fetched_in_range(subject: Subject) -> Fragment:
    counted = subject.counted_range
    return sql(
        """
        website_id = {fetched_on:UUID} and kind != 'person'
            and created_at >= fromUnixTimestamp64Milli({fetched_from:Int64}, 'UTC')
            and created_at <= fromUnixTimestamp64Milli({fetched_until:Int64}, 'UTC')
        """,
        fetched_on=subject.website.id,
        fetched_from=counted.start,
        fetched_until=counted.end,
    )


_MOST_ROWS = 1000
"""More than the buckets of any chart and the paths that an answer may list."""


def shape(parameters: AgentsParameters, subject: Subject, rows: Rows) -> dict[str, object]:
    """Return the sections, each ordered: lists by size, points by time."""
    sections: dict[str, list[Row]] = {}
    for row in sorted(rows, key=_largest_first):
        sections.setdefault(row.text("section"), []).append(row)
    interval = chosen_interval(parameters.unit, subject.range, subject.zone)
    return {
        "kinds": [_figures(row) for row in sections.get("kind", [])],
        "agents": [
            {**_figures(row), "operator": row.text("label"), "name": row.text("name")}
            for row in _first_of_each_kind(sections.get("agent", []), parameters.limit)
        ],
        "paths": [
            {**_figures(row), "path": row.text("label")}
            for row in _first_of_each_kind(sections.get("path", []), parameters.limit)
        ],
        "statuses": [
            {**_figures(row), "status": int(row.text("label"))} for row in sections.get("status", [])
        ],
        "series": [
            {
                "kind": row.text("kind"),
                "t": interval.start(int(row.text("label")), subject.zone),
                "y": row.number("fetches"),
            }
            for row in sorted(sections.get("time", []), key=_in_time)
        ],
        "visits": [
            {
                "operator": row.text("label"),
                "visits": row.number("fetches"),
                "afterFetch": row.number("verified"),
            }
            for row in sections.get("visits", [])
        ],
    }


def _in_time(row: Row) -> tuple[int, str]:
    return int(row.text("label")), row.text("kind")


def _largest_first(row: Row) -> tuple[int, str, str, str]:
    return -row.number("fetches"), row.text("kind"), row.text("label"), row.text("name")


def _first_of_each_kind(rows: list[Row], limit: int) -> list[Row]:
    kept: dict[str, list[Row]] = {}
    for row in rows:
        kept.setdefault(row.text("kind"), []).append(row)
    shown = [row for of_kind in kept.values() for row in of_kind[:limit]]
    return sorted(shown, key=_largest_first)


def _figures(row: Row) -> dict[str, object]:
    return {"kind": row.text("kind"), "fetches": row.number("fetches"), "verified": row.number("verified")}


AGENTS = Definition(name="agents", statement=statement, shape=shape)
