"""What the visitors of a row did (docs/spec/utm.md, docs/spec/breakdown.md)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from oracle.model import Event
from oracle.question import Question, by_visitor
from oracle.steps import fits_step


def done(
    question: Question, filtered: Iterable[Event], visitor_of: Mapping[str, str], row: set[str]
) -> dict[str, object]:
    """Return, as far as they are asked for, the conversions and the revenue of the visitors of a row."""
    own = [events for name, events in by_visitor(filtered, visitor_of).items() if name in row]
    answer: dict[str, object] = {}
    goals = question.parameters.get("goals")
    if isinstance(goals, list):
        answer["conversions"] = [
            sum(any(fits_step(event, goal) for event in events) for events in own) for goal in goals
        ]
    if currency := question.parameters.get("currency"):
        earned = [event.revenue_in(str(currency)) or Decimal(0) for events in own for event in events]
        answer["revenue"] = float(sum(earned, Decimal(0)))
    return answer
