"""Steps, which events are tried against, and conditions on those events (docs/spec/steps.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, TypeAlias

from pydantic import (
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    StrictFloat,
    StrictInt,
    StrictStr,
    StringConstraints,
    model_validator,
)

from kokumi.domain.columns import COLUMNS
from kokumi.domain.events import MAX_PROPERTY_NAME, MAX_PROPERTY_TEXT
from kokumi.domain.numbers import AMOUNT, shortest
from kokumi.domain.validation import Pattern, WireModel, at_most, field_error
from kokumi.errors import BadRequestError
from kokumi.filters.bounds import MAX_CONDITIONS, MAX_VALUES
from kokumi.filters.compile import compare, compare_text, event_types
from kokumi.filters.patterns import matches_pattern
from kokumi.filters.tree import Compare, IsEventType, Operator
from kokumi.filters.wire import EVENT_TYPE, parse_condition
from kokumi.sql.fragment import Fragment, join, sql
from kokumi.sql.properties import MAX_NUMBER, has_property, property_number, property_text

MAX_CONDITIONS_OF_STEP = 20
MAX_ALTERNATIVES = 10


class StepType(StrEnum):
    """Which events a step looks at."""

    PATH = "path"
    EVENT = "event"
    ANY = "any"


class StepOperator(StrEnum):
    """How a property or a field is compared with the value of a condition."""

    EQ = "eq"
    NEQ = "neq"
    CONTAINS = "c"
    NOT_CONTAINS = "dnc"
    MATCHES = "re"
    NOT_MATCHES = "nre"
    GREATER = "gt"
    GREATER_OR_EQUAL = "gte"
    LESS = "lt"
    LESS_OR_EQUAL = "lte"
    SET = "s"
    NOT_SET = "ns"


_ORDERED = {
    StepOperator.GREATER: sql(">"),
    StepOperator.GREATER_OR_EQUAL: sql(">="),
    StepOperator.LESS: sql("<"),
    StepOperator.LESS_OR_EQUAL: sql("<="),
}
_PATTERNS = (StepOperator.MATCHES, StepOperator.NOT_MATCHES)
_PRESENCE = (StepOperator.SET, StepOperator.NOT_SET)
_LISTED = (StepOperator.EQ, StepOperator.NEQ)
_PROPERTY_OPERATORS = [each for each in StepOperator if each not in _PATTERNS]
_FIELD_OPERATORS = [each for each in StepOperator if each not in _ORDERED]

_Literal: TypeAlias = (
    StrictInt | StrictFloat | Annotated[StrictStr, StringConstraints(max_length=MAX_PROPERTY_TEXT)]
)


class StepCondition(WireModel):
    """A condition on the event of a step: on a property of its data, or on a field."""

    property: str | None = Field(
        None, min_length=1, max_length=MAX_PROPERTY_NAME, description="The property's name."
    )
    field: str | None = Field(
        None,
        max_length=50,
        description="In place of `property`: the name of a filter.",
        json_schema_extra={"enum": [*(each.name for each in COLUMNS), EVENT_TYPE]},
    )
    operator: StepOperator = Field(
        description="How it is compared with `value`. `gt`, `gte`, `lt`, `lte` are for properties only, "
        "`re` and `nre` for fields only."
    )
    value: _Literal | Annotated[tuple[_Literal, ...], at_most(MAX_VALUES)] | None = Field(
        None, description="One literal; for `eq` and `neq` on a field, also a list. `s` and `ns` need none."
    )

    _ignored: Mapping[str, object] = PrivateAttr(default_factory=dict)
    """The value that `s` or `ns` was given, which may be anything."""

    @model_validator(mode="wrap")
    @classmethod
    def _presence_has_no_value(
        cls, value: object, handler: ModelWrapValidatorHandler[StepCondition]
    ) -> StepCondition:
        if not isinstance(value, Mapping) or value.get("operator") not in _PRESENCE or "value" not in value:
            return handler(value)
        found = handler({name: each for name, each in value.items() if name != "value"})
        found._ignored = {"value": value["value"]}  # noqa: SLF001 - of the same class
        return found

    @model_validator(mode="after")
    def _fits_together(self) -> StepCondition:
        if (self.property is None) == (self.field is None):
            raise ValueError("must name either a property or a field")
        allowed = _FIELD_OPERATORS if self.property is None else _PROPERTY_OPERATORS
        if self.operator not in allowed:
            kind = "field" if self.property is None else "property"
            raise field_error("operator", f"must be one of {', '.join(allowed)} on a {kind}")
        if self.operator not in _PRESENCE and self.value is None:
            raise field_error("value", "must be text or a number")
        if isinstance(self.value, tuple) and (self.property is not None or self.operator not in _LISTED):
            raise field_error("value", "may be a list for eq and neq on a field only")
        if self.operator in _ORDERED and not AMOUNT.fullmatch(self.text().strip()):
            raise field_error("value", "must be a number, or text that is one, such as 19.5")
        if self.field is not None:
            self._parsed()
        return self

    def text(self) -> str:
        """Return the value as properties are kept: a number in its shortest form."""
        return self.texts()[0]

    def texts(self) -> tuple[str, ...]:
        """Return all values so."""
        given = "" if self.value is None else self.value
        values = given if isinstance(given, tuple) else (given,)
        return tuple(each if isinstance(each, str) else shortest(each) for each in values)

    def on_field(self) -> Compare | IsEventType | None:
        """Return the comparison of a field; none of a property."""
        return None if self.field is None else self._parsed()

    def _parsed(self) -> Compare | IsEventType:
        try:
            return parse_condition(self.field or "", Operator(self.operator), self.texts())
        except BadRequestError as error:
            detail = error.details[0]
            raise field_error(detail.path, detail.message) from None

    def as_given(self) -> dict[str, object]:
        """Return it as the request has it."""
        return {**self.model_dump(mode="json", by_alias=True, exclude_unset=True), **self._ignored}


Conditions: TypeAlias = Annotated[
    tuple[StepCondition, ...] | None,
    Field(max_length=MAX_CONDITIONS_OF_STEP, description="Conditions on the event; all must hold."),
    at_most(MAX_CONDITIONS_OF_STEP),
]
"""All of them must hold of an event."""

_FIT = "`path`: page views; `event`: custom events; `any`: both."
_VALUE = "The path or event name; `*` stands for any text, `\\*` for a star. Not with `any`."


class PlainStep(WireModel):
    """A kind of event and a pattern of its path or name, maybe with conditions on the event."""

    type: StepType = Field(description=_FIT)
    value: Pattern | None = Field(None, description=_VALUE)
    filters: Conditions = None

    @model_validator(mode="after")
    def _has_a_value_unless_any(self) -> PlainStep:
        check_value(self.type, self.value)
        return self


Alternatives: TypeAlias = Annotated[
    tuple[PlainStep, ...] | None,
    Field(
        min_length=1,
        max_length=MAX_ALTERNATIVES,
        description="In place of the other keys: steps of which one must fit. They are not nested.",
    ),
    at_most(MAX_ALTERNATIVES),
]


class Step(WireModel):
    """A kind of event, a pattern, and conditions; or several steps in `anyOf`, of which one must fit."""

    type: StepType | None = Field(None, description=f"{_FIT} Required, except with `anyOf`.")
    value: Pattern | None = Field(None, description=_VALUE)
    filters: Conditions = None
    any_of: Alternatives = None

    @model_validator(mode="after")
    def _is_one_or_the_other(self) -> Step:
        check_step(self)
        return self

    @property
    def alternatives(self) -> tuple[PlainStep, ...]:
        """The plain steps of which one must fit: itself, or those of `anyOf`."""
        if self.any_of is not None:
            return self.any_of
        return (
            PlainStep.model_construct(type=self.type or StepType.ANY, value=self.value, filters=self.filters),
        )

    @property
    def shown(self) -> dict[str, object]:
        """How answers name it: `{type, value}`."""
        return {"type": "anyOf" if self.any_of else (self.type or ""), "value": self.value or ""}

    def conditions(self) -> tuple[StepCondition, ...]:
        """Return all its conditions."""
        return tuple(each for step in self.alternatives for each in step.filters or ())

    def tests(self) -> tuple[Compare, ...]:
        """Return its comparisons of fields, which the caller must be allowed to make."""
        found = (each.on_field() for each in self.conditions())
        return tuple(each for each in found if isinstance(each, Compare))


def check_step(step: Step) -> None:
    """Raise a field's error if a step lacks a key, or has keys that do not go together."""
    if step.any_of is not None:
        if any(each is not None for each in (step.type, step.value, step.filters)):
            raise field_error("anyOf", "stands alone, without type, value and filters")
    elif step.type is None:
        raise field_error("type", "is required: path, event or any")
    else:
        check_value(step.type, step.value)


