"""The addresses from which operators say that their agents come (docs/spec/agents.md#verified)."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, collapse_addresses, ip_network
from pathlib import Path
from typing import TypeAlias

from kokumi.agents.files import MAX_BYTES, file_of, read_all, replace_file
from kokumi.errors import BadRequestError

MAX_PREFIXES = 50_000
MAX_OPERATOR = 60

_SUFFIX = ".ranges.json"

Network: TypeAlias = IPv4Network | IPv6Network
Address: TypeAlias = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class Published:
    """What an operator publishes: its networks, when it made the list, and where that is from."""

    operator: str
    networks: tuple[Network, ...]
    created: str
    source: str


class Ranges:
    """The networks of operators. Whether an address is in one takes a search by halves."""

    def __init__(self, lists: Iterable[Published] = ()) -> None:
        self._spans: dict[tuple[str, int], tuple[list[int], list[int]]] = {}
        networks: dict[tuple[str, int], list[tuple[int, int]]] = {}
        for each in lists:
            for network in each.networks:
                span = int(network.network_address), int(network.broadcast_address)
                networks.setdefault((each.operator, network.version), []).append(span)
        for key, spans in networks.items():
            ordered = _joined(spans)
            self._spans[key] = [first for first, _ in ordered], [last for _, last in ordered]

    def holds(self, operator: str, address: Address) -> bool:
        """Return whether the operator publishes the address as its own."""
        firsts, lasts = self._spans.get((operator, address.version), ((), ()))
        position = bisect_right(firsts, int(address)) - 1
        return position >= 0 and int(address) <= lasts[position]


def read_published(content: bytes, *, operator: str, source: str) -> Published:
    """Return what a file says in the form that Google, OpenAI, Microsoft and others publish.

    It is `{"creationTime": …, "prefixes": [{"ipv4Prefix": "192.0.2.0/24"}, {"ipv6Prefix": …}]}`.

    Raises:
        BadRequestError: it is too large, or not in that form; nothing of it is taken then.
    """
    if not operator or len(operator) > MAX_OPERATOR:
        raise BadRequestError(f"The operator's name must have 1 to {MAX_OPERATOR} characters.")
    if len(content) > MAX_BYTES:
        raise BadRequestError(f"The file has more than {MAX_BYTES} bytes; published lists have far fewer.")
    try:
        loaded: object = json.loads(content)
    except (ValueError, RecursionError):
        raise BadRequestError("The file is not JSON.") from None
    prefixes = loaded.get("prefixes") if isinstance(loaded, Mapping) else None
    if not isinstance(prefixes, list) or not 0 < len(prefixes) <= MAX_PREFIXES:
        raise BadRequestError(f"The file must have a list `prefixes` of 1 to {MAX_PREFIXES} entries.")
    created = loaded.get("creationTime", "") if isinstance(loaded, Mapping) else ""
    return Published(
        operator,
        tuple(_network(number, each) for number, each in enumerate(prefixes)),
        str(created)[:40],
        source[:500],
    )


def install(data: Path, published: Published) -> None:
    """Write a list into the data folder, in place of the operator's list from before."""
    replace_file(file_of(data, published.operator, _SUFFIX), json.dumps(_written(published), indent=1))


def installed(data: Path) -> tuple[Published, ...]:
    """Return the lists in the data folder, in order of their operators.

    Raises:
        SetupError: a file was changed so that it cannot be read.
    """
    return read_all(data, _SUFFIX, read_published)


def _written(published: Published) -> dict[str, object]:
    return {
        "operator": published.operator,
        "source": published.source,
        "creationTime": published.created,
        "prefixes": [
            {f"ipv{network.version}Prefix": str(network)} for network in _collapsed(published.networks)
        ],
    }


def _collapsed(networks: Iterable[Network]) -> list[Network]:
    four = [each for each in networks if isinstance(each, IPv4Network)]
    six = [each for each in networks if isinstance(each, IPv6Network)]
    return [*collapse_addresses(four), *collapse_addresses(six)]


def _network(number: int, entry: object) -> Network:
    text = (entry.get("ipv4Prefix") or entry.get("ipv6Prefix")) if isinstance(entry, Mapping) else None
    try:
        return ip_network(str(text))
    except ValueError:
        raise BadRequestError(
            f"prefixes[{number}] must have `ipv4Prefix` or `ipv6Prefix`, a network such as 192.0.2.0/24."
        ) from None


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return joined
