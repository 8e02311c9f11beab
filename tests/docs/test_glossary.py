"""The glossary: each term once, in order, in two lines at most, with a link to what defines it."""

from __future__ import annotations

import re

from docs.generated import ROOT

ENTRY = re.compile(r"^- \*\*(?P<term>[^*]+)\*\*: (?P<text>.+(?:\n  .+)*)$", re.MULTILINE)


def entries() -> list[tuple[str, str]]:
    """Return each term with what is said about it."""
    page = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    found = [(match["term"], match["text"]) for match in ENTRY.finditer(page)]
    assert len(found) == page.count("\n- ")
    return found


def test_terms_are_in_order_and_there_once() -> None:
    terms = [term.casefold() for term, _ in entries()]
    assert terms == sorted(set(terms))


def test_entries_are_short_and_lead_on() -> None:
    assert [term for term, text in entries() if "](" not in text or text.count("\n") > 1] == []
