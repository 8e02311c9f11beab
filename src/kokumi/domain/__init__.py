"""Pure types that every other package speaks in: instants, ranges and zones, events, the column catalogue."""
