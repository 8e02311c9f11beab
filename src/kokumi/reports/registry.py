"""All reports, in the order in which they are documented."""

from __future__ import annotations

from typing import Any, TypeAlias

from kokumi.reports import (
    attribution,
    breakdown,
    experiment,
    funnel,
    goals,
    journey,
    lifecycle,
    retention,
    revenue,
    stickiness,
    trend,
    utm,
)
from kokumi.reports.report import Report

AnyReport: TypeAlias = Report[Any]
"""A report whatever its parameters: what all of them have in common does not depend on them."""

REPORTS: tuple[AnyReport, ...] = (
    attribution.REPORT,
    breakdown.REPORT,
    experiment.REPORT,
    funnel.REPORT,
    goals.REPORT,
    journey.REPORT,
    lifecycle.REPORT,
    retention.REPORT,
    revenue.REPORT,
    stickiness.REPORT,
    trend.REPORT,
    utm.REPORT,
)


def report_named(name: str) -> AnyReport | None:
    """Return the report of a path, of a type or of one of its other names; none if there is none."""
    return next((report for report in REPORTS if report.is_called(name)), None)
