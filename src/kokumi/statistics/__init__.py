"""Statistics: what the dashboard asks beyond the reports, each in one statement (docs/statistics.md)."""
