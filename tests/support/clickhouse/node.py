"""Becomes a ClickHouse server: `python node.py LIBRARY CONFIG`.

PyPI's `chdb` holds the whole server; its library exports the entry point of `clickhouse-server`.
"""

from __future__ import annotations

import ctypes
import os
import sys

_ENTRY = "_Z25mainEntryClickHouseServeriPPc"
"""`int mainEntryClickHouseServer(int, char**)`."""


def main() -> int:
    """Run the server until it is told to stop; returns its exit code."""
    library, config = sys.argv[1:]
    # Without a watchdog process of its own: this process is the server.
    os.environ["CLICKHOUSE_WATCHDOG_ENABLE"] = "0"
    words = [b"clickhouse-server", f"--config-file={config}".encode()]
    serve = ctypes.CDLL(library)[_ENTRY]
    serve.restype = ctypes.c_int
    return int(serve(len(words), (ctypes.c_char_p * (len(words) + 1))(*words, None)))


if __name__ == "__main__":
    sys.exit(main() & 0xFF)
