"""Groups that visitors are split into (docs/spec/groups.md)."""

from collections import Counter
from collections.abc import Mapping

from oracle.filters import attribute_of
from oracle.model import Event


def group_of(event: Event, split: Mapping[str, object]) -> str:
    """Return the name of the group that an event puts its visitor into."""
    if "property" in split:
        return next((text for name, _, text in event.properties if name == split["property"]), "")
    return event.text(attribute_of(str(split["field"])))


def largest_groups(sizes: Mapping[str, int], limit: int) -> list[str]:
    """Return the names of the groups that stand alone, the largest first, ties by name."""
    return sorted(sizes, key=lambda name: (-sizes[name], name))[:limit]


def sizes_of(groups: Mapping[str, str]) -> Counter[str]:
    """Return how many visitors each group has, of visitors and the names of their groups."""
    return Counter(groups.values())
