"""The visitor's address and the country it belongs to. Headers are believed from trusted proxies only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from ipaddress import IPv6Address, ip_network
from pathlib import Path
from urllib.parse import unquote

import maxminddb
import structlog
from maxminddb.types import Record

from kokumi.collect.authority import STRANGER, Authority
from kokumi.domain.addresses import IpAddress, read_ip
from kokumi.errors import SetupError
from kokumi.settings import Network

ADDRESS_HEADERS = (
    "true-client-ip",
    "cf-connecting-ip",
    "fastly-client-ip",
    "x-nf-client-connection-ip",
    "do-connecting-ip",
    "x-real-ip",
    "x-appengine-user-ip",
    "x-forwarded-for",
    "forwarded",
    "x-client-ip",
    "x-cluster-client-ip",
    "x-forwarded",
)
"""Headers that may name the visitor's address; the first that is there counts."""

PLACE_HEADERS = (
    ("cf-ipcountry", "cf-region-code", "cf-ipcity"),
    ("x-vercel-ip-country", "x-vercel-ip-country-region", "x-vercel-ip-city"),
    ("cloudfront-viewer-country", "cloudfront-viewer-country-region", "cloudfront-viewer-city"),
    ("eo-ipcountry", "eo-region-code", "eo-ipcity"),
)
"""Headers that may name the visitor's country, region and city; the first with a country counts."""

MAX_HOPS = 100
"""How many proxies of a chain are looked at, from the nearest on."""

_COUNTRY = re.compile(r"[A-Z]{2}")
_NO_COUNTRY = "XX"
_MAX_WORD = 100
_BITS_OF_CUSTOMER = 64
_MAX_REMEMBERED = 10_000
_FORWARDED_FOR = re.compile(r"for=\"?([^\";,]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ClientInfo:
    """Who sent a request: the socket's peer, the headers with names in lower case, and their rights."""

    peer: str = ""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    authority: Authority = STRANGER


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address is: ISO country, region such as `DE-BE`, city; what is not known is empty."""

    country: str = ""
    region: str = ""
    city: str = ""


def network_of(address: IpAddress | None) -> str:
    """Return what addresses are counted by: an IPv4 address itself, of an IPv6 address its /64.

    Whoever has one IPv6 address has all that share these 64 bits. It is empty if there is no address.
    """
    if isinstance(address, IPv6Address):
        return str(ip_network((address, _BITS_OF_CUSTOMER), strict=False))
    return str(address or "")


def client_address(client: ClientInfo, trusted: tuple[Network, ...]) -> IpAddress | None:
    """Return the address that a request came from; None if it is not known.

    It is the connection's address. If that is a trusted proxy's, it is what the first header says of those
    in `ADDRESS_HEADERS` that name an address. This is the one rule for events, sign-ins and wrong guesses
    (docs/reverse-proxy.md#what-is-believed).
    """
    peer = read_ip(client.peer)
    if not is_within(peer, trusted):
        return peer
    for name in ADDRESS_HEADERS:
        if (value := client.headers.get(name)) and (found := _from_header(name, value, trusted)):
            return found
    return peer


def is_trusted_sender(client: ClientInfo, trusted: tuple[Network, ...]) -> bool:
    """Return whether a trusted machine sent the request itself, and not for somebody behind it."""
    if not is_within(read_ip(client.peer), trusted):
        return False
    return not any(name in client.headers for name in ADDRESS_HEADERS)


def place_of_headers(client: ClientInfo, trusted: tuple[Network, ...]) -> Place | None:
    """Return the place that a trusted proxy or CDN names; none if there is none."""
    if not is_within(read_ip(client.peer), trusted):
        return None
    for country_name, region_name, city_name in PLACE_HEADERS:
        country = _word(client.headers.get(country_name, "")).upper()
        if _COUNTRY.fullmatch(country) and country != _NO_COUNTRY:
            region = _word(client.headers.get(region_name, ""))
            return Place(country, _region(country, region), _word(client.headers.get(city_name, "")))
    return None


_NOWHERE = Place()


class Places:
    """The places of addresses, looked up in a `.mmdb` file of countries or of cities."""

    def __init__(self, database: Path | None) -> None:
        """Open the file, or the country database that comes with the package.

        Raises:
            SetupError: the file is not there or not a database.
        """
        # Visitors come again: a lookup, and telling private addresses apart, takes a while.
        self._remembered = lru_cache(maxsize=_MAX_REMEMBERED)(self._look_up)
        path = database or own_database()
        if path is None:
            structlog.get_logger().warning("no country database: events are stored without a country")
            self._reader: maxminddb.Reader | None = None
            return
        try:
            self._reader = maxminddb.open_database(path)
        except (OSError, maxminddb.InvalidDatabaseError) as error:
            raise SetupError(f"The country database {path} cannot be read: {error}") from error

    def find(self, address: IpAddress | None) -> Place:
        """Return where an address is; private ones are nowhere."""
        return _NOWHERE if self._reader is None or address is None else self._remembered(address)

    def _look_up(self, address: IpAddress) -> Place:
        if self._reader is None or not address.is_global:
            return _NOWHERE
        record = self._reader.get(address)
        return _place(record) if isinstance(record, dict) else _NOWHERE

    def close(self) -> None:
        """Close the file."""
        if self._reader is not None:
            self._reader.close()


def own_database() -> Path | None:
    """Return the country database that comes with the package, if the build put it in."""
    path = Path(str(files("kokumi") / "static" / "places" / "country.mmdb"))
    return path if path.is_file() else None


def is_within(address: IpAddress | None, networks: tuple[Network, ...]) -> bool:
    """Return whether one of the networks holds the address."""
    return address is not None and any(address in network for network in networks)


def _from_header(name: str, value: str, trusted: tuple[Network, ...]) -> IpAddress | None:
    if name == "forwarded":
        hops = _FORWARDED_FOR.findall(value)
    elif name == "x-forwarded-for":
        hops = value.split(",")
    else:
        return read_ip(value)
    # Each proxy adds whom it saw at the end; what stands before the last untrusted one, anybody can write.
    address = None
    for hop in reversed(hops[-MAX_HOPS:]):
        address = read_ip(hop)
        if not is_within(address, trusted):
            break
    return address


def _word(header: str) -> str:
    """Return a header's text; frameworks read its bytes as Latin-1, CDNs write UTF-8 or percent escapes."""
    try:
        text = header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        text = header
    return unquote(text).replace("\0", "").strip()[:_MAX_WORD]


def _region(country: str, region: str) -> str:
    return region if not region or "-" in region else f"{country}-{region}"


def _place(record: dict[str, Record]) -> Place:
    """Return the place of a record, in the form of country databases or in that of MaxMind's."""
    code = record.get("country_code")
    country = code if isinstance(code, str) else _text(record, "country", "iso_code")
    divisions = record.get("subdivisions")
    first = divisions[0] if isinstance(divisions, list) and divisions else {}
    region = _text(first, "iso_code")
    return Place(country, _region(country, region), _text(record, "city", "names", "en"))


def _text(record: Record, *names: str) -> str:
    for name in names:
        if not isinstance(record, dict) or name not in record:
            return ""
        record = record[name]
    return record if isinstance(record, str) else ""
