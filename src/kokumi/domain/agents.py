"""Agents: programs that fetch pages, told apart from the browsers of people (docs/spec/agents.md)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AgentKind(StrEnum):
    """What a user agent is the text of (docs/spec/agents.md#kinds)."""

    PERSON = "person"
    ASSISTANT = "assistant"
    CRAWLER = "crawler"
    TOOL = "tool"


@dataclass(frozen=True, slots=True)
class Agent:
    """What a user agent says of itself. `operator` and `name` are empty where they are not known."""

    kind: AgentKind
    operator: str = ""
    name: str = ""

    @property
    def is_person(self) -> bool:
        """Whether it is what people browse with."""
        return self.kind is AgentKind.PERSON


PERSON = Agent(AgentKind.PERSON)
