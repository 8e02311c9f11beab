"""Funnel: how many visitors went through a row of steps, and where the others left (docs/spec/funnel.md).

A visitor reaches a step if there is a chain of events, one for each step so far. Each event of the
chain is a different one, comes after the one before, and is at most `window` later. Every chain
counts, not only the earliest: a later visit to the first page may be the one that leads on. Events
of the same millisecond are ordered by their ids. The filters of the request hold for the events of
every step.

Steps of type `path` are page views, steps of type `event` custom events. A step of type `event` may
have conditions on the event's data, and all of them must hold. The property must be present. Values
are compared as text: numbers in their shortest form (`19.5`, `9`), booleans as `true` and `false`,
dates in ISO 8601 and UTC. `eq` and `neq` are exact, `c` and `dnc` ignore case.

`window` counts days unless `windowUnit` says `hour` or `minute`. It may have a fraction, and its
last millisecond is included.

`previous` is the number of visitors of the step before. `dropped` is how many of them went no
further, and `dropoff` is their share. `remaining` is the share of the first step's visitors who
reached this step. A share of zero visitors is null.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from kokumi.domain.numbers import ratio
from kokumi.domain.validation import Number, SparseModel, at_most
from kokumi.queries.query import Subject
from kokumi.queries.rows import Rows
from kokumi.reports.parts.steps import Step, StepType, check_conditions, fits
from kokumi.reports.report import Parameters, Report, Sample, definition_of
from kokumi.sql.fragment import Fragment, identifier, integer, join, sql
from kokumi.sql.idioms import packed, payload_of, time_of

FEWEST_STEPS, MAX_STEPS = 2, 8
NEVER = -(10**18)
"""An end that lies before every event by more than any window."""
MAX_WINDOW = 10**15
"""Milliseconds; longer than any range, and small enough not to overflow where instants are subtracted."""


class WindowUnit(StrEnum):
    """What the window counts."""

    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"


_MILLISECONDS = {WindowUnit.DAY: 86_400_000, WindowUnit.HOUR: 3_600_000, WindowUnit.MINUTE: 60_000}


def _few_conditions(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    check_conditions(steps)
    return steps


class FunnelParameters(Parameters):
    """The steps, and the time that may pass from one to the next."""

    steps: Annotated[tuple[Step, ...], at_most(MAX_STEPS), AfterValidator(_few_conditions)] = Field(
        min_length=FEWEST_STEPS, max_length=MAX_STEPS, description="The steps, in their order."
    )
    window: Number = Field(gt=0, description="The most that may lie between two steps, inclusive.")
    window_unit: WindowUnit = Field(WindowUnit.DAY, description="What `window` counts.")

    def window_in_milliseconds(self) -> int:
        """Return the window; what is finer than a millisecond makes no difference between events."""
        exact = Decimal(repr(self.window)) * _MILLISECONDS[self.window_unit]
        return int(min(exact, Decimal(MAX_WINDOW)))


class FunnelRow(SparseModel):
    """A step with the visitors who reached it."""

    type: StepType | Literal["anyOf"] = Field(description="As asked.")
    value: str = Field(description="As asked.")
    filters: list[dict[str, object]] | None = Field(None, description="As asked, if any.")
    visitors: int = Field(description="Visitors who reached the step.")
    previous: int = Field(description="Visitors of the step before; 0 on the first.")
    dropped: int = Field(description="Visitors of the step before who did not reach this one.")
    dropoff: float | None = Field(description="1 - visitors / previous; null where previous is 0.")
    remaining: float | None = Field(description="visitors / the first step's; null where that is 0.")


def statement(parameters: FunnelParameters, subject: Subject) -> Fragment:
    """Return the statement; one row with an array: visitors who reached each step.

    Of each visitor's candidate events in their order, `reached_<k>` says which of them end a chain of k
    steps. An event ends one if it fits, and the latest end of a shorter chain before it lies within the
    window: if any end leads on, the latest does.
    """
    return sql(
        """
        with
            candidates as
            (
                select session_id, $event as event
                from events
                where $filtered and ($any_fits)
            ),
            visitors as
            (
                select
                    arraySort(groupArray(event)) as events,
                    arrayMap(event -> $payload, events) as steps,
                    arrayMap(event -> $time, events) as times,
                    $chains
                from candidates
                group by session_id
            )
        select [$counts] as visitors
        from visitors
        """,
        event=_event(parameters),
        any_fits=join(" or ", _fits(parameters)),
        filtered=subject.select().filtered,
        payload=payload_of(sql("event")),
        time=time_of(sql("event")),
        chains=_chains(parameters),
        counts=join(", ", [_count(step) for step in _numbers(parameters)]),
    )


def shape(parameters: FunnelParameters, _subject: Subject, rows: Rows) -> list[dict[str, object]]:
    """Return a row a step: what was asked, and visitors, previous, dropped, dropoff, remaining."""
    counts = rows.only().numbers("visitors") or [0] * len(parameters.steps)
    return [
        {
            **step.shown,
            **({} if step.filters is None else {"filters": [each.as_given() for each in step.filters]}),
            **_figures(visitors, previous if index else None, counts[0]),
        }
        for index, (step, visitors, previous) in enumerate(
            zip(parameters.steps, counts, [0, *counts], strict=False)
        )
    ]


def _figures(visitors: int, previous: int | None, first: int) -> dict[str, object]:
    before = previous or 0
    return {
        "visitors": visitors,
        "previous": before,
        "dropped": before - visitors if before else 0,
        "dropoff": 1 - visitors / before if before else None,
        "remaining": ratio(visitors, first),
    }


def _numbers(parameters: FunnelParameters) -> range:
    return range(1, len(parameters.steps) + 1)


def _event(parameters: FunnelParameters) -> Fragment:
    """Return a candidate as one number; its payload has a bit for each step that it fits."""
    bits = [
        sql("bitShiftLeft(toUInt8($fits), $bit)", fits=fits, bit=integer(bit))
        for bit, fits in enumerate(_fits(parameters))
    ]
    return packed(join(" + ", bits))


def _chains(parameters: FunnelParameters) -> Fragment:
    """Return the columns `reached_<k>`, and `end_<k>`: the latest end of k steps before each event."""
    return join(
        ",\n                    ",
        [
            sql("arrayMap(step -> bitTest(step, 0), steps) as reached_1"),
            *(_chain(step, parameters) for step in _numbers(parameters)[1:]),
        ],
    )


def _chain(step: int, parameters: FunnelParameters) -> Fragment:
    return sql(
        "arrayPopBack(arrayFill((time, reached) -> reached,"
        " arrayPushFront(times, $never), arrayPushFront($reached_before, 1))) as $end,"
        " arrayMap((step, time, end) -> bitTest(step, $bit) and time - end <= {window:Int64},"
        " steps, times, $end) as $reached",
        never=integer(NEVER),
        reached_before=_reached(step - 1),
        end=identifier(f"end_{step - 1}"),
        bit=integer(step - 1),
        window=parameters.window_in_milliseconds(),
        reached=_reached(step),
    )


def _count(step: int) -> Fragment:
    return sql("countIf(has($reached, 1))", reached=_reached(step))


def _reached(step: int) -> Fragment:
    return identifier(f"reached_{step}")


def _fits(parameters: FunnelParameters) -> list[Fragment]:
    return [fits(step, f"step{index}") for index, step in enumerate(parameters.steps)]


SAMPLE = Sample(
    parameters={
        "startDate": "2025-07-23T07:00:00.000Z",
        "endDate": "2025-10-22T06:59:59.999Z",
        "steps": [{"type": "path", "value": "/"}, {"type": "event", "value": "live-demo-button"}],
        "window": 60,
    },
    answer=[
        {
            "type": "path",
            "value": "/",
            "visitors": 106594,
            "previous": 0,
            "dropped": 0,
            "dropoff": None,
            "remaining": 1,
        },
        {
            "type": "event",
            "value": "live-demo-button",
            "visitors": 10269,
            "previous": 106594,
            "dropped": 96325,
            "dropoff": 0.9036624950747697,
            "remaining": 0.09633750492523031,
        },
    ],
)

REPORT = Report(
    name="funnel",
    saved_as="funnel",
    definition=definition_of(__doc__),
    title="Funnel",
    summary="How many visitors went through a row of steps, and where the others left.",
    parameters=FunnelParameters,
    answer=list[FunnelRow],
    statement=statement,
    shape=shape,
    sample=SAMPLE,
)
