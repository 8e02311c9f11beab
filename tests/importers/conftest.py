"""What the tests of importers share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kokumi.events.store import EventStore
from support.umami import FIRST, SECOND


@pytest.fixture
def clean(store: EventStore) -> Iterator[EventStore]:
    """Return the store without the example's events, before and after."""
    for website_id in (FIRST, SECOND):
        store.erase(website_id)
    yield store
    for website_id in (FIRST, SECOND):
        store.erase(website_id)
