"""Signed requests of agents: Web Bot Auth over HTTP message signatures (RFC 9421).

See docs/spec/agents.md#verified. Keys are those that the operator of this server installed; none is fetched.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from http_message_signatures import (
    HTTPMessageSignaturesException,
    HTTPMessageVerifier,
    MappingKeyResolver,
    algorithms,
)

MAX_HEADERS = 4_000
"""How many characters the headers of a signature may have together."""

_TAG = "web-bot-auth"
_LONGEST = timedelta(days=1)
_HEADERS = ("signature", "signature-input", "signature-agent")


@dataclass(frozen=True, slots=True)
class Request:
    """What of a request may be signed. `url` is absolute; names of headers are in lower case."""

    method: str
    url: str
    headers: Mapping[str, str]


class Signatures:
    """Tells whose key has signed a request."""

    def __init__(self, keys: Mapping[str, tuple[str, Ed25519PublicKey]]) -> None:
        """`keys` has the operator and the public key for each thumbprint."""
        self._operators = {key_id: operator for key_id, (operator, _) in keys.items()}
        self._verifier = HTTPMessageVerifier(
            signature_algorithm=algorithms.ED25519,
            key_resolver=MappingKeyResolver(
                public_keys={key_id: key for key_id, (_, key) in keys.items()}, private_keys={}
            ),
        )

    def signer(self, request: Request) -> str:
        """Return the operator whose key has signed the request; empty if none has.

        The signature has to have the tag `web-bot-auth`, to cover the authority, and the header
        `Signature-Agent` if there is one, and to be at most a day old and not expired.
        """
        signed = {name: request.headers[name] for name in _HEADERS if name in request.headers}
        told = signed.get("signature-input", "")
        # One of them only, so that nobody makes this costly by sending many.
        if not self._operators or told.count(_TAG) != 1 or sum(map(len, signed.values())) > MAX_HEADERS:
            return ""
        required = ["@authority", *(["signature-agent"] if "signature-agent" in signed else [])]
        try:
            (found,) = self._verifier.verify(
                request, max_age=_LONGEST, expect_tag=_TAG, require_components=required
            )
        except (HTTPMessageSignaturesException, ValueError):
            return ""
        if "expires" not in found.parameters:
            return ""
        return self._operators.get(str(found.parameters["keyid"]), "")
