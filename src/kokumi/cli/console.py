"""Where people read what the command says: answers on stdout, everything else on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

_WIDE = 10_000
"""Columns of what goes into a pipe: nothing is cut off."""

answers = Console(soft_wrap=True, highlight=False, markup=False, width=None if sys.stdout.isatty() else _WIDE)
remarks = Console(stderr=True, soft_wrap=True, highlight=False)


def complain(sentence: str) -> None:
    """Tell what is wrong."""
    remarks.print(Text.assemble(("Error: ", "bold red"), sentence))


def show(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Show a table, one line a row."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(column, no_wrap=True)
    for row in rows:
        table.add_row(*(Text(value) for value in row))
    answers.print(table)
