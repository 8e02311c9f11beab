"""Print, as JSON, how often each path is stored: in a process of its own, when no other has the engine."""

from __future__ import annotations

import json
import sys

from kokumi.events.store import EventStore
from kokumi.sql.fragment import sql

store = EventStore(f"chdb://{sys.argv[1]}", clients=1)
counted = store.query(sql("select path, count() from events group by path"), name="test").rows
json.dump({str(path): count for path, count in counted}, sys.stdout)
store.close()
