"""Signed requests: whose key signed, and everything that makes a signature count for nothing."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from http_message_signatures import HTTPMessageSigner, MappingKeyResolver, algorithms

from kokumi.agents.files import MAX_BYTES
from kokumi.agents.keys import MAX_KEYS, install_keys, installed_keys, is_directory, public_keys, read_keys
from kokumi.agents.proofs import Proofs, installed_proofs
from kokumi.agents.signatures import Request, Signatures
from kokumi.domain.agents import Agent, AgentKind, Proof
from kokumi.errors import BadRequestError, SetupError

OPENAI = Ed25519PrivateKey.from_private_bytes(b"o" * 32)
STRANGER = Ed25519PrivateKey.from_private_bytes(b"s" * 32)
URL = "https://shop.example/a"


def directory(*keys: Ed25519PrivateKey) -> bytes:
    listed = [
        {
            "kty": "OKP",
            "crv": "Ed25519",
            "x": urlsafe_b64encode(key.public_key().public_bytes_raw()).rstrip(b"=").decode(),
        }
        for key in keys
    ]
    return json.dumps({"keys": listed}).encode()


KEYS = read_keys(directory(OPENAI), operator="OpenAI", source="")
(KEY_ID,) = KEYS.by_id


def signed(
    *,
    key: Ed25519PrivateKey = OPENAI,
    key_id: str = KEY_ID,
    tag: str = "web-bot-auth",
    age: timedelta = timedelta(),
    lasts: timedelta | None = timedelta(minutes=5),
    covered: tuple[str, ...] = ("@authority", "signature-agent"),
) -> Request:
    headers = {"Signature-Agent": '"https://chatgpt.com"'}
    created = datetime.now(UTC) - age
    HTTPMessageSigner(
        signature_algorithm=algorithms.ED25519,
        key_resolver=MappingKeyResolver(public_keys={}, private_keys={key_id: key}),
    ).sign(
        Request("GET", URL, headers),
        key_id=key_id,
        created=created,
        expires=None if lasts is None else created + lasts,
        tag=tag,
        covered_component_ids=covered,
    )
    return Request("GET", URL, {name.lower(): value for name, value in headers.items()})


SIGNATURES = Signatures(public_keys([KEYS]))


def test_a_request_that_its_operator_signed() -> None:
    assert SIGNATURES.signer(signed()) == "OpenAI"


@pytest.mark.parametrize(
    "sign",
    [
        pytest.param(lambda: signed(key=STRANGER), id="another-key-under-that-name"),
        pytest.param(lambda: signed(key_id="unknown"), id="unknown-key"),
        pytest.param(lambda: signed(tag="other"), id="another-use"),
        pytest.param(lambda: signed(age=timedelta(hours=1)), id="expired"),
        pytest.param(lambda: signed(age=timedelta(days=2), lasts=timedelta(days=9)), id="too-old"),
        pytest.param(lambda: signed(age=timedelta(minutes=-5)), id="not-yet"),
        pytest.param(lambda: signed(lasts=None), id="without-end"),
        pytest.param(lambda: signed(covered=("signature-agent",)), id="for-any-host"),
        pytest.param(lambda: signed(covered=("@authority",)), id="agent-not-covered"),
        pytest.param(lambda: Request("GET", URL, {}), id="not-signed"),
        pytest.param(lambda: Request("GET", "https://other.example/a", signed().headers), id="another-host"),
        pytest.param(lambda: Request("GET", "no address", signed().headers), id="no-address"),
        pytest.param(lambda: Request("GET", URL, {**signed().headers, "signature": "x"}), id="no-signature"),
        pytest.param(
            lambda: Request("GET", URL, {**signed().headers, "signature-input": 'a=();tag="web-bot-auth"'}),
            id="other-labels",
        ),
        pytest.param(
            lambda: Request("GET", URL, {**signed().headers, "signature-agent": "x" * 4000}),
            id="large-headers",
        ),
    ],
)
def test_what_is_not_signed(sign: Callable[[], Request]) -> None:
    assert SIGNATURES.signer(sign()) == ""


def test_of_many_signatures_none_counts() -> None:
    one = signed().headers["signature-input"]
    many = Request("GET", URL, {**signed().headers, "signature-input": ", ".join([one] * 15)})
    assert SIGNATURES.signer(many) == ""


@pytest.mark.parametrize(
    ("operator", "sign", "proof"),
    [
        pytest.param("OpenAI", signed, Proof.SIGNATURE, id="its-own"),
        pytest.param("Google", signed, Proof.CLAIMED, id="anothers"),
        pytest.param("", lambda: Request("GET", URL, {}), Proof.CLAIMED, id="nobodys"),
    ],
)
def test_a_signature_proves_only_its_own_operator(
    operator: str, sign: Callable[[], Request], proof: Proof
) -> None:
    agent = Agent(AgentKind.ASSISTANT, operator, "ChatGPT-User")
    assert Proofs(signatures=SIGNATURES).of(agent, None, sign()) is proof


def test_installed_keys_are_read_back(tmp_path: Path) -> None:
    install_keys(tmp_path, KEYS)
    assert installed_keys(tmp_path) == (KEYS,)
    agent = Agent(AgentKind.ASSISTANT, "OpenAI", "")
    assert installed_proofs(tmp_path).of(agent, None, signed()) is Proof.SIGNATURE
    next((tmp_path / "agents").iterdir()).write_text("[]")
    with pytest.raises(SetupError, match="install it again"):
        installed_keys(tmp_path)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"x", "not JSON", id="no-json"),
        pytest.param(b'{"keys": []}', "must have a list", id="empty"),
        pytest.param(directory(*[OPENAI] * (MAX_KEYS + 1)), "1 to 100 entries", id="too-many"),
        pytest.param(b'{"keys": [{"kty": "RSA"}, 1]}', "None of", id="other-kinds"),
        pytest.param(b'{"keys": [{"kty": "OKP", "crv": "Ed25519", "x": "AAAA"}]}', "None of", id="short"),
        pytest.param(b" " * (MAX_BYTES + 1), "more than", id="too-large"),
    ],
)
def test_keys_that_are_not_right_are_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(BadRequestError, match=sentence):
        read_keys(content, operator="OpenAI", source="")


@pytest.mark.parametrize("operator", ["", "x" * 61])
def test_an_operator_of_keys_has_a_name_of_bounded_length(operator: str) -> None:
    with pytest.raises(BadRequestError, match="1 to 60 characters"):
        read_keys(directory(OPENAI), operator=operator, source="")


def test_a_directory_of_keys_is_told_from_networks() -> None:
    assert [is_directory(each) for each in (directory(OPENAI), b'{"prefixes": []}', b"x", b"[1]")] == [
        *(True, False, False, False)
    ]
