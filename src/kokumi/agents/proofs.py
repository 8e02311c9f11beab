"""What proves whose an agent is: its address, or the key that signed its request."""

from __future__ import annotations

from pathlib import Path

from kokumi.agents.keys import installed_keys, public_keys
from kokumi.agents.ranges import Ranges, installed
from kokumi.agents.signatures import Request, Signatures
from kokumi.domain.addresses import IpAddress
from kokumi.domain.agents import Agent, Proof


class Proofs:
    """The installed networks and keys of operators."""

    def __init__(self, ranges: Ranges | None = None, signatures: Signatures | None = None) -> None:
        self._ranges = ranges or Ranges()
        self._signatures = signatures or Signatures({})

    def of(self, agent: Agent, address: IpAddress | None, request: Request | None = None) -> Proof:
        """Return what a request proves of the agent that it says it is of."""
        if agent.operator and address is not None and self._ranges.holds(agent.operator, address):
            return Proof.ADDRESS
        if agent.operator and request is not None and self._signatures.signer(request) == agent.operator:
            return Proof.SIGNATURE
        return Proof.CLAIMED


def installed_proofs(data: Path) -> Proofs:
    """Return what is installed in the data folder.

    Raises:
        SetupError: a file was changed so that it cannot be read.
    """
    return Proofs(Ranges(installed(data)), Signatures(public_keys(installed_keys(data))))
