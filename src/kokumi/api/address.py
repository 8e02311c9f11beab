"""The address that a request came from, for counting failed sign-ins; never stored, never logged."""

from __future__ import annotations

from ipaddress import ip_address

from starlette.requests import Request

from kokumi.settings import Network


def client_address(request: Request, trusted: tuple[Network, ...]) -> str:
    """Return the peer's address, or what trusted proxies before it say in `X-Forwarded-For`."""
    address = request.client.host if request.client else ""
    hops = [hop.strip() for hop in request.headers.get("x-forwarded-for", "").split(",") if hop.strip()]
    while hops and _is_in(address, trusted):
        address = hops.pop()
    return address


def _is_in(address: str, networks: tuple[Network, ...]) -> bool:
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    return any(parsed in network for network in networks)
