"""Properties of event data in SQL (docs/spec/events.md#event-data). Names are bound as parameters."""

from __future__ import annotations

from kokumi.sql.fragment import Fragment, sql

MAX_NUMBER = 10**37
"""Numbers of a larger size are no numbers here; exact decimals have to end somewhere."""

NUMBER = "Decimal256(38)"
"""The type of a property's number."""


def has_property(name: str, parameter: str) -> Fragment:
    """Return the condition that an event has a property. `parameter` is unique in the statement."""
    return sql("has(property_names, {property:String})", property=name).renamed(property=parameter)


def property_text(name: str, parameter: str) -> Fragment:
    """Return a property as text, empty where the event does not have it."""
    return sql("property_values[indexOf(property_names, {property:String})]", property=name).renamed(
        property=parameter
    )


def property_number(name: str, parameter: str) -> Fragment:
    """Return a property as an exact decimal; null where the event does not have it or it is no number.

    A stored number counts, and text of the form that revenue takes (docs/spec/revenue.md#revenue-rows).
    """
    return sql(
        "if(property_types[indexOf(property_names, {property:String})] in (1, 2),"
        " toDecimal256OrNull(extract($text, '^\\s*([+-]?[0-9]+(?:\\.[0-9]+)?)\\s*$'), 38), null)",
        text=property_text(name, "property"),
        property=name,
    ).renamed(property=parameter)
