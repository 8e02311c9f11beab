"""The event stores that this machine can run."""

from __future__ import annotations

from support.clickhouse.servers import is_cluster_there, is_server_there

STORES = (
    "embedded",
    *(["server"] if is_server_there() else []),
    *(["cluster"] if is_cluster_there() else []),
)
"""In the process itself, on one ClickHouse server, on two shards of two replicas."""
SHARED = STORES[1:]
"""Those that several processes may be at."""
