"""The archive of lists, opened again."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from uuid import UUID
from zipfile import ZipFile

from kokumi.domain.websites import Website
from kokumi.events.inquiry import Inquiry
from kokumi.events.store import EventStore
from kokumi.reports.run import Context
from kokumi.statistics.export import export
from oracle.making import custom, ms, view
from support.statistics import fill, october
from support.store_events import SavedInMemory


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
    website = Website(website_id, "Shop", "shop.example")
    context = Context(Inquiry(store), SavedInMemory({}, website_id), ms("2025-11-01"))
    found = export(october(), website, context).answer
    assert found == export(october(), website, context).answer
    assert isinstance(found, dict)
    with ZipFile(BytesIO(b64decode(found["zip"]))) as archive:
        files = {name: archive.read(name).decode().splitlines() for name in archive.namelist()}
    assert files == {
        "events.csv": ["x,y", "signup,1"],
        "pages.csv": ["x,y", "/,2", '"/a,b",1'],
        "referrers.csv": ["x,y", "www.google.com,1"],
        "browsers.csv": ["x,y", "chrome,1"],
        "os.csv": ["x,y", "Mac OS,1"],
        "devices.csv": ["x,y", "laptop,1"],
        "countries.csv": ["x,y", "FR,1"],
    }