def check_value(kind: StepType, value: str | None) -> None:
    """Raise a field's error if a step of this kind lacks its value, or has one that it must not have."""
    if kind is StepType.ANY and value is not None:
        raise field_error("value", "must be left out where type is any")
    if kind is not StepType.ANY and value is None:
        raise field_error("value", "is required")


def check_conditions(steps: Iterable[Step], name: str = "") -> None:
    """Raise an error if the steps of a request have more conditions together than its filters may have.

    It is the error of the field of that name, or of the field that is being checked.
    """
    if sum(len(step.conditions()) for step in steps) > MAX_CONDITIONS:
        message = f"must have at most {MAX_CONDITIONS} filters in all steps together"
        raise field_error(name, message) if name else ValueError(message)


def fits(step: Step, name: str) -> Fragment:
    """Return the condition that an event fits a step; `name` is unique in the statement."""
    alternatives = step.alternatives
    if len(alternatives) == 1:
        return _fits_one(alternatives[0], name)
    each = [_fits_one(one, f"{name}_{number}") for number, one in enumerate(alternatives)]
    return sql("($any)", any=join(" or ", each))


def fits_step(kind: StepType, pattern: str, name: str) -> Fragment:
    """Return the condition that an event is of this kind and fits a pattern."""
    match kind:
        case StepType.PATH:
            return sql("(event_type = 1 and $fits)", fits=matches_pattern(sql("path"), pattern, name))
        case StepType.EVENT:
            return sql("(event_type = 2 and $fits)", fits=matches_pattern(sql("event_name"), pattern, name))
        case StepType.ANY:
            return sql("true")


