"""The filter tree as SQL conditions on the `events` table (docs/spec/filters.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from kokumi.domain.times import TimeRange
from kokumi.filters.tree import (
    AllOf,
    AnyOf,
    Cohort,
    Compare,
    Condition,
    ExternalReferrer,
    FilterScope,
    IsEventType,
    Operator,
    Resolved,
    Whole,
)
from kokumi.sql.fragment import Fragment, identifier, join, sql
from kokumi.sql.idioms import EXTERNAL_REFERRER, created_in, created_near

TRUE = sql("true")


@dataclass(frozen=True, slots=True)
class Selection:
    """Two conditions on `events`: in the range whatever they are, and those that pass the filters as well."""

    unfiltered: Fragment
    filtered: Fragment
    passes: Fragment
    """What `filtered` demands beyond `unfiltered`."""
    nearby: Fragment
    """What holds for all that are `filtered` and for some events around the range; cheaper to test."""


def select(website_id: UUID, between: TimeRange, filters: Resolved, prefix: str = "") -> Selection:
    """Return the conditions that choose a website's events of types 1 and 2 in a range.

    `prefix` keeps the parameters of two selections in one statement apart.
    """
    unfiltered = _in_range(website_id, between, prefix)
    conditions = [_condition(filters.condition, unfiltered, f"{prefix}filter")]
    if filters.cohort:
        conditions.append(_in_cohort(website_id, filters.cohort))
    if filters.exclude_bounce:
        conditions.append(_in_longer_visit(unfiltered))
    passes = all_of(conditions)
    nearby = _of_website(website_id, created_near(between, prefix))
    return Selection(unfiltered, all_of([unfiltered, passes]), passes, all_of([nearby, passes]))


def _in_range(website_id: UUID, between: TimeRange, prefix: str) -> Fragment:
    return _of_website(website_id, created_in(between, prefix))


def _of_website(website_id: UUID, created: Fragment) -> Fragment:
    return sql(
        "website_id = {website:UUID} and $created and event_type in (1, 2)",
        website=website_id,
        created=created,
    )


def _in_cohort(website_id: UUID, cohort: Cohort) -> Fragment:
    within = _in_range(website_id, cohort.range, "cohort_") if cohort.range else _of_website(website_id, TRUE)
    acted = all_of(
        [
            sql(
                "$column = {cohort_action:String}",
                column=sql("path") if cohort.action.value == "path" else sql("event_name"),
                cohort_action=cohort.value,
            ),
            _condition(cohort.condition, within, "cohort_filter"),
        ]
    )
    if cohort.at_least == 1 and not cohort.negated:
        return sql(
            "session_id in (select session_id from events where $within and $acted)",
            within=within,
            acted=acted,
        )
    return sql(
        "session_id in (select session_id from events where $within"
        " group by session_id having $negated countIf($acted) >= {cohort_at_least:UInt64})",
        within=within,
        negated=sql("not") if cohort.negated else sql(""),
        acted=acted,
        cohort_at_least=cohort.at_least,
    )


def _in_longer_visit(unfiltered: Fragment) -> Fragment:
    return sql(
        "visit_id in (select visit_id from events where $unfiltered and event_type = 1"
        " group by visit_id having count() > 1)",
        unfiltered=unfiltered,
    )


def _condition(condition: Condition, unfiltered: Fragment, name: str) -> Fragment:
    """Return a condition as SQL. Statements about whole visits look at the events that are `unfiltered`."""
    match condition:
        case Compare():
            return compare(condition, name)
        case IsEventType():
            return event_types(condition, name)
        case ExternalReferrer():
            return _NOT_INTERNAL
        case AllOf(conditions) | AnyOf(conditions):
            parts = [_condition(each, unfiltered, f"{name}_{at}") for at, each in enumerate(conditions)]
        case Whole(scope, AllOf(conditions) | AnyOf(conditions)):
            parts = [
                _statement(scope, each, unfiltered, f"{name}_{at}")
                for at, each in enumerate(conditions)
                if isinstance(each, Compare)
            ]
    return _any(parts) if _matches_any(condition) else all_of(parts)


def _matches_any(condition: AllOf | AnyOf | Whole) -> bool:
    return isinstance(condition.group if isinstance(condition, Whole) else condition, AnyOf)


_NOT_INTERNAL = sql("(referrer = '' or $external)", external=EXTERNAL_REFERRER)


def _statement(scope: FilterScope, test: Compare, unfiltered: Fragment, name: str) -> Fragment:
    """Return the condition that a comparison is true of an event's visit, or session.

    A positive one is true if an event fits it, a negative one if no event has the unwanted value. Of the
    referrers, only those count that are not internal.
    """
    unwanted = _POSITIVE.get(test.operator)
    wanted = compare(replace(test, operator=unwanted or test.operator), name)
    return sql(
        "$id $is_in (select $id from events where $unfiltered and $wanted)",
        id=sql("visit_id") if scope is FilterScope.VISIT else sql("session_id"),
        is_in=sql("not in") if unwanted else sql("in"),
        unfiltered=unfiltered,
        wanted=all_of([wanted, _NOT_INTERNAL]) if test.column.name == "referrer" else wanted,
    )


_POSITIVE = {
    Operator.NEQ: Operator.EQ,
    Operator.NOT_CONTAINS: Operator.CONTAINS,
    Operator.NOT_MATCHES: Operator.MATCHES,
    Operator.NOT_SET: Operator.SET,
}
"""What each negative operator denies."""


def event_types(test: IsEventType, name: str) -> Fragment:
    """Return the condition that an event is of one of the types; `name` is the parameter's."""
    if test.negated:
        return sql("event_type not in {types:Array(UInt16)}", types=test.types).renamed(types=name)
    return sql("event_type in {types:Array(UInt16)}", types=test.types).renamed(types=name)


