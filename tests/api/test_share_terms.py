"""How a link is made and changed: what it opens, its password, its end, its slug; and when visits end."""

from __future__ import annotations

import httpx
import pytest

from api.declared import api_client
from api.people import sign_up
from kokumi.app import Kokumi, create_api
from kokumi.domain.times import system_clock
from kokumi.metadata.saved_reports import ReportContent
from kokumi.metadata.store import Metadata
from kokumi.metadata.websites import NewWebsite, OwnedWebsite

pytestmark = pytest.mark.anyio
ON_EACH_DATABASE = True

Headers = dict[str, str]
PASSWORD = "open sesame, please"
UNKNOWN = "5d1e0a3c-8f0b-4a4e-9a43-2f1f6f0f7c11"
YEAR = 365 * 86_400_000


@pytest.fixture
def owner(kokumi: Kokumi) -> Headers:
    """Return the headers of a user."""
    return sign_up(kokumi, "ada")


@pytest.fixture
def website(kokumi: Kokumi, owner: Headers) -> OwnedWebsite:
    """Return a website of hers."""
    user = kokumi.metadata.users.named("ada")
    assert user is not None
    return kokumi.metadata.websites.create(NewWebsite("Shop", "", user.id))


def _report(kokumi: Kokumi, website: OwnedWebsite) -> str:
    assert website.user_id is not None
    content = ReportContent(website.id, "goal", "report", "", {"type": "path", "value": "/"})
    return str(kokumi.metadata.saved_reports.create(website.user_id, content).id)


async def _make(
    http: httpx.AsyncClient, owner: Headers, website: OwnedWebsite, **terms: object
) -> httpx.Response:
    body = {"name": "link", "slug": "a-link-2026", **terms}
    return await http.post(f"/api/websites/{website.id}/shares", json=body, headers=owner)


def _code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


async def test_a_password(http: httpx.AsyncClient, owner: Headers, website: OwnedWebsite) -> None:
    """Without it nothing is told of the website; it is never told itself; after too many guesses 429."""
    made = (await _make(http, owner, website, password=PASSWORD)).json()
    assert (made["hasPassword"], PASSWORD in str(made), "password" in made) == (True, False, False)
    asked = await http.get("/api/share/a-link-2026")
    assert asked.json() == {
        "error": {"message": "This link needs a password.", "code": "password-required", "status": 401}
    }
    wrong = [await http.post("/api/share/a-link-2026", json={"password": "guess"}) for _ in range(4)]
    assert [_code(answer) for answer in wrong] == [(401, "incorrect-password")] * 4
    opened = await http.post("/api/share/a-link-2026", json={"password": PASSWORD})
    assert (opened.status_code, opened.json()["websiteId"]) == (200, str(website.id))
    visitor = {"x-umami-share-token": opened.json()["token"]}
    assert (await http.get(f"/api/websites/{website.id}", headers=visitor)).status_code == 200

    wrong = [await http.post("/api/share/a-link-2026", json={"password": "guess"}) for _ in range(6)]
    assert [answer.status_code for answer in wrong] == [*[401] * 5, 429]
    assert (await http.post("/api/share/a-link-2026", json={"password": PASSWORD})).status_code == 429
    assert (await http.post("/api/share/no-such-link", json={"password": PASSWORD})).status_code == 404


async def test_a_password_that_is_not_needed(
    http: httpx.AsyncClient, owner: Headers, website: OwnedWebsite
) -> None:
    """A link without a password opens by POST as by GET."""
    await _make(http, owner, website)
    answers = [
        await http.get("/api/share/a-link-2026"),
        await http.post("/api/share/a-link-2026", json={"password": "anything"}),
    ]
    assert answers[0].json() == answers[1].json()


