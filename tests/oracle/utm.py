"""UTM (docs/spec/utm.md)."""

from collections import Counter
from collections.abc import Iterable

from oracle.filters import Saved
from oracle.model import PAGE_VIEW, UTM_FIELDS, Event
from oracle.question import Body, ask, largest_first

MAX_LIST = 50


def utm(
    events: Iterable[Event],
    body: Body,
    saved: Saved | None = None,
    *,
    reset_at_ms: int | None = None,
    now_ms: int = 0,
) -> dict[str, object]:
    """Return for each utm field its values by page views, the top 50, empty ones left out.

    See docs/spec/utm.md.
    """
    question = ask(events, body, saved, reset_at_ms=reset_at_ms, now_ms=now_ms)
    views = [event for event in question.filtered() if event.event_type == PAGE_VIEW]
    return {field: _values(views, field) for field in UTM_FIELDS}


def _values(views: Iterable[Event], field: str) -> list[dict[str, object]]:
    counts = Counter(event.text(field) for event in views if event.text(field) != "")
    return [{"utm": name, "views": count} for name, count in largest_first(counts)[:MAX_LIST]]
