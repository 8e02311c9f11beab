"""Text becomes SQL only as a literal of the program.

`unchecked_sql` is the exception. The linter names the few modules that may use it (`pyproject.toml`).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import kokumi

SOURCE = Path(kokumi.__file__).parent
FRAGMENT = Path("sql/fragment.py")
MODULES = tuple(sorted(path.relative_to(SOURCE) for path in SOURCE.rglob("*.py")))


def calls(module: Path, *names: str) -> Iterator[ast.Call]:
    """Yield the calls of functions of these names in a module."""
    tree = ast.parse((SOURCE / module).read_text())
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def is_literal(call: ast.Call) -> bool:
    """Return whether a call's first argument is one literal text."""
    return bool(call.args) and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)


@pytest.mark.parametrize("module", [module for module in MODULES if module != FRAGMENT], ids=str)
def test_only_literals_become_sql(module: Path) -> None:
    assert [call.lineno for call in calls(module, "sql", "join") if not is_literal(call)] == []
    assert [call.lineno for call in calls(module, "Fragment")] == []
