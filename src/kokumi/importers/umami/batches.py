"""Batches of about equal size, made of whole hours; an hour with too much in it is cut by hash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kokumi.sql.fragment import Fragment, Value, identifier, sql

SIZE = 200_000
"""Records that are joined at a time, about; it decides on memory."""

_HOUR = 3_600_000


@dataclass(frozen=True, slots=True)
class Batch:
    """Records from `start` to before `end`, in epoch milliseconds; or one part of them by hash."""

    start: int
    end: int
    part: int = 0
    parts: int = 1

    def bound(self, key: str, websites: Fragment) -> dict[str, Value | Fragment]:
        """Return what the batch's statements ask for; `key` is the column that parts are cut by."""
        within = sql(
            "at >= fromUnixTimestamp64Milli({start:Int64}, 'UTC')"
            " and at < fromUnixTimestamp64Milli({end:Int64}, 'UTC')"
            " and cityHash64($key) % {parts:UInt32} = {part:UInt32}",
            key=identifier(key),
            start=self.start,
            end=self.end,
            part=self.part,
            parts=self.parts,
        )
        return {"in_batch": within, "websites": websites, "start": self.start, "end": self.end}


def batches(hours: Iterable[tuple[int, int]], size: int = SIZE) -> Iterator[Batch]:
    """Return the batches of hours, each given by its start (epoch milliseconds) and number of records."""
    start, held, end = 0, 0, 0
    for hour, records in hours:
        if held and held + records > size:
            yield Batch(start, end)
            held = 0
        if records > size:
            parts = -(-records // size)
            yield from (Batch(hour, hour + _HOUR, part, parts) for part in range(parts))
            continue
        start = start if held else hour
        end = hour + _HOUR
        held += records
    if held:
        yield Batch(start, end)
