"""Whose failed sign-ins are counted together: the address behind trusted proxies."""

from __future__ import annotations

from ipaddress import ip_network

import pytest
from starlette.requests import Request

from kokumi.api.server.client_address import network_of_client

_TRUSTED = (ip_network("10.0.0.0/8"), ip_network("2001:db8:1::/64"))


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        pytest.param("203.0.113.9", [], "203.0.113.9", id="peer"),
        pytest.param("203.0.113.9", ["198.51.100.1"], "203.0.113.9", id="peer that is not trusted"),
        pytest.param("10.0.0.1", [], "10.0.0.1", id="proxy that says nothing"),
        pytest.param("10.0.0.1", ["198.51.100.1"], "198.51.100.1", id="proxy"),
        pytest.param("10.0.0.1", ["forged, 198.51.100.1, 10.0.0.2"], "198.51.100.1", id="proxies in a row"),
        pytest.param("10.0.0.1", ["forged", "198.51.100.1"], "198.51.100.1", id="header in two lines"),
        pytest.param("10.0.0.1", ["198.51.100.1:50123"], "198.51.100.1", id="with port"),
        pytest.param("10.0.0.1", ["forged, unknown"], "", id="proxy that does not know"),
        pytest.param("::ffff:10.0.0.1", ["198.51.100.1"], "198.51.100.1", id="mapped"),
        pytest.param("2001:db8:1::1", ["[2001:db8:2:3:4:5:6:7]:443"], "2001:db8:2:3::/64", id="network"),
    ],
)
def test_client_address(peer: str, forwarded: list[str], address: str) -> None:
    """Of the header, what the last trusted proxy saw counts; anybody can write what stands before it."""
    headers = [(b"x-forwarded-for", line.encode()) for line in forwarded]
    request = Request({"type": "http", "client": (peer, 50_000), "headers": headers})
    assert network_of_client(request, _TRUSTED) == address
