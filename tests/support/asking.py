"""Asking the product and the oracle the same question of the same events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from kokumi.domain.validation import validate
from kokumi.domain.websites import Website
from kokumi.events.request_reader import RequestReader
from kokumi.events.store import EventStore
from kokumi.queries.run import Runtime, run
from kokumi.reports.registry import report_named
from kokumi.reports.request import parse_report
from kokumi.reports.sessions import sessions_model, sessions_query
from oracle.answer import answer
from oracle.model import Event
from support.rates import rates_of_tests
from support.store_events import SavedInMemory, insert
from support.strategies import Situation


@dataclass(frozen=True, slots=True)
class Asked:
    """A situation whose events are in the store, each website of the oracle's under an id of its own."""

    store: EventStore
    situation: Situation
    websites: dict[str, UUID]

    @property
    def website_id(self) -> UUID:
        """The id that stands for the website of the request."""
        return self.websites[str(self.situation.body["websiteId"])]

    def about(self, report: str, body: dict[str, object]) -> Asked:
        """Return another question about the same events."""
        return replace(self, situation=replace(self.situation, report=report, body=body))

    def of_product(self, body: dict[str, object] | None = None) -> object:
        """Return the product's answer to the situation's body, or to another, as JSON has it."""
        report = report_named(self.situation.report)
        assert report is not None
        asked = {**(body or self.situation.body), "websiteId": str(self.website_id)}
        return as_json(run(parse_report(report, asked), self._website, self._runtime).answer)

    def sessions(self, cell: Mapping[str, object], *, page_size: int = 20) -> object:
        """Return the product's page of the sessions behind a cell, as JSON has it."""
        report = report_named(self.situation.report)
        assert report is not None
        asked = {
            **self.situation.body,
            "websiteId": str(self.website_id),
            "cell": cell,
            "pageSize": page_size,
        }
        query = sessions_query(report, validate(sessions_model(report), asked, forbid_unknown=True))
        return as_json(run(query, self._website, self._runtime).answer)

    @property
    def _website(self) -> Website:
        return Website(self.website_id, "", "", self.situation.reset_at_ms)

    @property
    def _runtime(self) -> Runtime:
        saved = SavedInMemory(self.situation.saved, self.website_id)
        return Runtime(RequestReader(self.store), saved, self.situation.now_ms, rates=rates_of_tests())

    def of_oracle(self) -> object:
        """Return the oracle's answer."""
        situation = self.situation
        return answer(
            situation.report,
            situation.events,
            situation.body,
            situation.saved,
            reset_at_ms=situation.reset_at_ms,
            now_ms=situation.now_ms,
        )


def asked(store: EventStore, situation: Situation, events: Iterable[Event] | None = None) -> Asked:
    """Return the situation with its events, or others in their place, in the store."""
    stored = list(situation.events if events is None else events)
    names = {str(situation.body["websiteId"]), *(event.website_id for event in stored)}
    websites = {name: uuid4() for name in names}
    insert(store, stored, websites)
    return Asked(store, situation, websites)


def the_same_from_all(answers: Mapping[str, object]) -> object:
    """Return, as a client reads it, the answer that all stores gave in the same bytes."""
    first, *others = answers
    written = {name: json.dumps(answer, default=float) for name, answer in answers.items()}
    assert {name: written[name] for name in others} == dict.fromkeys(others, written[first])
    return json.loads(written[first])


def as_json(value: object) -> object:
    """Return a value as a client reads it: through JSON text."""
    return json.loads(json.dumps(value, default=float))
