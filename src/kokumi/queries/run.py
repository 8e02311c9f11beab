"""From a query to its answer: look up saved filters, ask the engine once, shape the rows.

Whether the caller may see the website is decided before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kokumi.domain.columns import Column
from kokumi.domain.rates import NoRates, Rates
from kokumi.domain.times import day_of
from kokumi.domain.websites import Website
from kokumi.events.request_reader import RequestReader
from kokumi.events.store import Answer
from kokumi.filters.resolve import SavedFilters, resolve
from kokumi.queries.comparison import compared_range
from kokumi.queries.conversion import Quotes, convertible_since, days_of_revenue, quotes_of
from kokumi.queries.expressions import check_expressions
from kokumi.queries.query import Definition, EventSelection, Query, Subject
from kokumi.queries.rows import Rows

P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Cost:
    """What an answer cost: seconds in the engine, rows and bytes that it read."""

    seconds: float = 0.0
    rows_read: int = 0
    bytes_read: int = 0

    def __add__(self, other: Cost) -> Cost:
        return Cost(
            self.seconds + other.seconds,
            self.rows_read + other.rows_read,
            self.bytes_read + other.bytes_read,
        )


@dataclass(frozen=True, slots=True)
class Result:
    """An answer, with exact decimals still in it, and its cost."""

    answer: object
    cost: Cost


def permit_every_column(_column: Column) -> None:
    """Let everybody ask about the field."""


@dataclass(frozen=True, slots=True)
class Runtime:
    """What the queries of one request run in: the engine, the saved filters, and the present."""

    events: RequestReader
    saved: SavedFilters
    now: int
    """Epoch milliseconds."""
    permit: Callable[[Column], None] = permit_every_column
    """Raises NotSharedError for a field that the caller may neither list nor filter by."""
    rates: Rates = field(default_factory=NoRates)
    """What revenue in other currencies is converted by."""


def run(query: Query[P], website: Website, runtime: Runtime) -> Result:
    """Return the answer of a query on its website.

    Raises:
        NotFoundError: a segment or cohort is not the website's.
        NotSharedError: the caller may not list a field, or not filter by it.
        BadRequestError: there are too many filters together with the saved ones, or a regular expression is
            not valid.
        QueryTooLargeError: it went past its limits of time or memory.
    """
    for column in query.columns:
        runtime.permit(column)
    check_expressions(query.comparisons, runtime.events)
    subject = subject_of(query.events, website, runtime)
    return run_within(query.definition, query.parameters, subject, runtime)


def subject_of(events: EventSelection, website: Website, runtime: Runtime) -> Subject:
    """Return the subject of a selection on a website: saved filters looked up, regular expressions checked.

    Raises:
        NotFoundError, NotSharedError, BadRequestError, QueryTooLargeError: as `run`.
    """
    resolved = resolve(events.filters, runtime.saved, website, runtime.now, events.zone)
    for column in resolved.columns():
        runtime.permit(column)
    check_expressions(resolved.comparisons(), runtime.events)
    return Subject(website, events.range, events.zone, resolved, runtime.now)


def run_within(definition: Definition[P], parameters: P, subject: Subject, runtime: Runtime) -> Result:
    """Return the answer of a definition about a subject, with what it is compared with, if asked for.

    Raises:
        QueryTooLargeError: it went past its limits of time or memory.
    """
    result = _answer(definition, parameters, subject, runtime)
    comparison = definition.comparison(parameters)
    if comparison is None:
        return result
    compared = compared_range(subject.range, comparison, subject.zone)
    beside = _answer(definition, parameters, replace(subject, range=compared), runtime)
    return Result({**_object(result.answer), "comparison": _object(beside.answer)}, result.cost + beside.cost)


def _answer(definition: Definition[P], parameters: P, subject: Subject, runtime: Runtime) -> Result:
    priced, spent = _with_quotes(definition, parameters, subject, runtime)
    rows, cost = _rows(definition, parameters, priced, runtime)
    return Result(definition.shape(parameters, priced, rows), spent + cost)


def _with_quotes(
    definition: Definition[P], parameters: P, subject: Subject, runtime: Runtime
) -> tuple[Subject, Cost]:
    """Return the subject with the rates that the statement needs, if it converts revenue."""
    wanted = definition.conversion(parameters, subject)
    if wanted is None:
        return subject, Cost()
    since = convertible_since(wanted.currency, runtime.rates)
    read = subject.select(wanted.range).unfiltered
    days, cost = _read(runtime.events.query(days_of_revenue(since, read), name=definition.label))
    known = runtime.rates.between(day_of(wanted.range.start), day_of(wanted.range.end))
    quotes = quotes_of(
        ((row.text("currency"), row.number("day")) for row in days),
        wanted.currency,
        since,
        known,
        runtime.rates.base,
    )
    return replace(subject, quotes=Quotes(since, tuple(quotes))), cost


def _object(answer: object) -> Mapping[str, object]:
    """Return an answer as an object: a list stands in it as `rows` (docs/spec/requests.md#comparison)."""
    return answer if isinstance(answer, Mapping) else {"rows": answer}


def _rows(definition: Definition[P], parameters: P, subject: Subject, runtime: Runtime) -> tuple[Rows, Cost]:
    """Return the rows of the shortcut, if there is one and all visits fit it, else of the statement."""
    shortcut = definition.shortcut(parameters, subject)
    spent = Cost()
    if shortcut is not None:
        rows, spent = _read(runtime.events.query(shortcut, name=definition.label))
        if not any(row.number("unfit") for row in rows):
            return rows, spent
    rows, cost = _read(runtime.events.query(definition.statement(parameters, subject), name=definition.label))
    return rows, spent + cost


def _read(answer: Answer) -> tuple[Rows, Cost]:
    return Rows(answer.columns, answer.rows), Cost(answer.seconds, answer.rows_read, answer.bytes_read)
