"""What `identify` said of sessions: of one of them, and how often each name and value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from pydantic import Field

from kokumi.domain.validation import WireModel
from kokumi.queries.query import Definition, Subject
from kokumi.queries.rows import Rows
from kokumi.sql.fragment import Fragment, sql
from kokumi.statistics.base import NoParameters
from kokumi.statistics.event_data import MAX_NAMES, MAX_VALUES
from kokumi.statistics.properties import SHOWN_VALUE, PropertyRow, property_row
from kokumi.statistics.session import SessionParameters


class SessionPropertyRow(PropertyRow):
    """One piece of what is known of a session."""

    website_id: UUID = Field(description="The website's id.")
    session_id: UUID = Field(description="The session's id.")


class SessionPropertyTotal(WireModel):
    """A property of sessions."""

    property_name: str = Field(description="The property's name.")
    total: int = Field(description="Sessions that have it.")


class SessionPropertyValue(WireModel):
    """A value of a property of sessions; dates count by their hour."""

    value: str = Field(description="The value, as text.")
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
                argMax((entry_type, entry_value, toUnixTimestamp64Milli(created_at)), created_at) as latest,
                latest.1 as type,
                latest.2 as value,
                latest.3 as at
            from identifications
            array join property_names as name, property_types as entry_type, property_values as entry_value
            where $sessions
            group by session_id, name
        )
        """,
        sessions=sessions,
    )


def _within(subject: Subject) -> Fragment:
    """Return the condition that a session has events that are asked about."""
    return sql(
        "website_id = {website:UUID} and session_id in (select session_id from events where $filtered)",
        website=subject.website.id,
        filtered=subject.select().filtered,
    )


def one_statement(parameters: SessionParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(property, type, value, at)` by name."""
    return sql(
        """
        select toString(name) as property, type, value, at
        from $latest
        order by name
        """,
        latest=_latest(
            sql(
                "website_id = {website:UUID} and session_id = {session:UUID}",
                website=subject.website.id,
                session=parameters.session_id,
            )
        ),
    )


def one_shape(parameters: SessionParameters, subject: Subject, rows: Rows) -> list[dict[str, object]]:
    """Return the session's properties by name."""
    ids = {"websiteId": str(subject.website.id), "sessionId": str(parameters.session_id)}
    return [{**ids, **each} for each in _properties(rows)]


def _properties(rows: Rows) -> Iterator[dict[str, object]]:
    for row in rows:
        yield property_row(row.text("property"), row.number("type"), row.text("value"), row.number("at"))


def properties_statement(_parameters: NoParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(name, sessions)` in order."""
    return sql(
        """
        select toString(name) as property, count() as total
        from $latest
        group by property
        order by total desc, property
        limit {most:UInt32}
        """,
        latest=_latest(_within(subject)),
        most=MAX_NAMES,
    )


def properties_shape(_parameters: NoParameters, _subject: Subject, rows: Rows) -> list[dict[str, object]]:
    """Return the properties, the most frequent first."""
    return [{"propertyName": row.text("property"), "total": row.number("total")} for row in rows]


def values_statement(parameters: SessionValuesParameters, subject: Subject) -> Fragment:
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
        latest=_latest(_within(subject)),
        property=parameters.property_name,
        most=MAX_VALUES,
    )


def values_shape(
    _parameters: SessionValuesParameters, _subject: Subject, rows: Rows
) -> list[dict[str, object]]:
    """Return the values, the most frequent first."""
    return [{"value": row.text("shown"), "total": row.number("total")} for row in rows]


ONE_SESSION_DATA = Definition(name="session-properties", statement=one_statement, shape=one_shape)
SESSION_PROPERTIES = Definition(
    name="session-data-properties", statement=properties_statement, shape=properties_shape
)
SESSION_VALUES = Definition(name="session-data-values", statement=values_statement, shape=values_shape)
