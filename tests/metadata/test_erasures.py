"""Erasures that wait, on each database."""

from __future__ import annotations

from uuid import uuid4

import pytest

from kokumi.domain.erasure import Erasure
from kokumi.errors import NotFoundError, TooManyRequestsError
from kokumi.metadata.erasures import HOLD_MILLISECONDS, MAX_BATCH, MAX_WAITING_SESSIONS, ErasureBatch
from kokumi.metadata.store import Metadata
from kokumi.metadata.users import User
from kokumi.metadata.websites import NewWebsite
from metadata.conftest import Watch


def _take(metadata: Metadata, now: int) -> ErasureBatch:
    batch = metadata.erasures.take(requested_until=now, now=now, patience=1_000)
    assert batch is not None
    return batch


def test_one_process_at_a_time(metadata: Metadata) -> None:
    """Another has the work when the first lets go, or was silent for a minute."""
    one, other = uuid4(), uuid4()
    hold = metadata.erasures.hold
    assert [hold(one, 0), hold(other, 1), hold(one, 2), hold(other, 3)] == [True, False, True, False]
    assert not hold(other, 1 + HOLD_MILLISECONDS)
    assert hold(other, 3 + HOLD_MILLISECONDS)
    metadata.erasures.release(one)
    assert not hold(one, 4 + HOLD_MILLISECONDS)
    metadata.erasures.release(other)
    assert hold(one, 5 + HOLD_MILLISECONDS)


def test_what_a_batch_covers(metadata: Metadata, watch: Watch, ada: User) -> None:
    """Requests are joined, later ones replace earlier ones that wait, and a failure lets others go first."""
    shop = metadata.websites.create(NewWebsite("Shop", "", ada.id)).id
    session = uuid4()
    for _ in range(3):
        reset = metadata.websites.reset(shop)
    metadata.erasures.request_sessions(shop, [session, session])
    metadata.erasures.request_sessions(shop, [session])
    assert metadata.erasures.take(requested_until=0, now=watch.now, patience=0) is None
    batch = _take(metadata, watch.now)
    assert batch.erasures == (Erasure(shop, before=reset.reset_at), Erasure(shop, session_id=session))
    assert metadata.erasures.batches() == (batch,)

    metadata.websites.reset(shop)
    metadata.websites.delete(shop)
    assert metadata.erasures.waiting(shop) == 3
    metadata.erasures.failed(batch.tag, retry_at=watch.now + 1_000, again=True)
    assert metadata.erasures.failing(shop)
    deletion = _take(metadata, watch.now)
    assert deletion.erasures == (Erasure(shop),)
    metadata.erasures.failed(deletion.tag, retry_at=watch.now + 1_000, again=False)
    assert [(each.tag, each.attempts) for each in metadata.erasures.batches()] == [(deletion.tag, 1)]
    metadata.erasures.finish(deletion.tag)
    again = _take(metadata, watch.now + 1_000)
    assert (again.erasures, again.attempts) == (batch.erasures, 1)
    metadata.erasures.finish(again.tag)
    assert metadata.erasures.waiting() == 0


def test_bounds(metadata: Metadata, watch: Watch, ada: User) -> None:
    """One batch covers so many and no more, and so many sessions of a website may wait."""
    shop = metadata.websites.create(NewWebsite("Shop", "", ada.id)).id
    metadata.erasures.request_sessions(shop, [uuid4() for _ in range(MAX_WAITING_SESSIONS)])
    with pytest.raises(TooManyRequestsError) as caught:
        metadata.erasures.request_sessions(shop, [uuid4()])
    assert caught.value.message == (
        "10000 visitors of this website are being deleted. Try again in a minute."
    )
    assert len(_take(metadata, watch.now).erasures) == MAX_BATCH
    metadata.websites.delete(shop)
    assert metadata.erasures.waiting() == MAX_BATCH + 1
    with pytest.raises(NotFoundError):
        metadata.erasures.request_sessions(shop, [uuid4()])
