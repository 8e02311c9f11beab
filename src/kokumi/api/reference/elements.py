"""HTML elements whose text and attributes are always escaped."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

_VOID = frozenset({"input", "link", "meta"})


@dataclass(frozen=True, slots=True)
class Markup:
    """HTML that may stand in a page as it is."""

    html: str

    def __str__(self) -> str:
        return self.html


def text(content: str) -> Markup:
    """Return text as HTML."""
    return Markup(escape(content))


def element(name: str, /, *children: Markup | str, **attributes: str) -> Markup:
    """Return an element; `class_` stands for `class`, `aria_label` for `aria-label`."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items()
    )
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    content = "".join(str(child if isinstance(child, Markup) else text(child)) for child in children)
    return Markup(f"<{name}{written}>{content}</{name}>")
