"""The visitor's address, and the country it is in: what is believed from whom."""

from __future__ import annotations

from ipaddress import ip_address, ip_network
from pathlib import Path

import pytest

from kokumi.collect.place import ClientInfo, Place, Places, client_address, place_of_headers
from kokumi.domain.addresses import read_ip
from kokumi.errors import SetupError

PROXIES = (ip_network("10.0.0.0/8"), ip_network("fd00::/8"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("192.0.2.1", "192.0.2.1"),
        (" 192.0.2.1 ", "192.0.2.1"),
        ("192.0.2.1:443", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("[2001:db8::1]:443", "2001:db8::1"),
        ("[2001:db8::1]", "2001:db8::1"),
        ("2001:DB8::1", "2001:db8::1"),
        ("fe80::1%eth0", "fe80::1"),
        ("testclient", None),
        ("", None),
        ("999.1.1.1", None),
        ("1" * 1_000_000, None),
    ],
)
def test_addresses(text: str, expected: str | None) -> None:
    assert read_ip(text) == (ip_address(expected) if expected else None)


@pytest.mark.parametrize(
    ("peer", "headers", "expected"),
    [
        pytest.param(
            "192.0.2.1", {"x-forwarded-for": "198.51.100.7"}, "192.0.2.1", id="stranger-is-not-believed"
        ),
        pytest.param(
            "192.0.2.1", {"cf-connecting-ip": "198.51.100.7"}, "192.0.2.1", id="nor-in-other-headers"
        ),
        pytest.param("10.0.0.1", {"x-forwarded-for": "198.51.100.7"}, "198.51.100.7", id="proxy-is"),
        pytest.param(
            "10.0.0.1", {"x-forwarded-for": "1.1.1.1, 198.51.100.7"}, "198.51.100.7", id="forged-first"
        ),
        pytest.param(
            "10.0.0.1", {"x-forwarded-for": "198.51.100.7, 10.0.0.2"}, "198.51.100.7", id="chain-of-proxies"
        ),
        pytest.param("10.0.0.1", {"x-forwarded-for": "10.0.0.3, 10.0.0.2"}, "10.0.0.3", id="all-trusted"),
        pytest.param(
            "10.0.0.1",
            {"x-forwarded-for": "198.51.100.8", "cf-connecting-ip": "198.51.100.7"},
            "198.51.100.7",
            id="cdn-first",
        ),
        pytest.param(
            "10.0.0.1", {"x-real-ip": "rubbish", "x-client-ip": "198.51.100.7"}, "198.51.100.7", id="rubbish"
        ),
        pytest.param(
            "10.0.0.1", {"forwarded": 'for="[2001:db8::7]:4711";proto=https'}, "2001:db8::7", id="forwarded"
        ),
        pytest.param(
            "10.0.0.1",
            {"forwarded": "proto=https", "x-client-ip": "198.51.100.7"},
            "198.51.100.7",
            id="forwarded-without-an-address",
        ),
        pytest.param(
            "10.0.0.1",
            {"x-forwarded-for": "198.51.100.7" + ",10.0.0.2" * 99},
            "198.51.100.7",
            id="as-many-hops-as-are-looked-at",
        ),
        pytest.param(
            "10.0.0.1",
            {"x-forwarded-for": "198.51.100.7" + ",10.0.0.2" * 100},
            "10.0.0.2",
            id="more-hops-than-are-looked-at",
        ),
        pytest.param("fd00::1", {"x-real-ip": "198.51.100.7"}, "198.51.100.7", id="proxy-in-ipv6"),
        pytest.param("::ffff:10.0.0.1", {"x-real-ip": "198.51.100.7"}, "198.51.100.7", id="proxy-mapped"),
        pytest.param("10.0.0.1", {}, "10.0.0.1", id="no-header"),
        pytest.param("unix", {"x-real-ip": "198.51.100.7"}, None, id="no-peer"),
    ],
)
def test_client_address(peer: str, headers: dict[str, str], expected: str | None) -> None:
    found = client_address(ClientInfo(peer, headers), PROXIES)
    assert found == (ip_address(expected) if expected else None)


@pytest.mark.parametrize(
    ("peer", "headers", "expected"),
    [
        pytest.param("192.0.2.1", {"cf-ipcountry": "DE"}, None, id="stranger"),
        pytest.param("10.0.0.1", {"cf-ipcountry": "de"}, Place("DE"), id="country"),
        pytest.param("10.0.0.1", {"cf-ipcountry": "XX"}, None, id="unknown"),
        pytest.param("10.0.0.1", {"cf-ipcountry": "T1"}, None, id="tor"),
        pytest.param("10.0.0.1", {"cf-ipcountry": "Germany"}, None, id="no-code"),
        pytest.param(
            "10.0.0.1",
            {"cf-ipcountry": "DE", "cf-region-code": "BE", "cf-ipcity": "Köln".encode().decode("latin-1")},
            Place("DE", "DE-BE", "Köln"),
            id="latin-1",
        ),
        pytest.param(
            "10.0.0.1",
            {
                "x-vercel-ip-country": "BR",
                "x-vercel-ip-country-region": "BR-SP",
                "x-vercel-ip-city": "S%C3%A3o%20Paulo",
            },
            Place("BR", "BR-SP", "São Paulo"),
            id="percent",
        ),
    ],
)
def test_place_of_headers(peer: str, headers: dict[str, str], expected: Place | None) -> None:
    assert place_of_headers(ClientInfo(peer, headers), PROXIES) == expected


def test_the_database_that_comes_with_the_package_knows_countries() -> None:
    places = Places(None)
    found = {
        text: places.find(ip_address(text)) for text in ("8.8.8.8", "2001:4860:4860::8888", "10.0.0.1", "::1")
    }
    places.close()
    assert found == {
        "8.8.8.8": Place("US"),
        "2001:4860:4860::8888": Place("US"),
        "10.0.0.1": Place(),
        "::1": Place(),
    }


def test_a_setting_that_names_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "places.mmdb").write_text("rubbish")
    for path in (tmp_path / "places.mmdb", tmp_path / "none.mmdb"):
        with pytest.raises(SetupError, match=path.name):
            Places(path)
