"""Those parts of the documentation that come out of the code, between two marker lines of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import typer
from prometheus_client import CollectorRegistry, Metric
from pydantic.fields import FieldInfo

from kokumi.api.server.metrics import Metrics
from kokumi.cli.main import application
from kokumi.settings import Settings

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the documentation, and the part of it that is generated."""

    path: Path
    part: str

    def read(self) -> str:
        """Return the generated part as it stands in the page."""
        return self._split()[1]

    def write(self, body: str) -> None:
        """Replace the generated part."""
        before, _, after = self._split()
        self.path.write_text(before + body + after, "utf-8")

    def _split(self) -> tuple[str, str, str]:
        start, end = f"<!-- {self.part} -->\n", f"<!-- end of {self.part} -->"
        before, _, rest = self.path.read_text("utf-8").partition(start)
        body, found, after = rest.partition(end)
        if not found:
            raise LookupError(f"{self.path.name} has no part {self.part!r}")
        return before + start, body, found + after


def settings_table() -> str:
    """Return the settings as a Markdown table: name in the environment, default, what it does."""
    rows = [
        f"| `KOKUMI_{name.upper()}` | {_default(field)} | {_sentence(field)} |\n"
        for name, field in Settings.model_fields.items()
    ]
    return "| Setting | Default | What it does |\n| --- | --- | --- |\n" + "".join(rows)


def commands_table() -> str:
    """Return the words of the command as a Markdown table, each with the first line of its help."""
    rows = [f"| `kokumi {words}` | {sentence} |\n" for words, sentence in _commands(application, "")]
    return "| Command | What it does |\n| --- | --- |\n" + "".join(rows)


def metrics_table() -> str:
    """Return the metrics as a Markdown table: name as Prometheus has it, type, what is counted."""
    rows = [
        f"| `{_metric_name(family)}` | {family.type} | {family.documentation} |\n"
        for family in _every_metric().collect()
        if family.name.startswith("kokumi_")
    ]
    return "| Metric | Type | What it tells |\n| --- | --- | --- |\n" + "".join(rows)


def _every_metric() -> CollectorRegistry:
    metrics = Metrics()
    metrics.watch(events=int, reports=int, erasures=int, data=ROOT)
    return metrics.registry


def _metric_name(family: Metric) -> str:
    return family.name + {"counter": "_total", "info": "_info"}.get(family.type, "")


def _commands(group: typer.Typer, before: str) -> Iterator[tuple[str, str]]:
    for command in group.registered_commands:
        help_text = command.help or (command.callback.__doc__ if command.callback else "") or ""
        yield f"{before}{command.name}", help_text.splitlines()[0]
    for below in group.registered_groups:
        if below.typer_instance is not None:
            yield from _commands(below.typer_instance, f"{before}{below.typer_instance.info.name} ")


def _default(field: FieldInfo) -> str:
    match field.default:
        case None | ():
            return ""
        case bool(value):
            return f"`{str(value).lower()}`"
        case value:
            return f"`{value}`"


def _sentence(field: FieldInfo) -> str:
    return (field.description or "").replace("|", "\\|")
