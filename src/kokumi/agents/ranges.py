"""The addresses from which operators say that their agents come (docs/spec/agents.md#verified)."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, collapse_addresses, ip_network
from pathlib import Path
from typing import TypeAlias

from kokumi.agents.files import check_operator, file_of, read_all, read_object, replace_file
from kokumi.domain.addresses import IpAddress
from kokumi.errors import BadRequestError

MAX_PREFIXES = 50_000

_SUFFIX = ".ranges.json"

Network: TypeAlias = IPv4Network | IPv6Network


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
        networks: dict[tuple[str, int], list[Network]] = {}
        for each in lists:
            for network in each.networks:
                networks.setdefault((each.operator, network.version), []).append(network)
        self._spans: dict[tuple[str, int], tuple[list[int], list[int]]] = {}
        for key, found in networks.items():
            apart = _collapsed(found)
            self._spans[key] = (
                [int(network.network_address) for network in apart],
                [int(network.broadcast_address) for network in apart],
            )

    def holds(self, operator: str, address: IpAddress) -> bool:
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
    check_operator(operator)
    loaded = read_object(content)
    prefixes = loaded.get("prefixes")
    if not isinstance(prefixes, list) or not 0 < len(prefixes) <= MAX_PREFIXES:
        raise BadRequestError(f"The file must have a list `prefixes` of 1 to {MAX_PREFIXES} entries.")
    return Published(
        operator,
        tuple(_network(number, each) for number, each in enumerate(prefixes)),
        str(loaded.get("creationTime", ""))[:40],
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
    """Return networks that hold the same addresses and do not overlap, in order."""
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
