"""A sample request and answer of each report, one JSON file each, for the reference and the tests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files

from kokumi.reports.registry import AnyReport


@dataclass(frozen=True, slots=True)
class Sample:
    """A body that can be posted to the report, but for its website's id, and what an answer looks like."""

    request: dict[str, object]
    answer: object


def sample_of(report: AnyReport) -> Sample:
    """Return the report's sample."""
    content = json.loads((files(__name__) / f"{report.name}.json").read_text("utf-8"))
    return Sample(content["request"], content["answer"])
