"""Lists of networks that operators publish: read, installed, and looked up."""

from __future__ import annotations

import json
from ipaddress import ip_address, ip_network
from pathlib import Path
from random import Random

import pytest

from kokumi.agents.files import MAX_BYTES
from kokumi.agents.proofs import Proofs
from kokumi.agents.ranges import MAX_PREFIXES, Published, Ranges, install, installed, read_published
from kokumi.domain.agents import Agent, AgentKind, Proof
from kokumi.errors import BadRequestError, SetupError


def published(*prefixes: str, operator: str = "OpenAI") -> Published:
    entries = [{f"ipv{6 if ':' in each else 4}Prefix": each} for each in prefixes]
    content = json.dumps({"creationTime": "2026-11-01", "prefixes": entries}).encode()
    return read_published(content, operator=operator, source="file.json")


def test_an_installed_list_is_read_back_and_replaced(tmp_path: Path) -> None:
    install(tmp_path, published("192.0.2.0/25", "192.0.2.128/25", "2001:db8::/32"))
    install(tmp_path, published("203.0.113.0/24", operator="Common Crawl"))
    said = ("2026-11-01", "file.json")
    assert installed(tmp_path) == (
        Published("Common Crawl", (ip_network("203.0.113.0/24"),), *said),
        Published("OpenAI", (ip_network("192.0.2.0/24"), ip_network("2001:db8::/32")), *said),
    )
    install(tmp_path, published("198.51.100.0/24"))
    assert [each.networks for each in installed(tmp_path)][1] == (ip_network("198.51.100.0/24"),)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"<html>", "not JSON", id="no-json"),
        pytest.param(b"[" * 100_000, "not JSON", id="deep"),
        pytest.param(b"[]", "must have a list", id="list"),
        pytest.param(b'{"prefixes": []}', "must have a list", id="empty"),
        pytest.param(b'{"prefixes": [1]}', r"prefixes\[0\] must have", id="number"),
        pytest.param(b'{"prefixes": [{"ipv4Prefix": "192.0.2.1/24"}]}', r"prefixes\[0\]", id="host-bits"),
        pytest.param(b'{"prefixes": [{"ipv4Prefix": "no"}]}', r"prefixes\[0\] must have", id="no-network"),
        pytest.param(
            json.dumps({"prefixes": [{"ipv4Prefix": "192.0.2.0/24"}] * (MAX_PREFIXES + 1)}).encode(),
            "1 to 50000 entries",
            id="too-many",
        ),
        pytest.param(b" " * (MAX_BYTES + 1), "more than 5000000 bytes", id="too-large"),
    ],
)
def test_a_list_that_is_not_right_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(BadRequestError, match=sentence):
        read_published(content, operator="OpenAI", source="")


@pytest.mark.parametrize("operator", ["", "x" * 61])
def test_an_operator_has_a_name_of_bounded_length(operator: str) -> None:
    with pytest.raises(BadRequestError, match="1 to 60 characters"):
        published("192.0.2.0/24", operator=operator)


def test_a_changed_file_stops_the_start_with_a_sentence(tmp_path: Path) -> None:
    install(tmp_path, published("192.0.2.0/24"))
    next((tmp_path / "agents").iterdir()).write_text("{}")
    with pytest.raises(SetupError, match="install it again with `kokumi agents install`"):
        installed(tmp_path)


def test_a_search_by_halves_finds_what_trying_all_finds() -> None:
    random = Random(3)
    starts = [random.randrange(2**32) >> 8 << 8 for _ in range(400)]
    networks = [ip_network((start, random.choice((24, 26, 30)))) for start in starts]
    six = ip_network("2001:db8::/33")
    ranges = Ranges([Published("A", (*networks, six), "", ""), Published("B", (), "", "")])
    near = [network[0] + step for network in networks for step in (-1, 0, 3, 4, 63, 64, 255, 256)]
    for address in [*near, ip_address("2001:db8::1"), ip_address("2001:db8:8000::"), ip_address("::")]:
        same = (each for each in (*networks, six) if each.version == address.version)
        expected = any(address in each for each in same)
        assert ranges.holds("A", address) is expected
        assert not ranges.holds("B", address)


@pytest.mark.parametrize(
    ("operator", "address", "proof"),
    [
        pytest.param("OpenAI", "192.0.2.9", Proof.ADDRESS, id="its-own"),
        pytest.param("OpenAI", "192.0.3.9", Proof.CLAIMED, id="another"),
        pytest.param("Google", "192.0.2.9", Proof.CLAIMED, id="anothers"),
        pytest.param("", "192.0.2.9", Proof.CLAIMED, id="nobodys"),
        pytest.param("OpenAI", "", Proof.CLAIMED, id="unknown"),
    ],
)
def test_an_address_proves_only_its_own_operator(operator: str, address: str, proof: Proof) -> None:
    agent = Agent(AgentKind.CRAWLER, operator, "GPTBot")
    found = ip_address(address) if address else None
    assert Proofs(Ranges([published("192.0.2.0/24")])).of(agent, found) is proof