async def test_an_end(http: httpx.AsyncClient, kokumi: Kokumi, owner: Headers, website: OwnedWebsite) -> None:
    """After its end a link is as if it were not there, with every method; its visits end too."""
    made = await _make(http, owner, website, expiresAt="2099-01-01T00:00:00+01:00", password=PASSWORD)
    assert made.json()["expiresAt"] == "2098-12-31T23:00:00.000Z"
    opened = await http.post("/api/share/a-link-2026", json={"password": PASSWORD})
    visitor = {"x-umami-share-token": opened.json()["token"]}
    late = Metadata(kokumi.settings.metadata_dsn, lambda: system_clock() + 80 * YEAR)
    application = create_api(Kokumi(kokumi.settings, kokumi.store, late, system_clock))
    async with api_client(application) as later:
        answers = [
            await later.get("/api/share/a-link-2026"),
            await later.post("/api/share/a-link-2026", json={"password": PASSWORD}),
            await later.get(f"/api/websites/{website.id}", headers=visitor),
        ]
    late.close()
    assert [answer.status_code for answer in answers] == [404, 404, 401]
    never = await _change(http, owner, made.json(), expiresAt=None)
    assert never.json()["expiresAt"] is None


async def _change(
    http: httpx.AsyncClient, owner: Headers, made: dict[str, object], **changes: object
) -> httpx.Response:
    """Change a link as a client does: name, slug and parameters always, the rest only where it changes."""
    body = {name: made[name] for name in ("name", "slug", "parameters")}
    return await http.post(f"/api/share/id/{made['id']}", json={**body, **changes}, headers=owner)


@pytest.mark.parametrize(
    ("changes", "ends"),
    [
        pytest.param({}, False, id="nothing"),
        pytest.param({"name": "Press"}, False, id="name"),
        pytest.param({"parameters": {"theme": "dark"}}, False, id="parameters that open nothing"),
        pytest.param({"slug": "another-link"}, True, id="slug"),
        pytest.param({"password": "another password"}, True, id="password"),
        pytest.param({"password": None}, True, id="no password"),
        pytest.param({"opens": "statistics"}, True, id="what it opens"),
        pytest.param({"parameters": {"events": False}}, True, id="a section"),
        pytest.param({"expiresAt": "2098-01-01T00:00:00Z"}, True, id="its end"),
    ],
)
async def test_which_changes_end_visits(
    http: httpx.AsyncClient,
    owner: Headers,
    website: OwnedWebsite,
    changes: dict[str, object],
    ends: bool,  # noqa: FBT001 - a column of the table
) -> None:
    made = (await _make(http, owner, website, password=PASSWORD)).json()
    opened = await http.post("/api/share/a-link-2026", json={"password": PASSWORD})
    visitor = {"x-umami-share-token": opened.json()["token"]}
    assert (await _change(http, owner, made, **changes)).status_code == 200
    status = (await http.get(f"/api/websites/{website.id}", headers=visitor)).status_code
    assert status == (401 if ends else 200)


async def test_what_a_link_opens(
    http: httpx.AsyncClient, kokumi: Kokumi, owner: Headers, website: OwnedWebsite
) -> None:
    """Said by `opens`, or by the parameters of a client that does not know it; what is unsaid stays."""
    made = (await _make(http, owner, website)).json()
    assert (made["opens"], made["reportId"]) == ("all", None)
    report = _report(kokumi, website)
    steps: list[tuple[dict[str, object], str, str | None]] = [
        ({"parameters": {"sessions": False}}, "statistics", None),
        ({"parameters": {"sessions": True}}, "all", None),
        ({"opens": "statistics"}, "statistics", None),
        ({"parameters": {"sessions": True}}, "statistics", None),
        ({"opens": "report", "reportId": report}, "report", report),
        ({"name": "renamed"}, "report", report),
        ({"opens": "all"}, "all", None),
        ({"opens": "all", "parameters": {"sessions": False}}, "statistics", None),
    ]
    for changes, opens, report_id in steps:
        changed = (await _change(http, owner, made, **changes)).json()
        assert (changed["opens"], changed["reportId"]) == (opens, report_id), changes
        assert (await http.get(f"/api/share/id/{made['id']}", headers=owner)).json() == changed


