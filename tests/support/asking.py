"""Asking the product and the oracle the same question of the same events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

from kokumi.domain.paging import MAX_PAGE_SIZE
from kokumi.domain.validation import validate
from kokumi.domain.websites import Website
from kokumi.events.request_reader import RequestReader
from kokumi.events.store import EventStore
from kokumi.queries.query import Query
from kokumi.queries.run import Runtime, run
from kokumi.reports.registry import AnyReport, report_named
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
        return self._answer(parse_report(self._report(), self._with_website(body or self.situation.body)))

    def sessions_behind(self, cell: Mapping[str, object]) -> list[UUID]:
        """Return the sessions behind a cell of the product's answer, those with the latest event first."""
        body = self._with_website({**self.situation.body, "cell": cell, "pageSize": MAX_PAGE_SIZE})
        request = validate(sessions_model(self._report()), body, forbid_unknown=True)
        page = self._answer(sessions_query(self._report(), request))
        assert isinstance(page, dict)
        found = [UUID(row["id"]) for row in page["data"]]
        assert page["count"] == len(found)
        return found

    def _report(self) -> AnyReport:
        report = report_named(self.situation.report)
        assert report is not None
        return report

    def _with_website(self, body: Mapping[str, object]) -> dict[str, object]:
        return {**body, "websiteId": str(self.website_id)}

    def _answer(self, query: Query[Any]) -> object:
        website = Website(self.website_id, "", "", self.situation.reset_at_ms)
        saved = SavedInMemory(self.situation.saved, self.website_id)
        runtime = Runtime(RequestReader(self.store), saved, self.situation.now_ms, rates=rates_of_tests())
        return as_json(run(query, website, runtime).answer)

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
