"""How a source is cut: CSV where records end, time where hours end."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kokumi.errors import BadRequestError
from kokumi.importers.umami.batches import Batch, batches
from kokumi.importers.umami.folder import Folder
from kokumi.importers.umami.source import whole_records

HOUR = 3_600_000

TEXT = st.text(st.sampled_from('ab,"\n\r é'), max_size=8)


@given(
    st.lists(st.lists(TEXT, min_size=2, max_size=2), max_size=20),
    st.integers(1, 30),
    st.integers(1, 40),
)
def test_cuts_csv_only_between_records(records: list[list[str]], block: int, size: int) -> None:
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(records)
    whole = written.getvalue().encode()
    blocks = (whole[start : start + block] for start in range(0, len(whole), block))
    cut = list(whole_records(blocks, size))
    assert b"".join(cut) == whole
    read = [record for part in cut for record in csv.reader(io.StringIO(part.decode(), newline=""))]
    assert read == records


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([(0, 10)], [Batch(0, HOUR)], id="one full hour"),
        pytest.param(
            [(0, 4), (HOUR, 6), (5 * HOUR, 1)],
            [Batch(0, 2 * HOUR), Batch(5 * HOUR, 6 * HOUR)],
            id="joined",
        ),
        pytest.param([(0, 9), (HOUR, 2)], [Batch(0, HOUR), Batch(HOUR, 2 * HOUR)], id="too much together"),
        pytest.param(
            [(0, 3), (HOUR, 11), (2 * HOUR, 3)],
            [
                Batch(0, HOUR),
                Batch(HOUR, 2 * HOUR, part=0, parts=2),
                Batch(HOUR, 2 * HOUR, part=1, parts=2),
                Batch(2 * HOUR, 3 * HOUR),
            ],
            id="an hour in parts",
        ),
    ],
)
def test_joins_hours_up_to_a_size(hours: list[tuple[int, int]], expected: list[Batch]) -> None:
    assert list(batches(hours, size=10)) == expected


def test_reads_a_folder(tmp_path: Path) -> None:
    (tmp_path / "session.csv").write_bytes(b'\xef\xbb\xbfsession_id,"browser", os\r\n1,a,b\r\n')
    folder = Folder(tmp_path)
    assert folder.columns("session") == ("session_id", "browser", "os")
    assert folder.columns("revenue") is None
    assert [(chunk.records, chunk.done) for chunk in folder.chunks("session")] == [(b"1,a,b\r\n", 36)]
    assert folder.size("session") == 36


def test_refuses_what_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(BadRequestError, match=r"There is no folder .*nowhere\."):
        Folder(tmp_path / "nowhere")
