"""Which data events carry: how often each name and each value."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from kokumi.domain.validation import SparseModel, WireModel
from kokumi.queries.query import Definition, Subject
from kokumi.queries.rows import Rows
from kokumi.sql.fragment import Fragment, sql
from kokumi.statistics.base import NoParameters
from kokumi.statistics.properties import SHOWN_VALUE

MAX_NAMES = 500
MAX_VALUES = 100

_TYPE = Field(description="1: text, 2: number, 3: boolean, 4: date, 5: JSON.")


class EventNameProperty(WireModel):
    """A property of the events of one name."""

    event_name: str = Field(description="The event's name.")
    property_name: str = Field(description="The property's name.")
    total: int = Field(description="Events that have it.")


class TypedEventProperty(EventNameProperty, SparseModel):
    """A property of the events of one name, with its type; with its value if one event was asked about."""

    data_type: int = _TYPE
    property_value: str | None = Field(None, description="The value, if one event was asked about.")


class FieldValue(WireModel):
    """A value of a property."""

    property_name: str = Field(description="The property's name.")
    data_type: int = _TYPE
    value: str = Field(description="The value, as text.")
    total: int = Field(description="Events that have it.")


class PropertyValue(WireModel):
    """A value of the property that was asked about; dates count by their hour."""

    value: str = Field(description="The value, as text.")
    total: int = Field(description="Events that have it.")


class EventDataTotals(WireModel):
    """How much data there is."""

    events: int = Field(description="Events with data.")
    properties: int = Field(description="Different property names.")
    records: int = Field(description="Values in all.")


@dataclass(frozen=True, slots=True)
class EventPropertiesParameters:
    """Whether values are told apart."""

    with_values: bool = False


@dataclass(frozen=True, slots=True)
class PropertyParameters:
    """The name of a property, and of the events that carry it, if only some are asked about."""

    property_name: str
    event_name: str | None = None


def _entries(subject: Subject) -> Fragment:
    """Return a row for each piece of data: event_name, name, type, value."""
    return sql(
        """
        (
            select event_name, name, type, value
            from events
            array join property_names as name, property_types as type, property_values as value
            where $filtered
        )
        """,
        filtered=subject.select().filtered,
    )


def events_statement(parameters: EventPropertiesParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(event_name, name, type, value, total)` in order."""
    return sql(
        """
        select toString(event_name) as event, toString(name) as property, type, $shown as shown,
            count() as total
        from $entries
        group by event, property, type, shown
        order by total desc, event, property, type, shown
        limit {most:UInt32}
        """,
        shown=SHOWN_VALUE if parameters.with_values else sql("''"),
        entries=_entries(subject),
        most=MAX_NAMES,
    )


def events_shape(
    parameters: EventPropertiesParameters, _subject: Subject, rows: Rows
) -> list[dict[str, object]]:
    """Return a row for each event name, property and type, and value if they are told apart."""
    return [
        {
            "eventName": row.text("event"),
            "propertyName": row.text("property"),
            "dataType": row.number("type"),
            **({"propertyValue": row.text("shown")} if parameters.with_values else {}),
            "total": row.number("total"),
        }
        for row in rows
    ]


def fields_statement(_parameters: NoParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(name, type, value, total)` in order."""
    return sql(
        """
        select toString(name) as property, type, $shown as shown, count() as total
        from $entries
        group by property, type, shown
        order by total desc, property, type, shown
        limit {most:UInt32}
        """,
        shown=SHOWN_VALUE,
        entries=_entries(subject),
        most=MAX_VALUES,
    )


def fields_shape(_parameters: NoParameters, _subject: Subject, rows: Rows) -> list[dict[str, object]]:
    """Return a row for each property, type and value."""
    return [
        {
            "propertyName": row.text("property"),
            "dataType": row.number("type"),
            "value": row.text("shown"),
            "total": row.number("total"),
        }
        for row in rows
    ]


def properties_statement(_parameters: NoParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(event_name, name, total)` in order."""
    return sql(
        """
        select toString(event_name) as event, toString(name) as property, count() as total
        from $entries
        group by event, property
        order by total desc, event, property
        limit {most:UInt32}
        """,
        entries=_entries(subject),
        most=MAX_NAMES,
    )


def properties_shape(_parameters: NoParameters, _subject: Subject, rows: Rows) -> list[dict[str, object]]:
    """Return a row for each event name and property."""
    return [
        {
            "eventName": row.text("event"),
            "propertyName": row.text("property"),
            "total": row.number("total"),
        }
        for row in rows
    ]


def totals_statement(_parameters: NoParameters, subject: Subject) -> Fragment:
    """Return the statement; one row `(events, properties, records)`."""
    return sql(
        """
        select
            count() as events,
            uniqExactArray(property_names) as properties,
            sum(length(property_names)) as records
        from events
        where $filtered and notEmpty(property_names)
        """,
        filtered=subject.select().filtered,
    )


def totals_shape(_parameters: NoParameters, _subject: Subject, rows: Rows) -> dict[str, int]:
    """Return `{events, properties, records}`."""
    row = rows.only()
    return {name: row.number(name) for name in ("events", "properties", "records")}


def values_statement(parameters: PropertyParameters, subject: Subject) -> Fragment:
    """Return the statement; rows `(value, total)` in order."""
    return sql(
        """
        select $shown as shown, count() as total
        from $entries
        where name = {property:String} and $named
        group by shown
        order by total desc, shown
        limit {most:UInt32}
        """,
        shown=SHOWN_VALUE,
        entries=_entries(subject),
        named=sql("true")
        if parameters.event_name is None
        else sql("event_name = {event:String}", event=parameters.event_name),
        property=parameters.property_name,
        most=MAX_VALUES,
    )


def values_shape(_parameters: PropertyParameters, _subject: Subject, rows: Rows) -> list[dict[str, object]]:
    """Return the property's values, the most frequent first."""
    return [{"value": row.text("shown"), "total": row.number("total")} for row in rows]


EVENT_PROPERTIES = Definition(name="event-data-events", statement=events_statement, shape=events_shape)
DATA_FIELDS = Definition(name="event-data-fields", statement=fields_statement, shape=fields_shape)
DATA_PROPERTIES = Definition(
    name="event-data-properties", statement=properties_statement, shape=properties_shape
)
DATA_TOTALS = Definition(name="event-data-stats", statement=totals_statement, shape=totals_shape)
DATA_VALUES = Definition(name="event-data-values", statement=values_statement, shape=values_shape)
