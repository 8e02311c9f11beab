"""Experiment: whether visitors who saw a variant convert more often than others.

An exposure is an event that passes the filters, has the property of `exposure` and fits its step, if
there is one. The property's text is the variant. A visitor belongs to the variant of its first
exposure. With `multiple: exclude`, visitors who saw several variants are left out.

A conversion is a visitor with an event that passes the filters and fits `goal` after its first
exposure; the exposure itself is none. `rate` is conversions / visitors. `low` and `high` are the
bounds of its 95 % confidence interval.

Each variant is compared with `control`, by default the first one by name. `lift` is its rate divided
by that of the control, minus 1. `pValue` is the probability of a difference at least as large if both
variants had the same rate, by the two-sided z-test of two proportions. If nobody saw the control,
nothing is compared.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field, model_validator

from kokumi.domain.columns import EVENT, Column
from kokumi.domain.events import MAX_PROPERTY_NAME, MAX_PROPERTY_TEXT
from kokumi.domain.validation import WireModel
from kokumi.errors import QueryTooLargeError
from kokumi.queries.confidence import p_value, wilson
from kokumi.queries.query import Subject
from kokumi.queries.rows import Rows
from kokumi.reports.parts.behind import Behind, Cell, Cells
from kokumi.reports.parts.entity import visitors
from kokumi.reports.parts.steps import Step, check_conditions, fits
from kokumi.reports.report import Parameters, Report, Sample, definition_of
from kokumi.sql.fragment import Fragment, join, sql
from kokumi.sql.idioms import MOMENT
from kokumi.sql.properties import has_property, property_text

MAX_VARIANTS = 1000


class Multiple(StrEnum):
    """What happens to visitors who saw several variants."""

    FIRST = "first"
    EXCLUDE = "exclude"


class Exposure(WireModel):
    """Which events expose a visitor, and to what."""

    property: str = Field(
        min_length=1,
        max_length=MAX_PROPERTY_NAME,
        description="The property of event data whose text is the variant.",
    )
    step: Step | None = Field(None, description="Only events that fit this step expose a visitor.")


class ExperimentParameters(Parameters):
    """Who saw which variant, and what counts as a conversion."""

    exposure: Exposure = Field(description="Which events expose a visitor.")
    goal: Step = Field(description="The conversion.")
    control: str | None = Field(
        None,
        max_length=MAX_PROPERTY_TEXT,
        description="The variant that the others are compared with; by default the first by name.",
    )
    multiple: Multiple = Field(
        Multiple.FIRST,
        description="Visitors who saw several variants belong to the `first`, or are left out: `exclude`.",
    )

    @model_validator(mode="after")
    def _few_conditions(self) -> ExperimentParameters:
        check_conditions(self.all_steps(), "goal")
        return self

    def columns(self) -> tuple[Column, ...]:
        """Return the fields that steps are tried by, and the event's name, as private as its data."""
        return (*super().columns(), EVENT)

    def all_steps(self) -> tuple[Step, ...]:
        """Return the goal, and the step of the exposure if there is one."""
        return (self.goal,) if self.exposure.step is None else (self.exposure.step, self.goal)


class ExperimentRow(WireModel):
    """A variant, and how often the visitors who saw it converted."""

    variant: str = Field(description="The text of the property.")
    visitors: int = Field(description="Visitors who belong to the variant.")
    conversions: int = Field(description="Those of them with the goal after their first exposure.")
    rate: float = Field(description="conversions / visitors.")
    low: float = Field(description="The lower bound of the 95 % confidence interval of `rate`.")
    high: float = Field(description="The upper bound.")
    lift: float | None = Field(
        description="rate / the control's rate - 1; null for the control, and where its rate is 0."
    )
    p_value: float | None = Field(
        description="The p-value of the difference to the control, two-sided; null for the control, and "
        "where nobody or everybody converted."
    )


class Counted(StrEnum):
    """Which number of a variant is meant."""

    VISITORS = "visitors"
    CONVERSIONS = "conversions"


class ExperimentCell(Cell):
    """A number of a variant."""

    variant: str = Field(max_length=MAX_PROPERTY_TEXT, description="The variant, as in the answer.")
    of: Counted = Field(description="Its visitors, or those who converted.")


def statement(parameters: ExperimentParameters, subject: Subject) -> Fragment:
    """Return the statement; a row `(variant, visitors, conversions)` for each variant, by name."""
    return sql(
        """
        with
            $tables
        select variant, count() as visitors, sum(has_converted) as conversions
        from exposed
        group by variant
        order by variant
        limit {most:UInt32}
        """,
        tables=_tables(parameters, subject),
        most=MAX_VARIANTS + 1,
    )


