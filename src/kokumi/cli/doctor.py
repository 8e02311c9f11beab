"""`kokumi doctor`: what is well with an installation, what is not, and what to do about it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

import typer
from rich.text import Text

from kokumi.cli.checks.finding import Finding, FindingState
from kokumi.cli.console import answers

_COLOURS = {FindingState.OK: "green", FindingState.WARNING: "yellow", FindingState.PROBLEM: "bold red"}


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Tell it to a program.")] = False,  # noqa: FBT002 - typer's way
) -> None:
    """Examine the installation, also while a server runs; exit code 1 if there is a problem."""
    from kokumi.cli.checks.examine import examine

    findings = examine()
    if as_json:
        answers.print(json.dumps([asdict(each) for each in findings], indent=2))
    else:
        _show(findings)
    if any(each.state is FindingState.PROBLEM for each in findings):
        raise typer.Exit(1)


def _show(findings: Sequence[Finding]) -> None:
    name_width = max(len(each.name) for each in findings)
    state_width = max(map(len, FindingState))
    for each in findings:
        start = f"{each.state.ljust(state_width)}  {each.name.ljust(name_width)}  "
        answers.print(Text.assemble((start, _COLOURS[each.state]), each.found))
        if each.remedy:
            answers.print(" " * len(start) + each.remedy)
