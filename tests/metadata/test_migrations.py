"""The schema's history, up and down, from an empty and from an older database."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from uuid import UUID, uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, MetaData, inspect, text
from sqlalchemy.schema import CreateColumn, CreateIndex

from kokumi.domain.erasure import Erasure
from kokumi.errors import SetupError
from kokumi.metadata.database import connect
from kokumi.metadata.migrations import current, downgrade, upgrade
from kokumi.metadata.models import Base
from kokumi.metadata.parts import Opens, Part
from kokumi.metadata.shares import Share, Terms
from kokumi.metadata.store import Metadata
from kokumi.metadata.websites import NewWebsite

_FIRST = "0001"
_LATEST = "0009"
REVISIONS = ("base", _FIRST, "0002", "0003", "0004", "0005", "0006", "0007", "0008", _LATEST)


def _tables(dsn: str) -> set[str]:
    engine = connect(dsn)
    try:
        return set(inspect(engine).get_table_names())
    finally:
        engine.dispose()


def test_revisions_make_what_the_models_say(dsn: str) -> None:
    """Nothing in the models is missing from the migrations, and nothing is there besides."""
    engine = connect(dsn)
    upgrade(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
        assert current(connection) == _LATEST
    engine.dispose()


def test_down_and_up_again(dsn: str) -> None:
    """Every step can be taken back; what an earlier schema keeps outlives the journey."""
    metadata = Metadata(dsn)
    user = metadata.users.create("ada", "a quiet password")
    metadata.keys.create(user.id, "key")
    secret = metadata.secret
    metadata.close()

    engine = connect(dsn)
    downgrade(engine, _FIRST)
    assert "api_keys" not in _tables(dsn)
    downgrade(engine)
    assert _tables(dsn) == {"alembic_version"}
    upgrade(engine, _FIRST)
    engine.dispose()

    metadata = Metadata(dsn)
    assert metadata.secret != secret
    assert metadata.users.named("ada") is None
    metadata.close()


@pytest.mark.parametrize(("older", "newer"), list(pairwise(REVISIONS)))
def test_each_step_can_be_taken_back(dsn: str, older: str, newer: str) -> None:
    """Up and down again is as if nothing had been: the same tables, columns, indexes and constraints."""
    engine = connect(dsn)
    upgrade(engine, older)
    before = _schema(engine)
    upgrade(engine, newer)
    assert _schema(engine) != before
    downgrade(engine, older)
    assert _schema(engine) == before
    engine.dispose()


def _schema(engine: Engine) -> object:
    tables = MetaData()
    tables.reflect(engine)
    return {
        name: (
            sorted(str(CreateColumn(column).compile(engine)) for column in table.columns),
            sorted(str(CreateIndex(index).compile(engine)) for index in table.indexes),
            sorted(f"{type(each).__name__} {each.name}" for each in table.constraints),
        )
        for name, table in tables.tables.items()
        if name != "alembic_version"
    }


def test_from_an_older_database(dsn: str) -> None:
    """What an older program stored is there after the migration."""
    engine = connect(dsn)
    upgrade(engine, _FIRST)
    user_id = uuid4()
    with engine.execution_options(writing=True).begin() as connection:
        connection.execute(
            Base.metadata.tables["users"].insert(),
            {
                "id": user_id,
                "username": "ada",
                "password_hash": "x",
                "role": "admin",
                "created_at": 1,
                "updated_at": 2,
            },
        )
    engine.dispose()
    metadata = Metadata(dsn)
    found = metadata.users.named("ada")
    assert found is not None
    assert (found.id, found.role.value, found.updated_at) == (user_id, "admin", 2)
    metadata.close()


@pytest.mark.parametrize(
    ("parameters", "opens", "closed"),
    [
        pytest.param({}, Opens.ALL, set(), id="says nothing"),
        pytest.param({"overview": True, "note": "for Ada"}, Opens.ALL, set(), id="switches nothing off"),
        pytest.param({"events": False}, Opens.ALL, {Part.EVENTS, Part.EXPORT}, id="switches events off"),
        pytest.param(
            {"sessions": False},
            Opens.STATISTICS,
            {Part.SESSIONS, Part.VISITORS, Part.REALTIME, Part.EXPORT},
            id="switches sessions off",
        ),
    ],
)
def test_share_links_of_an_older_database(
    dsn: str, parameters: dict[str, object], opens: Opens, closed: set[Part]
) -> None:
    """They open what they did, without what their parameters switch off, have no password and no end."""
    engine = connect(dsn)
    upgrade(engine, "0004")
    tables = MetaData()
    tables.reflect(engine)
    website_id, share_id = uuid4(), uuid4()
    times = {"created_at": 1, "updated_at": 2}
    with engine.execution_options(writing=True).begin() as connection:
        website = {"id": _stored(engine, website_id), "name": "Shop", "domain": "", "epoch": 0, **times}
        connection.execute(tables.tables["websites"].insert(), website)
        share = {
            "id": _stored(engine, share_id),
            "website_id": _stored(engine, website_id),
            "name": "link",
            "slug": "a",
            "parameters": parameters,
            **times,
        }
        connection.execute(tables.tables["shares"].insert(), share)
    engine.dispose()
    metadata = Metadata(dsn)
    link = metadata.shares.by_slug("a")
    assert link == Share(share_id, website_id, "link", "a", parameters, Terms(), 1, 2)
    assert (link.opens, link.parts) == (opens, frozenset(Part) - closed)
    metadata.close()


def test_an_older_program_does_not_open_more(dsn: str) -> None:
    """Taken back to the older schema, only links that open everything to everybody are left."""
    metadata = Metadata(dsn)
    ada = metadata.users.create("ada", "a quiet password")
    shop = metadata.websites.create(NewWebsite("Shop", "", ada.id)).id
    for slug, terms in {
        "everything": Terms(Opens.ALL),
        "unsaid": Terms(),
        "statistics": Terms(Opens.STATISTICS),
        "password": Terms(password_hash="a hash"),
        "until": Terms(expires_at=10_000_000_000_000),
    }.items():
        metadata.shares.create(shop, slug, {}, slug, terms)
    metadata.close()
    engine = connect(dsn)
    downgrade(engine, "0004")
    with engine.connect() as connection:
        left = connection.execute(text("select slug from shares order by slug")).scalars().all()
    assert left == ["everything", "unsaid"]
    engine.dispose()


def _stored(engine: Engine, key: UUID) -> object:
    """Return an id as a reflected table takes it: SQLite keeps its digits as text."""
    return key.hex if engine.dialect.name == "sqlite" else key


def test_deletions_that_an_older_program_had_begun(dsn: str) -> None:
    """A website that was marked as deleted waits to be erased after the migration."""
    engine = connect(dsn)
    upgrade(engine, "0006")
    website_id = uuid4()
    with engine.execution_options(writing=True).begin() as connection:
        connection.execute(
            text(
                "insert into websites (id, name, domain, epoch, created_at, updated_at, deleted_at)"
                " values (:id, 'Shop', '', 0, 1, 2, 3)"
            ),
            {"id": website_id.hex},
        )
    engine.dispose()
    metadata = Metadata(dsn)
    batch = metadata.erasures.take(requested_until=3, now=3, patience=0)
    assert batch is not None
    assert batch.erasures == (Erasure(website_id),)
    metadata.close()


def test_a_newer_database_is_refused(dsn: str) -> None:
    """A database that a newer program wrote is left as it is."""
    engine = connect(dsn)
    upgrade(engine)
    with engine.execution_options(writing=True).begin() as connection:
        connection.execute(text("update alembic_version set version_num = '9999'"))
    with pytest.raises(SetupError) as caught:
        Metadata(dsn)
    assert str(caught.value) == (
        "The metadata was written by a newer version of Kokumi (revision 9999). "
        "Start that version or a later one; nothing was changed."
    )
    with engine.connect() as connection:
        assert current(connection) == "9999"
    engine.dispose()


def test_servers_that_start_together(dsn: str) -> None:
    """Each waits for the migration of the other, and all have the same secret."""
    program = (
        "import sys; from kokumi.metadata.store import Metadata; print(Metadata(sys.argv[1]).secret.hex())"
    )
    servers = [
        subprocess.Popen([sys.executable, "-c", program, dsn], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    secrets = [server.communicate(timeout=60)[0] for server in servers]
    assert [server.returncode for server in servers] == [0, 0, 0]
    assert len(set(secrets)) == 1


@pytest.mark.parametrize(
    ("dsn", "message"),
    [
        pytest.param(
            "mysql://localhost/x",
            "KOKUMI_METADATA: must be sqlite:///file or postgresql://user:password@host/database",
            id="another kind",
        ),
        pytest.param(
            "nonsense",
            "KOKUMI_METADATA: must be sqlite:///file or postgresql://user:password@host/database",
            id="no address",
        ),
        pytest.param(
            "sqlite:////proc/x/metadata.sqlite",
            "KOKUMI_METADATA: the folder /proc/x cannot be made: No such file or directory",
            id="folder",
        ),
        pytest.param(
            "sqlite:////proc/version", "The metadata database cannot be opened: ", id="not a database"
        ),
        pytest.param(
            "postgresql://ada:secret@127.0.0.1:1/x",
            "The metadata database cannot be opened: ",
            id="nobody there",
        ),
    ],
)
def test_unusable(dsn: str, message: str) -> None:
    """The operator is told what is wrong, without the password."""
    with pytest.raises(SetupError) as caught:
        Metadata(dsn)
    assert str(caught.value).startswith(message)
    assert "secret" not in str(caught.value)
