"""What `identify` said of sessions: of one of them, and how often each name and value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from pydantic import Field

from kokumi.reports.rows import read
from kokumi.sql.fragment import Fragment, sql
from kokumi.statistics.base import Answer, Nothing, Rows, Scope, Statistic
from kokumi.statistics.event_data import MOST_NAMES, MOST_VALUES
from kokumi.statistics.items import items
from kokumi.statistics.properties import SHOWN_VALUE, PropertyRow, property_row
from kokumi.statistics.session import SessionParameters


class SessionPropertyRow(PropertyRow):
    """One piece of what is known of a session."""

    website_id: UUID
    session_id: UUID


class SessionPropertyTotal(Answer):
    """A property of sessions."""

    property_name: str
    total: int = Field(description="Sessions that have it.")


class SessionPropertyValue(Answer):
    """A value of a property of sessions; dates count by their hour."""

    value: str
    total: int = Field(description="Sessions that have it.")


@dataclass(frozen=True, slots=True)
class SessionValuesParameters:
    """Which property's values are counted; empty: of all."""

    property_name: str = ""


def _latest(sessions: Fragment) -> Fragment:
    """Return a row for each session and property: session_id, name, type, value, at; later ones replace."""
    return sql(
        """
        (
            select
                session_id,
                name,
                argMax((entry_type, entry_value, toUnixTimestamp64Milli(created_at)), created_at) as said,
                said.1 as type,
                said.2 as value,
                said.3 as at
            from identifications
            array join property_names as name, property_types as entry_type, property_values as entry_value
            where $sessions
            group by session_id, name
        )
        """,
        sessions=sessions,
    )


def _in_scope(scope: Scope) -> Fragment:
    """Return the condition that a session has events that are asked about."""
    return sql(
        "website_id = {website:UUID} and session_id in (select session_id from events where $filtered)",
        website=scope.website.id,
        filtered=scope.select().filtered,
    )


def one_statement(parameters: SessionParameters, scope: Scope) -> Fragment:
    """Return the statement; rows `property` by name."""
    return sql(
        """
        select 'property' as part, [toString(name), value] as texts, [toInt64(type), at] as numbers
        from $latest
        order by name
        """,
        latest=_latest(
            sql(
                "website_id = {website:UUID} and session_id = {session:UUID}",
                website=scope.website.id,
                session=parameters.session_id,
            )
        ),
    )


def one_shape(parameters: SessionParameters, scope: Scope, rows: Rows) -> list[dict[str, object]]:
    """Return the session's properties by name."""
    ids = {"websiteId": str(scope.website.id), "sessionId": str(parameters.session_id)}
    return [{**ids, **each} for each in _properties(rows)]


def _properties(rows: Rows) -> Iterator[dict[str, object]]:
    _, found = items(rows)
    for item in found:
        (name, value), (kind, at) = item.texts, item.numbers
        yield property_row(name, kind, value, at)


def properties_statement(_parameters: Nothing, scope: Scope) -> Fragment:
    """Return the statement; rows `(name, sessions)` in order."""
    return sql(
        """
        select toString(name) as property, count() as total
        from $latest
        group by property
        order by total desc, property
        limit {most:UInt32}
        """,
        latest=_latest(_in_scope(scope)),
        most=MOST_NAMES,
    )


def properties_shape(_parameters: Nothing, _scope: Scope, rows: Rows) -> list[dict[str, object]]:
    """Return the properties, the most frequent first."""
    return [{"propertyName": read(name, str), "total": read(total, int)} for name, total in rows]


def values_statement(parameters: SessionValuesParameters, scope: Scope) -> Fragment:
    """Return the statement; rows `(value, sessions)` in order."""
    return sql(
        """
        select $shown as shown, count() as total
        from $latest
        where {property:String} = '' or name = {property:String}
        group by shown
        order by total desc, shown
        limit {most:UInt32}
        """,
        shown=SHOWN_VALUE,
        latest=_latest(_in_scope(scope)),
        property=parameters.property_name,
        most=MOST_VALUES,
    )


def values_shape(_parameters: SessionValuesParameters, _scope: Scope, rows: Rows) -> list[dict[str, object]]:
    """Return the values, the most frequent first."""
    return [{"value": read(value, str), "total": read(total, int)} for value, total in rows]


ONE_SESSION_DATA = Statistic("session-properties", one_statement, one_shape)
SESSION_PROPERTIES = Statistic("session-data-properties", properties_statement, properties_shape)
SESSION_VALUES = Statistic("session-data-values", values_statement, values_shape)
