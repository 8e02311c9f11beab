"""The archive of lists, opened again."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from uuid import UUID
from zipfile import ZipFile

from kokumi.domain.websites import Website
from kokumi.events.request_reader import RequestReader
from kokumi.events.store import EventStore
from kokumi.queries.run import Runtime
from kokumi.statistics.export import export
from oracle.making import custom, ms, view
from support.statistics import fill, october
from support.store_events import SavedInMemory


def _files(store: EventStore, website_id: UUID) -> dict[str, list[str]]:
    """Return the rows of each file, after the archive was made twice to the same bytes."""
    website = Website(website_id, "Shop", "shop.example")
    runtime = Runtime(RequestReader(store), SavedInMemory({}, website_id), ms("2025-11-01"))
    found = export(october(), website, runtime).answer
    assert found == export(october(), website, runtime).answer
    assert isinstance(found, dict)
    with ZipFile(BytesIO(b64decode(found["zip"]))) as archive:
        return {name: archive.read(name).decode().split("\r\n")[:-1] for name in archive.namelist()}


def test_each_list_is_a_file(store: EventStore, website_id: UUID) -> None:
    """Names are quoted where CSV demands it, and an equal request gets equal bytes."""
    ann = {"browser": "chrome", "os": "Mac OS", "device": "laptop", "country": "FR"}
    events = [
        view("/a,b", "2025-10-02T10:00:00Z", referrer="www.google.com", **ann),
        view("/", "2025-10-02T10:01:00Z", **ann),
        view("/", "2025-10-02T10:01:00Z", "bob"),
        custom("signup", "2025-10-02T10:02:00Z", **ann),
    ]
    fill(store, website_id, events)
    assert _files(store, website_id) == {
        "events.csv": ["x,y", "signup,1"],
        "pages.csv": ["x,y", "/,2", '"/a,b",1'],
        "referrers.csv": ["x,y", "www.google.com,1"],
        "browsers.csv": ["x,y", "chrome,1"],
        "os.csv": ["x,y", "Mac OS,1"],
        "devices.csv": ["x,y", "laptop,1"],
        "countries.csv": ["x,y", "FR,1"],
    }


def test_formulas_are_disarmed(store: EventStore, website_id: UUID) -> None:
    """A name that a spreadsheet would run stays a text; counts stay numbers."""
    names = ("=1+1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "a=1", "'=1")
    fill(store, website_id, [custom(name, "2025-10-02T10:00:00Z") for name in names])
    assert sorted(_files(store, website_id)["events.csv"]) == sorted(
        ["x,y", "'=1+1,1", "'+1+1,1", "'-2+3,1", "'@SUM(A1),1", "'\t=1,1", '"\'\r=1",1', "a=1,1", "'=1,1"]
    )
