"""Which data events carry: how often each name and each value."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from kokumi.reports.rows import read
from kokumi.sql.fragment import Fragment, sql
from kokumi.statistics.base import Answer, Nothing, Rows, Scope, Statistic
from kokumi.statistics.properties import SHOWN_VALUE

MOST_NAMES = 500
MOST_VALUES = 100

_TYPE = Field(description="1: text, 2: number, 3: boolean, 4: date, 5: JSON.")


class EventNameProperty(Answer):
    """A property of the events of one name."""

    event_name: str
    property_name: str
    total: int = Field(description="Events that have it.")


class TypedEventProperty(EventNameProperty):
    """A property of the events of one name, with its type; with its value if one event was asked about."""

    data_type: int = _TYPE
    property_value: str | None = None


class FieldValue(Answer):
    """A value of a property."""

    property_name: str
    data_type: int = _TYPE
    value: str
    total: int = Field(description="Events that have it.")


class PropertyValue(Answer):
    """A value of the property that was asked about; dates count by their hour."""

    value: str
    total: int


class EventDataTotals(Answer):
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
    """The name of a property."""

    property_name: str


def _entries(scope: Scope) -> Fragment:
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
        filtered=scope.select().filtered,
    )


def events_statement(parameters: EventPropertiesParameters, scope: Scope) -> Fragment:
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
        entries=_entries(scope),
        most=MOST_NAMES,
    )


def events_shape(parameters: EventPropertiesParameters, _scope: Scope, rows: Rows) -> list[dict[str, object]]:
    """Return a row for each event name, property and type, and value if they are told apart."""
    return [
        {
            "eventName": read(event, str),
            "propertyName": read(name, str),
            "dataType": read(kind, int),
            **({"propertyValue": read(value, str)} if parameters.with_values else {}),
            "total": read(total, int),
        }
        for event, name, kind, value, total in rows
    ]


def fields_statement(_parameters: Nothing, scope: Scope) -> Fragment:
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
        entries=_entries(scope),
        most=MOST_VALUES,
    )


def fields_shape(_parameters: Nothing, _scope: Scope, rows: Rows) -> list[dict[str, object]]:
    """Return a row for each property, type and value."""
    return [
        {
            "propertyName": read(name, str),
            "dataType": read(kind, int),
            "value": read(value, str),
            "total": read(total, int),
        }
        for name, kind, value, total in rows
    ]


def properties_statement(_parameters: Nothing, scope: Scope) -> Fragment:
    """Return the statement; rows `(event_name, name, total)` in order."""
    return sql(
        """
        select toString(event_name) as event, toString(name) as property, count() as total
        from $entries
        group by event, property
        order by total desc, event, property
        limit {most:UInt32}
        """,
        entries=_entries(scope),
        most=MOST_NAMES,
    )


def properties_shape(_parameters: Nothing, _scope: Scope, rows: Rows) -> list[dict[str, object]]:
    """Return a row for each event name and property."""
    return [
        {"eventName": read(event, str), "propertyName": read(name, str), "total": read(total, int)}
        for event, name, total in rows
    ]


def totals_statement(_parameters: Nothing, scope: Scope) -> Fragment:
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
        filtered=scope.select().filtered,
    )


def totals_shape(_parameters: Nothing, _scope: Scope, rows: Rows) -> dict[str, int]:
    """Return `{events, properties, records}`."""
    events, properties, records = (read(value, int) for value in rows[0])
    return {"events": events, "properties": properties, "records": records}


def values_statement(parameters: PropertyParameters, scope: Scope) -> Fragment:
    """Return the statement; rows `(value, total)` in order."""
    return sql(
        """
        select $shown as shown, count() as total
        from $entries
        where name = {property:String}
        group by shown
        order by total desc, shown
        limit {most:UInt32}
        """,
        shown=SHOWN_VALUE,
        entries=_entries(scope),
        property=parameters.property_name,
        most=MOST_VALUES,
    )


def values_shape(_parameters: PropertyParameters, _scope: Scope, rows: Rows) -> list[dict[str, object]]:
    """Return the property's values, the most frequent first."""
    return [{"value": read(value, str), "total": read(total, int)} for value, total in rows]


EVENT_PROPERTIES = Statistic("event-data-events", events_statement, events_shape)
DATA_FIELDS = Statistic("event-data-fields", fields_statement, fields_shape)
DATA_PROPERTIES = Statistic("event-data-properties", properties_statement, properties_shape)
DATA_TOTALS = Statistic("event-data-stats", totals_statement, totals_shape)
DATA_VALUES = Statistic("event-data-values", values_statement, values_shape)
