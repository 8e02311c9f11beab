"""Addresses of the internet, as they stand in headers, logs and requests."""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import TypeAlias

IpAddress: TypeAlias = IPv4Address | IPv6Address

_MAX_WORD = 100
_MAX_REMEMBERED = 10_000
_PORT = re.compile(r"(?:\[([^\]]+)\](?::\d+)?|([^:]+):\d+)")


def read_ip(text: str) -> IpAddress | None:
    """Return the address in a text such as `::ffff:1.2.3.4` or `[2001:db8::1]:443`; none if it is none."""
    return _read_ip(text) if len(text) <= _MAX_WORD else None


@lru_cache(maxsize=_MAX_REMEMBERED)
def _read_ip(text: str) -> IpAddress | None:
    bare = text.strip()
    if match := _PORT.fullmatch(bare):
        bare = match[1] or match[2]
    try:
        parsed = ip_address(bare.partition("%")[0])
    except ValueError:
        return None
    return (parsed.ipv4_mapped or parsed) if isinstance(parsed, IPv6Address) else parsed
