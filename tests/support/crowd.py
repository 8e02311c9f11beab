"""A fixed crowd of visitors for tests that ask much of the same events: drawn once, always alike."""

from __future__ import annotations

from random import Random

from oracle.drawing import AMOUNTS, HOSTS, NAMES, PATHS, POOLS, REFERRERS, SESSION_POOLS, WEBSITE, event_id
from oracle.making import event, ms
from oracle.model import CUSTOM_EVENT, PAGE_VIEW, Event

SEED = 20251026
VISITS = 40
START = ms("2025-10-20T00:00:00Z")
DAYS = 14
"""With the Sunday in between on which Berlin sets its clocks back."""

_STEPS = ({"type": "path", "value": "/*"}, {"type": "event", "value": "s*"}, {"type": "path", "value": "*"})

PARAMETERS: dict[str, dict[str, object]] = {
    "goals": {"type": "path", "value": "/a*"},
    "breakdown": {"fields": ["os", "path", "event"]},
    "funnel": {"steps": list(_STEPS), "window": 5},
    "journey": {"steps": 3},
    "lifecycle": {"timezone": "Europe/Berlin"},
    "retention": {"timezone": "Europe/Berlin"},
    "revenue": {"currency": "USD", "timezone": "Europe/Berlin"},
    "stickiness": {"timezone": "Europe/Berlin"},
    "attribution": {"model": "first-click", "type": "event", "step": "s*"},
    "experiment": {"exposure": {"property": "amount"}, "goal": {"type": "event", "value": "s*"}},
    "trend": {"series": [{"type": "any", "measure": "visitors"}], "timezone": "Europe/Berlin"},
}
"""Something to ask each report that takes more than a range, so that it has much to say."""


def crowd() -> list[Event]:
    """Return the events of the crowd: a few hundred, of which none is like another."""
    random = Random(SEED)
    people = [
        {name: random.choice(values) for name, values in SESSION_POOLS.items()} for _ in range(VISITS // 3)
    ]
    events: list[Event] = []
    for visit in range(VISITS):
        person = random.randrange(len(people))
        at = START + random.randrange(DAYS * 86_400_000)
        for _ in range(random.choice((1, 2, 3, 5, 8))):
            events.append(_event(random, len(events), visit, person, at, people[person]))
            at += random.choice((0, 1, 1_000, 60_000, 3_600_000))
    return events


def body_of(report: str, filters: dict[str, object] | None = None, **parameters: object) -> dict[str, object]:
    """Return the body of a request to the report about the crowd."""
    dates = {"startDate": START, "endDate": START + (DAYS + 2) * 86_400_000}
    return {
        "websiteId": WEBSITE,
        "filters": filters or {},
        "parameters": dates | PARAMETERS.get(report, {}) | parameters,
    }


def _event(
    random: Random, number: int, visit: int, person: int, at: int, attributes: dict[str, str]
) -> Event:
    kind = random.choice((PAGE_VIEW, PAGE_VIEW, CUSTOM_EVENT))
    texts = {name: random.choice(values) for name, values in POOLS.items()} | attributes
    if kind == CUSTOM_EVENT:
        texts["event_name"] = random.choice(NAMES)
    earned = (("USD", random.choice(AMOUNTS)),) if random.random() < 0.3 else ()
    return event(
        kind,
        at,
        f"{person:08x}-5555-4555-8555-{1000 - person:012x}",
        visit=f"{visit:08x}-7777-4777-8777-{1000 - visit:012x}",
        properties=(),
        revenue=earned,
        event_id=event_id(random.randrange(2**31), number),
        website_id=WEBSITE,
        path=random.choice(PATHS),
        hostname=random.choice(HOSTS),
        referrer=random.choice(REFERRERS),
        **texts,
    )
