"""The numbers of a journey's answer that can be opened: rows, and nodes and links of the flow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypeAlias

from pydantic import Field, StringConstraints, model_validator

from kokumi.domain.validation import Whole, at_most, field_error
from kokumi.errors import BadRequestError
from kokumi.filters.compile import TRUE
from kokumi.queries.query import Subject
from kokumi.reports.journey.flow import in_steps, stands_alone, tables_of_nodes
from kokumi.reports.journey.items import HASH
from kokumi.reports.journey.parameters import MAX_STEPS, JourneyParameters
from kokumi.reports.journey.tables import MAX_LIST, displayed, kept, tables_of_ways, way
from kokumi.reports.parts.behind import Behind, Cell
from kokumi.sql.fragment import Fragment, join, sql
from kokumi.sql.idioms import hashed

MAX_ITEMS = 100
"""Items of a cell. No row has as many; lists that no row has are behind nothing."""
MAX_TEXT = 1000
"""Characters of an item of a cell; no stored path and no event name has as many."""

_Text: TypeAlias = Annotated[str, StringConstraints(max_length=MAX_TEXT)]


class JourneyCell(Cell):
    """A row, by its `items`. With `flow` also a node, by `step` and `item`, with `ends` only what ends there.

    A link is named by `step`, `from` and `to`.
    """

    items: Annotated[tuple[_Text | None, ...], at_most(MAX_ITEMS)] | None = Field(
        None, max_length=MAX_ITEMS, description="The items of a row, as displayed."
    )
    step: Whole | None = Field(None, description="The step of a node or link of the flow, from 1.")
    item: _Text | None = Field(None, description="The item of a node; null for all others together.")
    ends: bool = Field(False, description="With `item`: only the journeys that have no next step.")
    source: _Text | None = Field(None, alias="from", description="The item that a link leads from.")
    to: _Text | None = Field(None, description="The item that a link leads to.")

    @model_validator(mode="after")
    def _is_one_of_the_forms(self) -> JourneyCell:
        given = self.model_fields_set - (set() if self.ends else {"ends"})
        if given not in _FORMS:
            raise ValueError("must be {items}, {step, item}, {step, item, ends} or {step, from, to}")
        if "items" in given and self.items is None:
            raise field_error("items", "must be a list")
        if "step" in given and self.step is None:
            raise field_error("step", "must be a whole number")
        return self


_FORMS = ({"items"}, {"step", "item"}, {"step", "item", "ends"}, {"step", "source", "to"})


def behind(parameters: JourneyParameters, cell: JourneyCell, subject: Subject) -> Behind:
    """Return who is counted in a cell.

    Raises:
        BadRequestError: the cell is one of a flow that is not asked for, or the flow has no such step.
    """
    if cell.items is not None:
        return Behind(_on_row(parameters, cell.items, subject), parameters.entity)
    if not parameters.flow:
        raise BadRequestError.at("cell.step", "needs flow: true among the parameters")
    if cell.step is None or not 1 <= cell.step <= parameters.steps:
        raise BadRequestError.at("cell.step", f"must be from 1 to {parameters.steps}, the number of steps")
    return Behind(_in_flow(parameters, _conditions(parameters, cell, cell.step), subject), parameters.entity)


def _on_row(parameters: JourneyParameters, items: Sequence[str | None], subject: Subject) -> Fragment:
    """Return the query for the visitors of all rows that are displayed so."""
    rows = parameters.model_copy(update={"flow": False})
    return sql(
        """
        with$tables
        select visitor
        from (select visitor, $way as way from visits)
        where way in
        (
            select arrayMap(text -> $hash, items)
            from
            (
                select items
                from named_ways
                order by visits desc, $displayed, items
                limit {longest:UInt32}
            )
            where $is_displayed
        )
        """,
        tables=join(",", tables_of_ways(rows, subject, named=True)),
        way=way(rows),
        hash=HASH,
        displayed=displayed(rows),
        is_displayed=_is_displayed(rows, items),
        longest=MAX_LIST,
    )


def _is_displayed(parameters: JourneyParameters, shown: Sequence[str | None]) -> Fragment:
    """Return the condition that the items of a way, which have no nulls yet, are displayed so."""
    texts = tuple(item for item in shown if item is not None)
    nulls = len(shown) - len(texts)
    if None in shown[: len(texts)]:
        return sql("false")
    if parameters.collapse:
        return sql("items = {items:Array(String)}", items=texts) if nulls == 0 else sql("false")
    always = 1 if parameters.steps < MAX_STEPS else 0
    if nulls not in (always, always + 1):
        return sql("false")
    order = sql("=") if nulls == always else sql("<")
    return sql(
        "arrayCompact(items) = {items:Array(String)} and length(items) $order {steps:UInt8}",
        items=texts,
        order=order,
        steps=parameters.steps,
    )


def _in_flow(parameters: JourneyParameters, conditions: Fragment, subject: Subject) -> Fragment:
    """Return the query for the visitors whose items, as the flow counts its steps, fulfil conditions."""
    return sql(
        """
        with$tables
        select visitor
        from
        (
            select visitor, $items as items
            from (select visitor, $way as way from visits)
            where $kept
        )
        where $conditions
        """,
        tables=join(",", tables_of_nodes(parameters, subject, named=True)),
        items=in_steps(parameters, sql("way")),
        way=way(parameters),
        kept=kept(parameters),
        conditions=conditions,
    )


def _conditions(parameters: JourneyParameters, cell: JourneyCell, step: int) -> Fragment:
    """Return the condition that items pass through a node, or through both nodes of a link."""
    if "item" in cell.model_fields_set:
        ends = sql("length(items) = {step:UInt8}", step=step) if cell.ends else TRUE
        return join(" and ", [_at(step, cell.item, "step", "item"), ends])
    here, following = (cell.to, cell.source) if parameters.is_backward else (cell.source, cell.to)
    return join(
        " and ", [_at(step, here, "step", "item"), _at(step + 1, following, "next_step", "next_item")]
    )


def _at(step: int, item: str | None, step_name: str, item_name: str) -> Fragment:
    """Return the condition that items have a node at a step; null is all that do not stand alone."""
    alone = stands_alone(sql("{step:UInt8}", step=step), sql("items[{step:UInt8}]", step=step))
    if item is None:
        others = sql("length(items) >= {step:UInt8} and not $alone", step=step, alone=alone)
        return others.renamed(step=step_name)
    return sql(
        "items[{step:UInt8}] = $hash and $alone",
        step=step,
        hash=hashed(sql("{item:String}", item=item)),
        alone=alone,
    ).renamed(step=step_name, item=item_name)