def _fits_one(step: PlainStep, name: str) -> Fragment:
    kind = fits_step(step.type, step.value or "", name)
    if not step.filters:
        return kind
    holding = [_holds(each, f"{name}_filter{number}") for number, each in enumerate(step.filters)]
    return sql("($all)", all=join(" and ", [kind, *holding]))


def _holds(condition: StepCondition, name: str) -> Fragment:
    match condition.on_field():
        case Compare() as test:
            return compare(test, name)
        case IsEventType() as test:
            return event_types(test, name)
        case None:
            return _property_holds(condition, condition.property or "", name)


def _property_holds(condition: StepCondition, wanted_property: str, name: str) -> Fragment:
    has = has_property(wanted_property, name)
    match condition.operator:
        case StepOperator.SET:
            return has
        case StepOperator.NOT_SET:
            return sql("not $has", has=has)
        case operator if operator in _ORDERED:
            return _property_compares(condition, wanted_property, name)
        case operator:
            text = property_text(wanted_property, name)
            compared = compare_text(text, Operator(operator), condition.texts())
            return sql("$has and $compared", has=has, compared=compared.renamed(value=f"{name}_value"))


def _property_compares(condition: StepCondition, wanted_property: str, name: str) -> Fragment:
    return sql(
        "ifNull($number $order toDecimal256({wanted:String}, 38), false)",
        number=property_number(wanted_property, name),
        order=_ORDERED[condition.operator],
        wanted=f"{max(-MAX_NUMBER, min(Decimal(condition.text().strip()), MAX_NUMBER)):.38f}",
    ).renamed(wanted=f"{name}_value")
