"""Many threads on one database: nobody waits in vain, nothing is done twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from kokumi.domain.paging import PageRequest
from kokumi.errors import ConflictError
from kokumi.metadata.access import Role, TeamRole
from kokumi.metadata.store import Metadata
from kokumi.metadata.users import User
from kokumi.metadata.websites import NewWebsite

_THREADS = 8


def test_writers_wait_for_each_other(metadata: Metadata, ada: User) -> None:
    """Each write of each thread is there in the end, and readers see whole ones."""
    shop = metadata.websites.create(NewWebsite("Shop", "", ada.id))

    def work(_number: int) -> bool:
        token = metadata.tokens.issue(ada.id)
        reset = metadata.websites.reset(shop.id)
        found = metadata.websites.find(shop.id)
        return metadata.tokens.caller(token) is not None and found is not None and found.epoch >= reset.epoch

    with ThreadPoolExecutor(_THREADS) as threads:
        assert all(threads.map(work, range(5 * _THREADS)))
    found = metadata.websites.find(shop.id)
    assert found is not None
    assert found.epoch == 5 * _THREADS


def test_one_of_many_gets_a_name(metadata: Metadata, ada: User) -> None:
    """A slug that many want at once goes to one of them."""
    shop = metadata.websites.create(NewWebsite("Shop", "", ada.id))

    def take(_number: int) -> bool:
        try:
            metadata.shares.create(shop.id, "link", {}, "wanted")
        except ConflictError:
            return False
        return True

    with ThreadPoolExecutor(_THREADS) as threads:
        assert sum(threads.map(take, range(_THREADS))) == 1


def test_administrators_cannot_all_resign_at_once(metadata: Metadata) -> None:
    """Two administrators who leave at the same moment do not both succeed; nor do two owners of a team."""
    admins = [metadata.users.create(f"admin {number}", "a quiet password", Role.ADMIN) for number in range(2)]
    team = metadata.teams.create("Engines", admins[0].id)
    metadata.teams.add(team.id, admins[1].id, TeamRole.OWNER)

    def resign(admin: User) -> None:
        for leave in (
            lambda: metadata.users.change(admin.id, role=Role.USER),
            lambda: metadata.teams.remove(team.id, admin.id),
        ):
            try:
                leave()
            except ConflictError:
                continue

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(resign, admins))
    assert [user.role for user in metadata.users.list(PageRequest()).items].count(Role.ADMIN) == 1
    assert len(metadata.teams.members(team.id, PageRequest()).items) == 1
