"""The addresses from which operators say that their agents come (docs/spec/agents.md#verified)."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, collapse_addresses, ip_network
from pathlib import Path
from typing import TypeAlias

from kokumi.errors import BadRequestError, SetupError

MAX_BYTES = 5_000_000
"""How large a file of ranges may be; the largest that is published has under 1 MB."""

MAX_PREFIXES = 50_000
MAX_OPERATOR = 60

_FOLDER = "agents"
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
    installed: str


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


def read_published(content: bytes, *, operator: str, source: str, now: datetime) -> Published:
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
        now.astimezone(UTC).isoformat(timespec="seconds"),
    )


def install(data: Path, published: Published) -> Path:
    """Write a list into the data folder, in place of the operator's list from before."""
    folder = data / _FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    safe = "".join(each if each.isalnum() else "-" for each in published.operator.lower())
    file = folder / f"{safe}{_SUFFIX}"
    partial = file.with_suffix(".partial")
    partial.write_text(json.dumps(_written(published), indent=1), "utf-8")
    partial.replace(file)
    return file


def installed(data: Path) -> tuple[Published, ...]:
    """Return the lists in the data folder, in order of their operators.

    Raises:
        SetupError: a file was changed so that it cannot be read.
    """
    return tuple(_read(file) for file in sorted((data / _FOLDER).glob(f"*{_SUFFIX}")))


def _read(file: Path) -> Published:
    try:
        content = file.read_bytes()
        loaded = json.loads(content)
        published = read_published(
            content, operator=str(loaded["operator"]), source=str(loaded["source"]), now=datetime.now(UTC)
        )
        return replace(published, installed=str(loaded["installed"])[:40])
    except (OSError, ValueError, KeyError, TypeError, RecursionError, BadRequestError) as error:
        raise SetupError(f"{file} cannot be read; install it again with `kokumi agents install`.") from error


def _written(published: Published) -> dict[str, object]:
    return {
        "operator": published.operator,
        "source": published.source,
        "installed": published.installed,
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
