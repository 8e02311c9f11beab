"""Settings that open the server further than is wise."""

from __future__ import annotations

from ipaddress import ip_address

from kokumi.cli.checks.finding import Finding, ok, problem, warning
from kokumi.settings import Settings


def listening(settings: Settings) -> Finding:
    """Whether passwords could travel the network as they are."""
    name = "listening"
    if _is_loopback(settings.host):
        return ok(name, f"On {settings.host}, which only this machine reaches.")
    if settings.trusted_proxies:
        return ok(name, f"On {settings.host}, behind the proxies of KOKUMI_TRUSTED_PROXIES.")
    return warning(
        name,
        f"On {settings.host} without a proxy: passwords and visits travel unencrypted.",
        "Put a proxy with TLS before it (docs/reverse-proxy.md), and name it in KOKUMI_TRUSTED_PROXIES.",
    )


def proxies(settings: Settings) -> Finding:
    """Whether anybody could claim any address."""
    name = "trusted proxies"
    if any(network.prefixlen == 0 for network in settings.trusted_proxies):
        return problem(
            name,
            "KOKUMI_TRUSTED_PROXIES names all addresses: every visitor may claim to be anywhere, and guess "
            "passwords without being slowed down.",
            "Name the proxies' own addresses only.",
        )
    if not settings.trusted_proxies:
        return ok(name, "None: who connects is the visitor.")
    return ok(name, ", ".join(map(str, settings.trusted_proxies)))


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
