"""What the tests of importers share."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest

from kokumi.events.store import EventStore
from kokumi.sql.fragment import sql
from support.umami import FIRST, SECOND


@pytest.fixture
def clean(store: EventStore) -> Iterator[EventStore]:
    """Return the store without the example's events, before and after."""
    _erase_example(store)
    yield store
    _erase_example(store)


def _erase_example(store: EventStore) -> None:
    """Leave nothing of the example; to erase what is not there takes seconds in a store of many tests."""
    held = sql(
        "select distinct website_id from events where website_id in {websites:Array(UUID)}"
        " union distinct"
        " select distinct website_id from identifications where website_id in {websites:Array(UUID)}",
        websites=(str(FIRST), str(SECOND)),
    )
    for (website_id,) in store.query(held, name="test").rows:
        store.erase(UUID(str(website_id)))
