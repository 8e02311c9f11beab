"""The main lists of a range as CSV files in one archive (docs/spec/statistics.md)."""

from __future__ import annotations

import csv
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pydantic import Field

from kokumi.domain.validation import WireModel
from kokumi.domain.websites import Website
from kokumi.queries.query import EventSelection
from kokumi.queries.run import Cost, Result, Runtime, run_within, subject_of
from kokumi.statistics.dimensions import Dimension
from kokumi.statistics.metrics import METRICS, MetricsParameters

_FILES: Mapping[str, Dimension] = {
    "events.csv": Dimension.EVENT,
    "pages.csv": Dimension.PATH,
    "referrers.csv": Dimension.REFERRER,
    "browsers.csv": Dimension.BROWSER,
    "os.csv": Dimension.OS,
    "devices.csv": Dimension.DEVICE,
    "countries.csv": Dimension.COUNTRY,
}
_COLUMNS = ("x", "y")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"): the dashboard's list."""


class ExportAnswer(WireModel):
    """The archive: a ZIP file in Base64, with one CSV file for each list."""

    zip: str = Field(description="A ZIP archive of CSV files, in Base64.")


def export(events: EventSelection, website: Website, runtime: Runtime) -> Result:
    """Return the archive, and what its lists cost together.

    Raises:
        NotFoundError: a segment or cohort is not the website's.
        BadRequestError: a regular expression is not valid.
        QueryTooLargeError: the lists together went past their limits.
    """
    subject = subject_of(events, website, runtime)
    lists = {
        name: run_within(METRICS, MetricsParameters(dimension), subject, runtime)
        for name, dimension in _FILES.items()
    }
    archive = _archive((name, _csv(found.answer)) for name, found in lists.items())
    cost = sum((found.cost for found in lists.values()), Cost())
    return Result({"zip": b64encode(archive).decode()}, cost)


def _csv(rows: object) -> str:
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    if isinstance(rows, Sequence):
        writer.writerows([_cell(row[name]) for name in _COLUMNS] for row in rows)
    return text.getvalue()


def _cell(value: object) -> object:
    """Return the value, with an apostrophe before a text that a spreadsheet would run as a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _archive(files: Iterator[tuple[str, str]]) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for name, text in files:
            # An entry without a time of its own: equal requests get equal bytes.
            archive.writestr(ZipInfo(name), text, ZIP_DEFLATED)
    return content.getvalue()
