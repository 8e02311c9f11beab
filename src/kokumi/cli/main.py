"""The command itself: its words, and how it ends when something is wrong."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kokumi import __version__
from kokumi.cli import (
    agents,
    backup,
    demo,
    doctor,
    import_,
    keys,
    openapi,
    rates,
    serve,
    sql,
    users,
    visitors,
    websites,
)
from kokumi.cli.console import complain
from kokumi.cli.privacy import keep_new_files_private
from kokumi.errors import CallerError, SetupError

_FAULTY_INPUT = 2
_INTERRUPTED = 130

application = typer.Typer(
    name="kokumi",
    help="Web and product analytics that a person can own.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
application.command("serve")(serve.serve)
application.command("demo")(demo.demo)
application.command("doctor")(doctor.doctor)
application.command("backup")(backup.backup)
application.command("openapi")(openapi.openapi)
application.command("sql")(sql.sql)
application.add_typer(import_.application)
application.add_typer(users.application)
application.add_typer(keys.application)
application.add_typer(websites.application)
application.add_typer(visitors.application)
application.add_typer(rates.application)
application.add_typer(agents.application)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - typer's way
    if wanted:
        typer.echo(f"kokumi {__version__}")
        raise typer.Exit


@application.callback()
def _options(
    version: Annotated[  # noqa: FBT002 - typer's way
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Take the options that stand before a word."""


def main() -> None:
    """Run the command; what the operator can mend is told in a line, with exit code 2."""
    keep_new_files_private()
    try:
        application()
    except (SetupError, CallerError) as error:
        complain(str(error))
        sys.exit(_FAULTY_INPUT)
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
