"""The address that a request came from, for counting failed sign-ins; never stored, never logged."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_network

from starlette.requests import Request

from kokumi.collect.place import is_within, read_ip
from kokumi.settings import Network

_ONE_CUSTOMER = 64
"""Bits of an IPv6 address that tell customers apart: whoever has one address has all that share them."""


def network_of_client(request: Request, trusted: tuple[Network, ...]) -> str:
    """Return the peer's address, or what trusted proxies before it say in `X-Forwarded-For`.

    Of an IPv6 address it is the network; of what is no address, nothing.
    """
    address = read_ip(request.client.host if request.client else "")
    hops = [hop for line in request.headers.getlist("x-forwarded-for") for hop in line.split(",")]
    while hops and is_within(address, trusted):
        address = read_ip(hops.pop())
    if isinstance(address, IPv6Address):
        return str(ip_network((address, _ONE_CUSTOMER), strict=False))
    return str(address or "")
