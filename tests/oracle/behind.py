"""The sessions behind a number (docs/spec/sessions-behind.md)."""

from collections.abc import Callable, Collection, Iterable, Mapping

from oracle.breakdown import rows_of_events
from oracle.groups import group_of, in_groups
from oracle.model import PAGE_VIEW, Event
from oracle.question import Question, by_visitor
from oracle.steps import Step, fits_step
from oracle.times import Range, parse_instant, unit_start

Cell = Mapping[str, object]


def sessions_behind(
    question: Question,
    visitors: Collection[str],
    listed: Range | None = None,
    judged: Range | None = None,
) -> list[str]:
    """Return the sessions of these visitors with an event in the span that is listed, the latest first.

    Persons are those of the span that is judged. Of a visit, its own events say how late it is.
    """
    visitor_of = question.visitor_of(judged or listed)
    latest: dict[str, int] = {}
    for event in question.world.within(listed or question.span):
        if visitor_of[event.event_id] in visitors:
            latest[event.session_id] = event.created_at_ms
    return sorted(latest, key=lambda session: (-latest[session], session))


def sessions_of(question: Question, visitors: Iterable[str]) -> set[str]:
    """Return the sessions of visitors: of a visit the one it belongs to, of a person all."""
    wanted, visitor_of = set(visitors), question.visitor_of()
    return {event.session_id for event in question.unfiltered() if visitor_of[event.event_id] in wanted}


def behind_goals(question: Question, cell: Cell) -> set[str]:
    """Return the visitors counted in a cell of goals."""
    visitors = by_visitor(question.filtered(), question.visitor_of())
    given = question.parameters.get("goals", [question.parameters])
    assert isinstance(given, list)
    goal = given[int(str(cell.get("goal", 0)))]
    zone = question.world.zone

    def counts(event: Event) -> bool:
        if "t" in cell:
            start = parse_instant(cell["t"], zone, is_end=False)
            if unit_start(event.created_at_ms, str(question.parameters["trend"]), zone) != start:
                return False
        return cell["of"] == "total" or fits_step(event, _step(goal))

    found = {name for name, own in visitors.items() if any(counts(event) for event in own)}
    if "group" not in cell:
        return found
    entries = {name: group_of(own[0], question.parameters["breakdown"]) for name, own in visitors.items()}
    groups, other = in_groups(entries, question.parameters.get("limit", 10))
    return found & set(other if cell["group"] is None else dict(groups).get(str(cell["group"]), []))


def _step(goal: Step) -> Step:
    return {name: goal[name] for name in ("type", "value", "filters", "anyOf") if name in goal}


def behind_utm(question: Question, cell: Cell) -> set[str]:
    """Return the visitors counted in a cell of campaigns."""
    field, name = str(cell["list"]), cell["name"]
    return _of_row(question, cell, lambda event: event.event_type == PAGE_VIEW and event.text(field) == name)


def behind_breakdown(question: Question, cell: Cell) -> set[str]:
    """Return the visitors counted in a cell of a breakdown."""
    names, values = question.parameters["fields"], cell["values"]
    assert isinstance(names, list)
    assert isinstance(values, Mapping)
    row = rows_of_events(question)
    wanted = tuple(values[name] for name in names)
    return _of_row(question, cell, lambda event: row(event) == wanted)


def _of_row(question: Question, cell: Cell, is_in_row: Callable[[Event], bool]) -> set[str]:
    visitors = by_visitor(question.filtered(), question.visitor_of())
    found = {name for name, own in visitors.items() if any(is_in_row(event) for event in own)}
    if "goal" not in cell:
        return found
    goals = question.parameters["goals"]
    assert isinstance(goals, list)
    goal = goals[int(str(cell["goal"]))]
    return {name for name in found if any(fits_step(event, goal) for event in visitors[name])}
