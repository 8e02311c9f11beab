"""Cases as they are written under `tests/cases` and in `docs/spec`: what happened, and what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from oracle.making import SITE, event
from oracle.model import CUSTOM_EVENT, PAGE_VIEW, STRING, Event

FOLDER = Path(__file__).parent.parent / "cases"
_KINDS = {"view": (PAGE_VIEW, "path"), "event": (CUSTOM_EVENT, "event_name")}
_DATES = {"startDate": "2025-10-01", "endDate": "2025-10-31"}


@dataclass(frozen=True, slots=True)
class Ask:
    """A question of a case, and the answer; `body` as the wire has it."""

    name: str
    report: str
    events: tuple[Event, ...]
    body: dict[str, object]
    expect: object


def all_asks() -> Iterator[Ask]:
    """Yield every question of every case."""
    for path in sorted(FOLDER.rglob("*.yaml")):
        yield from asks_of(path.read_text("utf-8"), path.parent.name, path.stem)


def asks_of(text: str, report: str, title: str) -> Iterator[Ask]:
    """Yield every question of one case, which is YAML."""
    case: dict[str, Any] = yaml.safe_load(text)
    events = tuple(_event(line) for line in case["events"])
    for number, asked in enumerate(case["asks"], 1):
        body = {
            "websiteId": SITE,
            "filters": asked.get("filters", {}),
            "parameters": _DATES | asked["parameters"],
        }
        yield Ask(f"{report}/{title} {number}", report, events, body, asked["expect"])


def _event(line: str) -> Event:
    """Return the event of a line: `ann/2 2025-10-02T10:00:00Z view / country=DE data.plan=pro USD=5`."""
    who, at, kind, name, *attributes = line.split()
    texts, data, earned = {}, [], []
    for attribute in attributes:
        key, _, value = attribute.partition("=")
        if key.startswith("data."):
            data.append((key.removeprefix("data."), STRING, value))
        elif key.isupper():
            earned.append((key, Decimal(value)))
        else:
            texts[key] = value
    number, column = _KINDS[kind]
    return event(
        number,
        at,
        who.partition("/")[0],
        visit=who,
        properties=tuple(data),
        revenue=tuple(earned),
        **{"path": "/", column: name, **texts},
    )
