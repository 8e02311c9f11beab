"""`kokumi rates …`: the exchange rates by which revenue is converted."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kokumi.cli.console import answers, show
from kokumi.errors import BadRequestError

application = typer.Typer(
    name="rates", help="The exchange rates by which revenue is converted.", no_args_is_help=True
)


@application.command("import")
def import_rates(
    file: Annotated[
        Path,
        typer.Argument(
            help="CSV with the columns `date,currency,rate`: units of the currency for one unit of the base."
        ),
    ],
) -> None:
    """Take over exchange rates from a CSV file; those of the same day and currency are replaced.

    The server may be running. Reports use the new rates at once.
    """
    from kokumi.cli.people import opened_metadata
    from kokumi.domain.rates import read_rates

    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rates = list(read_rates(lines))
    except (OSError, UnicodeDecodeError) as error:
        raise BadRequestError(f"{file} cannot be read: {error}") from None
    with opened_metadata() as metadata:
        stored = metadata.rates.store(rates)
        base = metadata.rates.base
    answers.print(f"Stored {stored} rates for one {base}.")


@application.command("list")
def list_rates() -> None:
    """List the currencies, each with its latest rate."""
    from kokumi.cli.people import opened_metadata

    with opened_metadata() as metadata:
        latest = {rate.currency: rate for rate in metadata.rates.all()}
    rows = [(rate.currency, rate.date.isoformat(), f"{rate.value:f}") for rate in latest.values()]
    show(("currency", "latest", "rate"), rows)


@application.command("export")
def export_rates() -> None:
    """Write all exchange rates as CSV to stdout, in the form that `import` reads."""
    import csv

    from kokumi.cli.people import opened_metadata
    from kokumi.domain.rates import COLUMNS

    with opened_metadata() as metadata:
        rates = metadata.rates.all()
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((rate.date.isoformat(), rate.currency, f"{rate.value:f}") for rate in rates)
