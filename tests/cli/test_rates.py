"""Exchange rates from the command line, and the report that uses them."""

from __future__ import annotations

from pathlib import Path

from support.server import run

CSV = "date,currency,rate\n2025-10-23,JPY,177.1\n2025-10-23,USD,1.1613\n2025-10-24,USD,1.1612\n"


def test_rates_are_imported_listed_and_exported(tmp_path: Path) -> None:
    file = tmp_path / "rates.csv"
    file.write_text(CSV, "utf-8")
    data = tmp_path / "data"
    assert run(data, "rates", "import", str(file)).stdout == "Stored 3 rates for one EUR.\n"
    listed = [line.split() for line in run(data, "rates", "list").stdout.splitlines()]
    assert listed == [
        ["currency", "latest", "rate"],
        ["JPY", "2025-10-23", "177.1"],
        ["USD", "2025-10-24", "1.1612"],
    ]
    assert run(data, "rates", "export").stdout == CSV


def test_a_file_that_is_wrong_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "rates.csv"
    file.write_text(CSV + "2025-10-25,USD,free\n", "utf-8")
    data = tmp_path / "data"
    refused = run(data, "rates", "import", str(file))
    assert refused.returncode == 2
    assert "Line 5: the rate must be a number over 0" in refused.stderr
    assert run(data, "rates", "export").stdout == "date,currency,rate\n"
    missing = run(data, "rates", "import", str(tmp_path / "nothing.csv"))
    assert missing.returncode == 2
    assert "cannot be read" in missing.stderr
