"""Where people read what the command says: answers on stdout, everything else on stderr."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

answers = Console(soft_wrap=True, highlight=False)
remarks = Console(stderr=True, soft_wrap=True, highlight=False)


def complain(sentence: str) -> None:
    """Tell what is wrong."""
    remarks.print(Text.assemble(("Error: ", "bold red"), sentence))
