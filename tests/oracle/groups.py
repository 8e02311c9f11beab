"""Groups that visitors are split into (docs/spec/groups.md)."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from oracle.errors import BadRequestError
from oracle.filters import attribute_of
from oracle.model import Event


def group_of(event: Event, split: object) -> str:
    """Return the name of the group that an event puts its visitor into."""
    if not isinstance(split, Mapping):
        raise BadRequestError("breakdown must be an object")
    if "property" in split:
        return property_text(event, str(split["property"]))
    return event.text(attribute_of(str(split["field"])))


def property_text(event: Event, name: str) -> str:
    """Return a property of the event as text, empty where it is not there."""
    return next((text for held, _, text in event.properties if held == name), "")


def largest_groups(sizes: Mapping[str, int], limit: int) -> list[str]:
    """Return the names of the groups that stand alone, the largest first, ties by name."""
    return sorted(sizes, key=lambda name: (-sizes[name], name))[:limit]


def sizes_of(groups: Mapping[str, str]) -> Counter[str]:
    """Return how many visitors each group has, of visitors and the names of their groups."""
    return Counter(groups.values())


def in_groups(names: Mapping[str, str], limit: object) -> tuple[list[tuple[str, list[str]]], list[str]]:
    """Return the largest groups with their visitors, ties by name, and the visitors of all others."""
    members: dict[str, list[str]] = defaultdict(list)
    for visitor, name in names.items():
        members[name].append(visitor)
    ordered = sorted(members.items(), key=lambda item: (-len(item[1]), item[0]))
    alone = int(str(limit))
    return ordered[:alone], [visitor for _, own in ordered[alone:] for visitor in own]
