"""Groups of visitors (docs/spec/groups.md)."""

from collections import defaultdict
from collections.abc import Mapping

from oracle.errors import BadRequestError
from oracle.filters import attribute_of
from oracle.model import Event


def entry_value(event: Event, split: object) -> str:
    """Return the name of the group that this entry event puts its visitor in."""
    if not isinstance(split, Mapping):
        raise BadRequestError("breakdown must be an object")
    if "field" in split:
        return event.text(attribute_of(str(split["field"])))
    return property_text(event, str(split["property"]))


def property_text(event: Event, name: str) -> str:
    """Return a property of the event as text, empty where it is not there."""
    return next((text for held, _, text in event.properties if held == name), "")


def in_groups(names: Mapping[str, str], limit: object) -> tuple[list[tuple[str, list[str]]], list[str]]:
    """Return the largest groups with their visitors, ties by name, and the visitors of all others."""
    members: dict[str, list[str]] = defaultdict(list)
    for visitor, name in names.items():
        members[name].append(visitor)
    ordered = sorted(members.items(), key=lambda item: (-len(item[1]), item[0]))
    alone = int(str(limit))
    return ordered[:alone], [visitor for _, own in ordered[alone:] for visitor in own]
