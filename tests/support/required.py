"""Programs that some tests need and a machine may lack: databases, a proxy, Java.

Where one is missing, its tests are left out. `KOKUMI_REQUIRE_STORES=1` makes that a failure, so that a run
which is meant to cover everything cannot pass without them. `.ci/run` sets it.
"""

from __future__ import annotations

import os

_IS_EVERYTHING_REQUIRED = os.environ.get("KOKUMI_REQUIRE_STORES", "") not in {"", "0"}


def is_here(program: str, *, found: bool) -> bool:
    """Return whether the program was found.

    Raises:
        AssertionError: it was not, and `KOKUMI_REQUIRE_STORES` is set.
    """
    if _IS_EVERYTHING_REQUIRED and not found:
        raise AssertionError(
            f"KOKUMI_REQUIRE_STORES is set, but this machine has no {program}. `.ci/run` installs it."
        )
    return found