def compare(test: Compare, name: str) -> Fragment:
    """Return the condition of a comparison; `name` is the parameter's, unique in the statement."""
    compared = compare_text(identifier(test.column.sql), test.operator, test.values)
    is_bound = test.operator not in (Operator.SET, Operator.NOT_SET)
    return compared.renamed(value=name) if is_bound else compared


def compare_text(column: Fragment, operator: Operator, values: tuple[str, ...]) -> Fragment:
    """Return the condition that a text compares so with values, which are bound as `value`."""
    value = values[0] if values else ""
    expression = regular_expression(value)
    by_operator = {
        Operator.EQ: sql("$column in {value:Array(String)}", column=column, value=values),
        Operator.NEQ: sql("$column not in {value:Array(String)}", column=column, value=values),
        Operator.CONTAINS: sql(
            "positionCaseInsensitiveUTF8($column, {value:String}) > 0", column=column, value=value
        ),
        Operator.NOT_CONTAINS: sql(
            "positionCaseInsensitiveUTF8($column, {value:String}) = 0", column=column, value=value
        ),
        Operator.MATCHES: sql("match($column, {value:String})", column=column, value=expression),
        Operator.NOT_MATCHES: sql("not match($column, {value:String})", column=column, value=expression),
        Operator.SET: sql("$column != ''", column=column),
        Operator.NOT_SET: sql("$column = ''", column=column),
    }
    return by_operator[operator]


def regular_expression(text: str) -> str:
    """Return a regular expression as RE2 takes it: case ignored, `.` not matching a line break."""
    return f"(?i-s){text}"


def all_of(conditions: Sequence[Fragment]) -> Fragment:
    """Return the conditions joined by *and*; `TRUE` if all of them are, or there are none."""
    demanding = [each for each in conditions if each != TRUE]
    return join(" and ", demanding) if demanding else TRUE


def _any(conditions: Sequence[Fragment]) -> Fragment:
    return sql("($any)", any=join(" or ", conditions)) if conditions else TRUE
