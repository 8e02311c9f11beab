"""From JSON to a typed model, with errors that name each field and what would be right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Annotated, Any, TypeAlias, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic.alias_generators import to_camel
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, ErrorDetails, InitErrorDetails, PydanticCustomError

from kokumi.domain.columns import camel_case
from kokumi.domain.sentences import sentence
from kokumi.errors import BadRequestError, Detail

Model = TypeVar("Model", bound=BaseModel)


class WireModel(BaseModel):
    """A part of a request or of an answer (docs/spec/requests.md#names).

    Names are in camel case. Requests may spell them in other ways, and names that are not known are ignored.
    """

    model_config = ConfigDict(
        alias_generator=to_camel,
        populate_by_name=True,
        frozen=True,
        extra="ignore",
        allow_inf_nan=False,
        # An answer has all its fields, also those with a default.
        json_schema_serialization_defaults_required=True,
    )

    @model_validator(mode="before")
    @classmethod
    def _spell_in_camel_case(cls, value: object) -> object:
        if isinstance(value, Mapping):
            return {camel_case(str(name)): each for name, each in value.items()}
        return value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler(core_schema)
        for described in handler.resolve_ref_schema(schema).get("properties", {}).values():
            for each in (described, *described.get("anyOf", ())):
                _name_bounds_as_json_schema_does(each)
        return schema


class SparseModel(WireModel):
    """A part of an answer that leaves out fields with a default where there is nothing to say."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=False)


_BOUNDS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}


def _name_bounds_as_json_schema_does(described: JsonSchemaValue) -> None:
    """Mend what Pydantic writes for a bound that it checks after a validator, as those of `Whole | None`."""
    for pydantic, standard in _BOUNDS.items():
        if pydantic in described:
            described[standard] = described.pop(pydantic)


def _not_boolean(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError("must be a number")  # noqa: TRY004 (Pydantic reports ValueError as a field's error)
    return value


def _spelled_in_camel_case(value: object) -> object:
    return camel_case(value) if isinstance(value, str) else value


def field_error(name: str, message: str) -> ValidationError:
    """Return the error of one field, for a check that looks at several; `name` is as on the wire."""
    error = PydanticCustomError("value_error", "{error}", {"error": message})
    return ValidationError.from_exception_data("", [InitErrorDetails(type=error, loc=(name,), input=None)])


MAX_PATTERN = 1000
"""Characters of a pattern of paths or event names; the collector keeps neither over 500."""

Pattern: TypeAlias = Annotated[str, StringConstraints(max_length=MAX_PATTERN)]
"""A path or an event name, in which `*` may stand for any text."""

Whole: TypeAlias = Annotated[int, BeforeValidator(_not_boolean)]
"""A whole number, also as digits in text, as older clients send it; never true or false."""

Number: TypeAlias = Annotated[float, BeforeValidator(_not_boolean)]
"""A number, also as digits in text, as older clients send it; never true or false."""

SPELLED = BeforeValidator(_spelled_in_camel_case)
"""An enum's value may be written in camel, kebab or snake case (docs/spec/requests.md#names)."""


def at_most(most: int) -> BeforeValidator:
    """Return the check that a list has no more items, made before any of them is looked at.

    Otherwise the answer would have an error for each of half a million wrong items.
    """

    def check(value: object) -> object:
        if isinstance(value, list) and len(value) > most:
            raise ValueError(f"must have at most {most} items")
        return value

    return BeforeValidator(check)


MAX_SUGGESTIONS = 10
"""Unknown names of one request for which the nearest known name is looked up."""


def validate(model: type[Model], value: object, *, forbid_unknown: bool = False) -> Model:
    """Return a JSON value as a model. Unknown fields are ignored, or refused with `forbid_unknown`.

    Raises:
        BadRequestError: with the path and a sentence for each field that is not as it should be.
    """
    try:
        return model.model_validate(
            value,
            extra="forbid" if forbid_unknown else None,
            context={_FORBIDS_UNKNOWN: forbid_unknown},
        )
    except ValidationError as error:
        errors = error.errors(include_url=False)
        details = [_detail(value, each) for each in errors if each["type"] != _UNKNOWN]
        unknown = [each for each in errors if each["type"] == _UNKNOWN]
        names = _names(model) if unknown else ()
        details += [_unknown_detail(each, names) for each in unknown[:MAX_SUGGESTIONS]]
        raise refusal(details) from None


_UNKNOWN = "extra_forbidden"
_FORBIDS_UNKNOWN = "forbids unknown"


def forbids_unknown(info: ValidationInfo) -> bool:
    """Whether unknown fields are refused, for a model whose fields depend on each other."""
    return bool(info.context and info.context[_FORBIDS_UNKNOWN])


def _unknown_detail(error: ErrorDetails, names: Sequence[str]) -> Detail:
    name = str(error["loc"][-1])
    near = get_close_matches(name, names, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return Detail(".".join(map(str, error["loc"])), f"is not known here{hint}")


@cache
def _names(model: type[BaseModel]) -> Sequence[str]:
    """Return the names of all fields of a model and of the models in it."""
    schema = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return sorted({name for part in parts for name in part.get("properties", {})})


def refusal(details: Sequence[Detail]) -> BadRequestError:
    """Return the error for one or more fields; its message tells of the first."""
    first, *others = details
    message = f"{first.path}: {first.message}" if first.path else first.message
    return BadRequestError(f"{message} (and {len(others)} more)" if others else message, *details)


def _detail(value: object, error: ErrorDetails) -> Detail:
    return Detail(_path(value, error["loc"]), sentence(error))


def _path(value: object, location: Sequence[str | int]) -> str:
    """Return the path in the body itself: Pydantic also names the branches of unions on the way."""
    parts: list[str] = []
    here: Any = value
    for index, part in enumerate(location):
        is_last = index == len(location) - 1
        match here:
            case dict() if part in here:
                here = here[part]
            case list() if isinstance(part, int):
                here = here[part] if part < len(here) else None
            case dict() if is_last:
                here = None
            case _:
                continue
        parts.append(str(part))
    return ".".join(parts)