def behind(parameters: ExperimentParameters, cell: ExperimentCell, subject: Subject) -> Behind:
    """Return who is counted in a cell."""
    counted = sql(
        """
        with
            $tables
        select visitor
        from exposed
        where variant = {variant:String} and $wanted
        """,
        tables=_tables(parameters, subject),
        variant=cell.variant,
        wanted=sql("has_converted") if cell.of is Counted.CONVERSIONS else sql("true"),
    )
    return Behind(counted, parameters.entity)


def _tables(parameters: ExperimentParameters, subject: Subject) -> Fragment:
    """Return the tables `candidates` and `exposed`: each visitor who counts, its variant, and the outcome."""
    who = visitors(parameters.entity, subject)
    exposure = parameters.exposure
    exposing = [has_property(exposure.property, "variant_property")]
    if exposure.step is not None:
        exposing.append(fits(exposure.step, "exposure"))
    return sql(
        """candidates as
            (
                select
                    $id as visitor,
                    $moment as moment,
                    $is_exposure as is_exposure,
                    $is_goal as is_goal,
                    $variant as shown
                from $events
                where $filtered and (is_exposure or is_goal)
            ),
            exposed as
            (
                select
                    visitor,
                    argMinIf(shown, moment, is_exposure) as variant,
                    maxIf(moment, is_goal) > minIf(moment, is_exposure) as has_converted
                from candidates
                group by visitor
                having $counts
            )""",
        id=who.id,
        moment=MOMENT,
        is_exposure=sql("($exposing)", exposing=join(" and ", exposing)),
        is_goal=fits(parameters.goal, "goal"),
        variant=property_text(exposure.property, "variant_property"),
        events=who.events,
        filtered=subject.select().filtered,
        counts=sql("uniqExactIf(shown, is_exposure) = 1")
        if parameters.multiple is Multiple.EXCLUDE
        else sql("countIf(is_exposure) > 0"),
    )


def shape(parameters: ExperimentParameters, _subject: Subject, rows: Rows) -> list[dict[str, object]]:
    """Return a row a variant, the control first, then by name.

    Raises:
        QueryTooLargeError: there are more than 1 000 variants.
    """
    found = {row.text("variant"): (row.number("visitors"), row.number("conversions")) for row in rows}
    if len(found) > MAX_VARIANTS:
        raise QueryTooLargeError(
            f"The property {parameters.exposure.property} has more than {MAX_VARIANTS} values, which are too "
            "many for variants. A step in exposure, or a filter, leaves fewer."
        )
    control = min(found, default="") if parameters.control is None else parameters.control
    names = sorted(found, key=lambda name: (name != control, name))
    return [_row(name, found[name], None if name == control else found.get(control)) for name in names]


def _row(name: str, of: tuple[int, int], control: tuple[int, int] | None) -> dict[str, object]:
    exposed, converted = of
    low, high = wilson(converted, exposed)
    return {
        "variant": name,
        "visitors": exposed,
        "conversions": converted,
        "rate": converted / exposed,
        "low": low,
        "high": high,
        "lift": None if control is None else _lift(of, control),
        "pValue": None if control is None else p_value(of[1], of[0], control[1], control[0]),
    }


def _lift(of: tuple[int, int], control: tuple[int, int]) -> float | None:
    exposed, converted = control
    return of[1] / of[0] / (converted / exposed) - 1 if converted else None


SAMPLE = Sample(
    parameters={
        "startDate": "2025-10-01T00:00:00.000Z",
        "endDate": "2025-10-31T23:59:59.999Z",
        "exposure": {"property": "variant", "step": {"type": "event", "value": "exposure"}},
        "goal": {"type": "event", "value": "purchase"},
        "control": "A",
    },
    answer=[
        {
            "variant": "A",
            "visitors": 4108,
            "conversions": 245,
            "rate": 0.05963972736124635,
            "low": 0.052801010791898195,
            "high": 0.06730125087514853,
            "lift": None,
            "pValue": None,
        },
        {
            "variant": "B",
            "visitors": 4071,
            "conversions": 298,
            "rate": 0.07320068779169737,
            "low": 0.06559563157236865,
            "high": 0.08161045359254845,
            "lift": 0.22738132836037894,
            "pValue": 0.013776022657822526,
        },
    ],
    options={
        "Persons who saw one variant only": {"multiple": "exclude", "entity": "person"},
        "Any event with the property, and a goal with a condition": {
            "exposure": {"property": "variant"},
            "goal": {
                "type": "event",
                "value": "purchase",
                "filters": [{"property": "plan", "operator": "eq", "value": "pro"}],
            },
        },
    },
)

REPORT = Report(
    name="experiment",
    saved_as="experiment",
    definition=definition_of(__doc__),
    title="Experiment",
    summary="Whether visitors who saw a variant convert more often than others.",
    parameters=ExperimentParameters,
    answer=list[ExperimentRow],
    statement=statement,
    shape=shape,
    sample=SAMPLE,
    cells=Cells(model=ExperimentCell, behind=behind, sample={"variant": "A", "of": "conversions"}),
)