@pytest.mark.parametrize(
    ("terms", "path", "says"),
    [
        pytest.param({"slug": "short"}, "slug", "must be at least 8 characters", id="slug"),
        pytest.param({"parameters": {"x": "y" * 900_000}}, "parameters", "10 kB", id="parameters"),
        pytest.param({"password": "short"}, "password", "must be 8 to 255 characters", id="password"),
        pytest.param({"opens": "something"}, "opens", "all", id="opens"),
        pytest.param({"opens": "report"}, "reportId", "a saved report of this website", id="no report"),
        pytest.param({"opens": "report", "reportId": UNKNOWN}, "reportId", "a saved report", id="unknown"),
        pytest.param({"reportId": UNKNOWN}, "reportId", "unless opens is report", id="report unasked"),
        pytest.param({"expiresAt": "2020-01-01T00:00:00Z"}, "expiresAt", "in the future", id="past"),
        pytest.param({"expiresAt": "2099-01-01"}, "expiresAt", "offset from UTC", id="no zone"),
    ],
)
async def test_what_is_refused(
    http: httpx.AsyncClient,
    owner: Headers,
    website: OwnedWebsite,
    terms: dict[str, object],
    path: str,
    says: str,
) -> None:
    """At once and by name, when a link is made and when it is changed; nothing is kept of it."""
    kept = (await _make(http, owner, website, slug="kept-as-it-is")).json()
    made, changed = await _make(http, owner, website, **terms), await _change(http, owner, kept, **terms)
    for refused in (made, changed):
        details = refused.json()["error"]["details"]
        assert (refused.status_code, [each["path"] for each in details]) == (400, [path])
        assert says in details[0]["message"]
    links = (await http.get(f"/api/websites/{website.id}/shares", headers=owner)).json()
    assert links["data"] == [kept]


async def test_a_report_of_another_website(
    http: httpx.AsyncClient, kokumi: Kokumi, owner: Headers, website: OwnedWebsite
) -> None:
    """A link opens no report of another website, also if both are the same person's."""
    assert website.user_id is not None
    other = kokumi.metadata.websites.create(NewWebsite("Other", "", website.user_id))
    refused = await _make(http, owner, website, opens="report", reportId=_report(kokumi, other))
    assert refused.status_code == 400


async def test_short_slugs_from_before(
    http: httpx.AsyncClient, kokumi: Kokumi, owner: Headers, website: OwnedWebsite
) -> None:
    """They keep working while they stay as they are; new ones, also of `shareId`, are longer."""
    address = f"/api/websites/{website.id}"
    kokumi.metadata.websites.update(website.id, share_id="old")
    made = (await http.get(f"{address}/shares", headers=owner)).json()["data"][0]
    assert (await http.get("/api/share/old")).status_code == 200
    assert (await _change(http, owner, made, name="renamed")).status_code == 200
    assert (await http.post(address, json={"shareId": "old"}, headers=owner)).status_code == 200
    for path, body in (
        (address, {"shareId": "newer"}),
        ("/api/websites", {"name": "Another", "shareId": "newer"}),
    ):
        refused = await http.post(path, json=body, headers=owner)
        assert refused.json()["error"]["details"] == [
            {"path": "shareId", "message": "must be at least 8 characters, so that nobody guesses it"}
        ]
    assert len((await _make(http, owner, website, slug=None)).json()["slug"]) == 16


async def _frames(http: httpx.AsyncClient, path: str) -> tuple[str, str | None]:
    """Return who may show a page in a frame: what its policy says, and what the older header says."""
    answer = await http.get(path)
    policy = answer.headers["content-security-policy"]
    return policy.partition("frame-ancestors ")[2], answer.headers.get("x-frame-options")


NOBODY = ("'none'", "DENY")


