"""The engine's settings, one frozen set for every store, so that the same SQL means the same everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kokumi.errors import QueryTooLargeError

EngineSettings = Mapping[str, str | int | float]

NO_SETTINGS: EngineSettings = MappingProxyType({})

ALWAYS: EngineSettings = MappingProxyType(
    {
        # Sharded by session, and reports join only on the session: each shard answers for itself.
        "distributed_product_mode": "local",
        "optimize_skip_unused_shards": 1,
        # An insert has arrived when it is answered. (The default of async_insert differs by version.)
        "distributed_foreground_insert": 1,
        "async_insert": 0,
        # Of a shard's replicas the first in the cluster's order that is up and not far behind: all processes
        # fill and ask the same one, and so see what has been answered (docs/decisions/0008-cluster.md).
        "load_balancing": "in_order",
        "prefer_localhost_replica": 0,
        "use_hedged_requests": 0,
        "max_replica_delay_for_distributed_queries": 10,
        "distributed_insert_skip_read_only_replicas": 1,
        # The rows of a statement pass through the Distributed table, which shards them.
        "parallel_distributed_insert_select": 0,
        # Blocks of 8 MB: with the engine's own 1 MB, reports that read many columns are a fifth slower.
        "preferred_block_size_bytes": 8_000_000,
        # An imported batch may span many years, and a partition is a month.
        "max_partitions_per_insert_block": 0,
    }
)

DELETION: EngineSettings = MappingProxyType(
    {
        # Done when it returns, on all replicas; one that is down is not waited for.
        "mutations_sync": 2,
        "distributed_ddl_output_mode": "none_only_active",
    }
)

BACKGROUND: EngineSettings = MappingProxyType(
    {
        # Started when it returns. Replicas that are down are not waited for, and the others not long.
        "mutations_sync": 0,
        "alter_sync": 0,
        "distributed_ddl_output_mode": "none_only_active",
        "distributed_ddl_task_timeout": 10,
    }
)

PLAIN_CSV: EngineSettings = MappingProxyType(
    {
        "input_format_skip_unknown_fields": 1,
        # A field is what stands there: an empty one is empty and no default, and nothing is trimmed.
        "input_format_csv_empty_as_default": 0,
        "input_format_csv_trim_whitespaces": 0,
        "format_csv_allow_single_quotes": 0,
    }
)


def without_trace(error: Exception) -> str:
    """Return what the engine says of an error, without the lines that tell of its insides."""
    return str(error).splitlines()[0][:300]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take: seconds, and bytes of memory; past it there is no half result.

    See docs/spec/requests.md#errors.
    """

    seconds: float = 30.0
    memory: int = 3_000_000_000

    def settings(self) -> EngineSettings:
        """Return the limits as the engine spells them."""
        return {
            "max_execution_time": self.seconds,
            "timeout_overflow_mode": "throw",
            "max_memory_usage": self.memory,
        }


def too_large(what: str) -> QueryTooLargeError:
    """Return the error of a report that needs more time or memory than its limit."""
    return QueryTooLargeError(
        f"The report needs more {what} than it may take. A shorter date range, fewer fields or steps, or a "
        "filter makes it smaller."
    )
