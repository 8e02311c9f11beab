"""The keys with which operators say that their agents sign requests (docs/spec/agents.md#verified)."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kokumi.agents.files import check_operator, file_of, read_all, read_object, replace_file
from kokumi.errors import BadRequestError

MAX_KEYS = 100

_SUFFIX = ".keys.json"
_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Keys:
    """The public Ed25519 keys of an operator, each under its thumbprint (RFC 7638), and their source."""

    operator: str
    source: str
    by_id: Mapping[str, bytes]


def is_directory(content: bytes) -> bool:
    """Return whether a file is one of keys, and so not one of networks."""
    try:
        return "keys" in read_object(content)
    except BadRequestError:
        return False


def read_keys(content: bytes, *, operator: str, source: str) -> Keys:
    """Return the keys of a directory as RFC 7517 writes it; keys of other kinds than Ed25519 are left out.

    Raises:
        BadRequestError: it is too large, not in that form, or has no key that can be used; or the operator
            has no name or a long one.
    """
    check_operator(operator)
    listed = read_object(content).get("keys")
    if not isinstance(listed, list) or not 0 < len(listed) <= MAX_KEYS:
        raise BadRequestError(f"The file must have a list `keys` of 1 to {MAX_KEYS} entries.")
    found = {_thumbprint(key): key for each in listed if (key := _key(each)) is not None}
    if not found:
        raise BadRequestError("None of `keys` is an Ed25519 key (`kty` OKP, `crv` Ed25519, `x`).")
    return Keys(operator, source, found)


def install_keys(data: Path, keys: Keys) -> None:
    """Write keys into the data folder, in place of the operator's keys from before."""
    listed = [{"kty": "OKP", "crv": "Ed25519", "x": _encoded(each)} for each in keys.by_id.values()]
    content = {"operator": keys.operator, "source": keys.source, "keys": listed}
    replace_file(file_of(data, keys.operator, _SUFFIX), json.dumps(content, indent=1))


def installed_keys(data: Path) -> tuple[Keys, ...]:
    """Return the keys in the data folder, in order of their operators.

    Raises:
        SetupError: a file was changed so that it cannot be read.
    """
    return read_all(data, _SUFFIX, read_keys)


def public_keys(installed: Iterable[Keys]) -> dict[str, tuple[str, Ed25519PublicKey]]:
    """Return the operator and the key for each thumbprint."""
    return {
        key_id: (each.operator, Ed25519PublicKey.from_public_bytes(key))
        for each in installed
        for key_id, key in each.by_id.items()
    }


def _key(entry: object) -> bytes | None:
    if not isinstance(entry, Mapping) or (entry.get("kty"), entry.get("crv")) != ("OKP", "Ed25519"):
        return None
    text = str(entry.get("x"))
    try:
        key = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        return None
    return key if len(key) == _KEY_BYTES else None


def _thumbprint(key: bytes) -> str:
    canonical = f'{{"crv":"Ed25519","kty":"OKP","x":"{_encoded(key)}"}}'
    return _encoded(sha256(canonical.encode()).digest())


def _encoded(value: bytes) -> str:
    return urlsafe_b64encode(value).rstrip(b"=").decode()
