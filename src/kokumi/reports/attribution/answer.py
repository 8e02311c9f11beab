"""The answer of an attribution: its lists, and the figures of all conversions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from pydantic import Field

from kokumi.domain.validation import SparseModel, WireModel
from kokumi.queries.query import Subject
from kokumi.queries.rows import Row, Rows
from kokumi.reports.attribution.credit import LEAST_DIFFERENCE, MAX_LIST, TOTAL
from kokumi.reports.attribution.markov import credits_of
from kokumi.reports.attribution.parameters import AttributionParameters, Model


class CreditRow(WireModel):
    """A source and what it is credited with: visitors, or revenue if a currency is given."""

    name: str = Field(description="A value of the list, such as a domain or a campaign.")
    value: float = Field(description="Visitors credited to it; with `currency`, their revenue.")


class ConversionTotal(WireModel):
    """The events that fit the step, and their visitors and visits."""

    pageviews: int = Field(description="Events that pass the filters and fit the step.")
    visitors: int = Field(description="Their visitors.")
    visits: int = Field(description="Their visits.")


class AttributionAnswer(SparseModel, alias_generator=str):
    """For each kind of source its credited names, largest first, at most 20; and all conversions."""

    referrer: list[CreditRow] = Field(description="Credit by referring domain.")
    paidAds: list[CreditRow] = Field(description="Credit by advertiser.")  # noqa: N815 (as on the wire)
    utm_source: list[CreditRow] = Field(description="Credit by `utm_source`.")
    utm_medium: list[CreditRow] = Field(description="Credit by `utm_medium`.")
    utm_campaign: list[CreditRow] = Field(description="Credit by `utm_campaign`.")
    utm_content: list[CreditRow] = Field(description="Credit by `utm_content`.")
    utm_term: list[CreditRow] = Field(description="Credit by `utm_term`.")
    channel: list[CreditRow] | None = Field(None, description="With `channel`: credit by channel.")
    total: ConversionTotal = Field(description="Figures of all conversions.")


def shape(parameters: AttributionParameters, _subject: Subject, rows: Rows) -> dict[str, object]:
    """Return `[{name, value}]` for each list, and `total`.

    Raises:
        QueryTooLargeError: the model is `markov`, and a list has too many names.
    """
    found = list(rows)
    totals = [row for row in found if row.text("list") == TOTAL]
    named = [row for row in found if row.text("list") != TOTAL]
    if parameters.model is Model.MARKOV:
        lists = {name: _ranked(credit) for name, credit in credits_of(named).items()}
    else:
        lists = defaultdict(list)
        for row in named:
            value = _value(parameters, row.amount("value"))
            lists[row.text("list")].append({"name": row.text("name"), "value": value})
    return {**{name: lists.get(name, []) for name in parameters.lists}, "total": _total(totals)}


def _value(parameters: AttributionParameters, value: Decimal) -> Decimal | float:
    """Return a value as it goes out: one touch has whole visitors, or exact revenue."""
    if not parameters.model.credits_one_touch:
        return float(value)
    return value if parameters.currency else int(value)


def _total(rows: Sequence[Row]) -> dict[str, int]:
    for row in rows:
        return {
            "pageviews": row.number("events"),
            "visitors": row.number("sessions"),
            "visits": row.number("total_visits"),
        }
    return {"pageviews": 0, "visitors": 0, "visits": 0}


def _ranked(credit: Mapping[str, float]) -> list[dict[str, object]]:
    """Return names and values by value, those closer than the least difference by name, cut to 20."""
    by_value = sorted(
        ((name, value) for name, value in credit.items() if abs(value) >= LEAST_DIFFERENCE),
        key=lambda each: -each[1],
    )
    ties: list[list[tuple[str, float]]] = []
    for name, value in by_value:
        if not ties or ties[-1][-1][1] - value >= LEAST_DIFFERENCE:
            ties.append([])
        ties[-1].append((name, value))
    rows = [{"name": name, "value": value} for tie in ties for name, value in sorted(tie)]
    return rows[:MAX_LIST]
