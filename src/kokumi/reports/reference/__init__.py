"""What the reference says of each report: its definition in words, a sample request and a sample answer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files

from kokumi.reports.registry import AnyReport


@dataclass(frozen=True, slots=True)
class Reference:
    """What a report's numbers mean, a body that can be posted to it, and what an answer looks like."""

    definition: str
    """Paragraphs; code in backticks."""
    request: dict[str, object]
    """Works as it is, but for the website's id."""
    answer: object


def reference_of(report: AnyReport) -> Reference:
    """Return what the reference says of a report."""
    folder = files(__name__)
    sample = json.loads((folder / f"{report.name}.json").read_text("utf-8"))
    definition = (folder / f"{report.name}.md").read_text("utf-8").strip()
    return Reference(definition, sample["request"], sample["answer"])
