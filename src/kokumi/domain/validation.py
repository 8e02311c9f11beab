"""From JSON to a typed model, with errors that name each field and what would be right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, TypeAlias, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, model_validator
from pydantic.alias_generators import to_camel

from kokumi.domain.columns import camel_case
from kokumi.errors import BadRequestError, Detail

M = TypeVar("M", bound=BaseModel)


class WireModel(BaseModel):
    """A part of a request: names in camel case, other spellings accepted, unknown ones ignored."""

    model_config = ConfigDict(alias_generator=to_camel, frozen=True, extra="ignore", allow_inf_nan=False)

    @model_validator(mode="before")
    @classmethod
    def _spell_in_camel_case(cls, value: object) -> object:
        if isinstance(value, Mapping):
            return {camel_case(str(name)): each for name, each in value.items()}
        return value


def _not_boolean(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError("must be a number")  # noqa: TRY004 (Pydantic reports ValueError as a field's error)
    return value


def _spelled_in_camel_case(value: object) -> object:
    return camel_case(value) if isinstance(value, str) else value


Whole: TypeAlias = Annotated[int, BeforeValidator(_not_boolean)]
"""A whole number, also as digits in text, as older clients send it; never true or false."""

Number: TypeAlias = Annotated[float, BeforeValidator(_not_boolean)]
"""A number, also as digits in text, as older clients send it; never true or false."""

SPELLED = BeforeValidator(_spelled_in_camel_case)
"""An enum's value may be written in camel, kebab or snake case (SPEC 2)."""


def validated(model: type[M], value: object, path: str = "") -> M:
    """Return the model of a JSON value.

    Raises:
        BadRequestError: it does not fit; one detail for each field, named as on the wire.
    """
    try:
        return model.model_validate(value)
    except ValidationError as error:
        details = [_detail(issue["loc"], issue["msg"], path) for issue in error.errors(include_url=False)]
        first = details[0]
        raise BadRequestError(
            f"{first.path}: {first.message}" if first.path else first.message, *details
        ) from None


def _detail(location: tuple[int | str, ...], message: str, path: str) -> Detail:
    where = ".".join(str(part) for part in ((path,) if path else ()) + location)
    return Detail(where, message.removeprefix("Value error, "))
