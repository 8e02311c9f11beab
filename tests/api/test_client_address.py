"""Whom a request came from: the address behind trusted proxies, in limits as in events."""

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
        pytest.param("10.0.0.1", ["forged, unknown"], "10.0.0.1", id="proxy that does not know"),
        pytest.param("::ffff:10.0.0.1", ["198.51.100.1"], "198.51.100.1", id="mapped"),
        pytest.param("2001:db8:1::1", ["[2001:db8:2:3:4:5:6:7]:443"], "2001:db8:2:3::/64", id="network"),
    ],
)
def test_forwarded_for(peer: str, forwarded: list[str], address: str) -> None:
    """Of the header, what the last trusted proxy saw counts; anybody can write what stands before it."""
    request = _request(peer, *(f"X-Forwarded-For: {line}" for line in forwarded))
    assert network_of_client(request, _TRUSTED) == address


@pytest.mark.parametrize(
    ("peer", "lines", "address"),
    [
        pytest.param("203.0.113.9", ["X-Real-IP: 198.51.100.1"], "203.0.113.9", id="untrusted peer"),
        pytest.param("203.0.113.9", ["Forwarded: for=198.51.100.1"], "203.0.113.9", id="nor in Forwarded"),
        pytest.param("10.0.0.1", ["X-Real-IP: 198.51.100.1"], "198.51.100.1", id="proxy"),
        pytest.param(
            "10.0.0.1",
            ["X-Forwarded-For: 198.51.100.2", "CF-Connecting-IP: 198.51.100.1"],
            "198.51.100.1",
            id="CDN before the proxy",
        ),
        pytest.param(
            "10.0.0.1",
            ["X-Client-IP: 198.51.100.3", "Forwarded: for=198.51.100.2", "X-Forwarded-For: 198.51.100.1"],
            "198.51.100.1",
            id="headers after the proxy's own do not count",
        ),
        pytest.param(
            "10.0.0.1",
            ["Forwarded: for=198.51.100.2", 'Forwarded: for="[2001:db8:2:3::7]:443"'],
            "2001:db8:2:3::/64",
            id="Forwarded in two lines",
        ),
        pytest.param("unix", ["X-Real-IP: 198.51.100.1"], "", id="no address"),
    ],
)
def test_other_headers(peer: str, lines: list[str], address: str) -> None:
    """Limits believe the headers that events believe, in the same order."""
    assert network_of_client(_request(peer, *lines), _TRUSTED) == address


def _request(peer: str, *lines: str) -> Request:
    split = [line.partition(": ") for line in lines]
    headers = [(name.lower().encode(), value.encode()) for name, _, value in split]
    return Request({"type": "http", "client": (peer, 50_000), "headers": headers})
