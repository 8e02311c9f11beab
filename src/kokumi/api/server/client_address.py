"""The address that a request came from, for counting failed sign-ins; never stored, never logged."""

from __future__ import annotations

from starlette.requests import Request

from kokumi.collect.place import is_within, network_of, read_ip
from kokumi.settings import Network


def network_of_client(request: Request, trusted: tuple[Network, ...]) -> str:
    """Return the peer's address, or what trusted proxies before it say in `X-Forwarded-For`.

    Of an IPv6 address it is the network; of what is no address, nothing.
    """
    address = read_ip(request.client.host if request.client else "")
    hops = [hop for line in request.headers.getlist("x-forwarded-for") for hop in line.split(",")]
    while hops and is_within(address, trusted):
        address = read_ip(hops.pop())
    return network_of(address)
