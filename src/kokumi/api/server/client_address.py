"""Whom a request came from, by the one rule for rate limits and events (`collect.place.client_address`)."""

from __future__ import annotations

from starlette.requests import Request

from kokumi.collect.authority import STRANGER, Authority
from kokumi.collect.place import ClientInfo, client_address, network_of
from kokumi.settings import Network

_LISTS = ("x-forwarded-for", "forwarded")
"""Headers to which each proxy adds whom it saw. Some proxies add a line of their own, and the last counts."""


def client_info(request: Request, authority: Authority = STRANGER) -> ClientInfo:
    """Return the connection's address and the request's headers, the lines of a list as one."""
    headers = {**request.headers}
    for name in _LISTS:
        if name in headers:
            headers[name] = ",".join(request.headers.getlist(name))
    return ClientInfo(request.client.host if request.client else "", headers, authority)


def network_of_client(request: Request, trusted: tuple[Network, ...]) -> str:
    """Return the address that a request's attempts are counted by. It is never stored as it is, nor logged.

    Of an IPv6 address it is the network. It is empty if the address is not known.
    """
    return network_of(client_address(client_info(request), trusted))
