"""Cache tokens: what they keep, what they hide, and what cannot be forged."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import replace
from uuid import UUID

import pytest

from kokumi.collect.cache_token import Token, TokenSeal

SITE, OTHER_SITE = UUID(int=1), UUID(int=2)
SEAL = TokenSeal(b"k" * 32)
TOKEN = Token(SITE, UUID(int=2**100 + 7), UUID(int=2**99 + 9), 1_759_276_800_000, 1_761_954_600_000)


def test_a_token_says_what_was_sealed() -> None:
    assert SEAL.open(SEAL.seal(TOKEN), SITE) == TOKEN


def test_a_token_tells_nothing() -> None:
    """No id stands in it, and two tokens of one event have nothing in common but their length."""
    one, other = (urlsafe_b64decode(SEAL.seal(TOKEN)) for _ in range(2))
    ids = [each.bytes for each in (TOKEN.website_id, TOKEN.session_id, TOKEN.visit_id)]
    assert [part for part in ids if part in one + other] == []
    blocks = [{text[first : first + 4] for first in range(len(text) - 3)} for text in (one, other)]
    assert blocks[0].isdisjoint(blocks[1])
    assert len(one) == len(other)


def forgeries() -> dict[str, str]:
    sealed = SEAL.seal(TOKEN)
    content = urlsafe_b64decode(sealed)
    changed = {
        f"byte-{place}-changed": urlsafe_b64encode(
            content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
        ).decode()
        for place in (0, 11, 12, 30, len(content) - 1)
    }
    return {
        "none": "",
        "rubbish": "rubbish",
        "not-ascii": "ü" * len(sealed),
        "not-base64": "!" * len(sealed),
        "padding-only": "=" * len(sealed),
        "long": "A" * 100_000,
        "zeros": "A" * len(sealed),
        "cut": sealed[:-4],
        "continued": sealed + "AAAA",
        "other-installation": TokenSeal(b"o" * 32).seal(TOKEN),
        "other-website": SEAL.seal(replace(TOKEN, website_id=OTHER_SITE)),
        **changed,
    }


@pytest.mark.parametrize("text", forgeries().values(), ids=forgeries())
def test_a_token_that_is_not_ours_is_none(text: str) -> None:
    assert SEAL.open(text, SITE) is None
