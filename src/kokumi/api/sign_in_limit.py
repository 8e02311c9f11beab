"""Guessing passwords is slowed down: failed sign-ins are counted per account and per address, in memory."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from dataclasses import dataclass

from kokumi.domain.times import Clock
from kokumi.errors import TooManyRequestsError

_WINDOW = 5 * 60_000
_MOST_KEYS = 20_000


@dataclass(frozen=True, slots=True)
class _Budget:
    """How many failures are let pass within the window for one kind of key."""

    kind: str
    failures: int


# An account by one address runs out first, so that a stranger's guesses do not lock its owner out.
_BOTH = _Budget("both", 5)
_ADDRESS = _Budget("address", 20)
_ACCOUNT = _Budget("account", 100)


class SignInLimit:
    """The failed sign-ins of the last five minutes."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._failures: OrderedDict[tuple[str, str, str], deque[int]] = OrderedDict()
        self._lock = threading.Lock()

    def check(self, account: str, address: str) -> None:
        """Refuse a sign-in before its password is looked at.

        Raises:
            TooManyRequestsError: there were too many failures; it says when to try again.
        """
        now = self._clock()
        with self._lock:
            waits = [self._wait(key, budget, now) for key, budget in _keys(account, address)]
        if any(waits):
            raise TooManyRequestsError(
                "Too many failed sign-ins. Wait a moment, then try again.", retry_after=max(waits)
            )

    def failed(self, account: str, address: str) -> None:
        """Count a failure."""
        now = self._clock()
        with self._lock:
            for key, budget in _keys(account, address):
                self._failures.setdefault(key, deque(maxlen=budget.failures)).append(now)
                self._failures.move_to_end(key)
            while len(self._failures) > _MOST_KEYS:
                self._failures.popitem(last=False)

    def succeeded(self, account: str, address: str) -> None:
        """Forget what this account got wrong from this address."""
        with self._lock:
            self._failures.pop((_BOTH.kind, account, address), None)

    def _wait(self, key: tuple[str, str, str], budget: _Budget, now: int) -> int:
        failures = self._failures.get(key, deque())
        if len(failures) < budget.failures or failures[0] + _WINDOW <= now:
            return 0
        return (failures[0] + _WINDOW - now) // 1000 + 1


def _keys(account: str, address: str) -> tuple[tuple[tuple[str, str, str], _Budget], ...]:
    return (
        ((_BOTH.kind, account, address), _BOTH),
        ((_ADDRESS.kind, "", address), _ADDRESS),
        ((_ACCOUNT.kind, account, ""), _ACCOUNT),
    )
