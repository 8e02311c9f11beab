"""Those parts of the documentation that come out of the code, between two marker lines of a page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic.fields import FieldInfo

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