async def test_who_may_embed_a_link(http: httpx.AsyncClient, owner: Headers, website: OwnedWebsite) -> None:
    """Only the origins that a link names, only on its own pages, and only while it is there."""
    origins = ["https://Example.com", "http://localhost:3000"]
    made = (await _make(http, owner, website, embedOrigins=origins)).json()
    assert made["embedOrigins"] == ["https://example.com", "http://localhost:3000"]
    allowed = ("https://example.com http://localhost:3000", None)
    assert await _frames(http, "/share/a-link-2026") == allowed
    assert await _frames(http, "/share/a-link-2026/funnel?date=7d") == allowed
    other = {"name": "other", "slug": "another-link", "embedOrigins": None}
    await http.post(f"/api/websites/{website.id}/shares", json=other, headers=owner)
    elsewhere = [
        "/",
        "/sign-in",
        "/share",
        "/share/another-link",
        "/share/no-such-link",
        "/x/share/a-link-2026",
    ]
    assert [await _frames(http, path) for path in elsewhere] == [NOBODY] * len(elsewhere)

    link = f"/api/share/id/{made['id']}"
    change = {"name": "link", "slug": "a-link-2026"}
    assert (await http.post(link, json=change, headers=owner)).json()["embedOrigins"] == made["embedOrigins"]
    none = (await http.post(link, json={**change, "embedOrigins": []}, headers=owner)).json()
    assert none["embedOrigins"] == []
    assert await _frames(http, "/share/a-link-2026") == NOBODY


async def test_a_link_that_has_ended_is_embedded_no_more(
    http: httpx.AsyncClient, owner: Headers, website: OwnedWebsite
) -> None:
    made = (await _make(http, owner, website, embedOrigins=["https://example.com"])).json()
    await http.delete(f"/api/share/id/{made['id']}", headers=owner)
    assert await _frames(http, "/share/a-link-2026") == NOBODY


async def test_pages_of_wrong_slugs_count_as_guesses(
    http: httpx.AsyncClient, owner: Headers, website: OwnedWebsite
) -> None:
    """Whether a page may be embedded tells of a link, so it cannot be asked without end."""
    await _make(http, owner, website, embedOrigins=["https://example.com"])
    for at in range(30):
        assert await _frames(http, f"/share/guess-{at}") == NOBODY
    assert await _frames(http, "/share/a-link-2026") == NOBODY
    assert (await http.get("/api/share/a-link-2026")).status_code == 429


@pytest.mark.parametrize(
    "origin",
    [
        pytest.param("*", id="everybody"),
        pytest.param("https:", id="scheme"),
        pytest.param("https://*.example.com", id="wildcard"),
        pytest.param("https://example.com/", id="path"),
        pytest.param("https://example.com; script-src *", id="another directive"),
        pytest.param("https://example.com https://evil.test", id="two"),
        pytest.param("https://example.com\r\nSet-Cookie: a=b", id="another header"),
        pytest.param("https://example.com\n", id="line break"),
        pytest.param("javascript://example.com", id="other scheme"),
        pytest.param("https://user@example.com", id="user"),
        pytest.param("https://bücher.example", id="letters that headers cannot hold"),
        pytest.param("https://" + "a." * 200 + "example", id="long"),
        pytest.param(1, id="number"),
    ],
)
async def test_origins_that_are_none(
    http: httpx.AsyncClient, owner: Headers, website: OwnedWebsite, origin: object
) -> None:
    answer = await _make(http, owner, website, embedOrigins=["https://fine.example", origin])
    assert answer.status_code == 400
    assert answer.json()["error"]["details"][0]["path"] == "embedOrigins.1"


async def test_too_many_origins(http: httpx.AsyncClient, owner: Headers, website: OwnedWebsite) -> None:
    answer = await _make(http, owner, website, embedOrigins=[f"https://a{at}.example" for at in range(21)])
    assert (answer.status_code, answer.json()["error"]["details"][0]["path"]) == (400, "embedOrigins")
