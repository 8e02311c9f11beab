"""Sample bodies and answers of routes, by the route's name, for the description of the API."""

from __future__ import annotations

from functools import cache

from kokumi.reports.registry import REPORTS

_ID = "5f9a1f0e-6a3c-4b0c-9f0e-3d2f6a1c7b11"
_USER = "0d3f1a52-6f0b-4a2e-8f57-0c6f4a9e2b10"
_TEAM = "b1f7b3f0-3c0b-4f5e-9a63-6a9f9a1f2c77"
_WEBSITE = "86d4095c-a2a8-4fc8-9521-103e858e2b41"

_REPORT = {
    "name": "Triggered Login-button ",
    "parameters": {"type": "event", "value": "login-button-header"},
    "type": "goal",
    "websiteId": _WEBSITE,
}
_SAVED_REPORT = {
    "id": _ID,
    "userId": _USER,
    "websiteId": _WEBSITE,
    "type": "goal",
    "name": "Triggered Login-button ",
    "description": "",
    "parameters": {"type": "event", "value": "login-button-header"},
    "createdAt": "2025-10-14T00:12:33.203Z",
    "updatedAt": "2025-10-14T00:12:33.203Z",
}
_SEGMENT = {
    "type": "cohort",
    "name": "Chrome purchasers in October",
    "parameters": {
        "dateRange": "range:1759276800000:1761955199999",
        "action": {"type": "event", "value": "purchase"},
        "filters": [{"name": "browser", "operator": "eq", "value": "chrome"}],
    },
}
_SAVED_SEGMENT = {
    "id": _ID,
    "websiteId": _WEBSITE,
    **_SEGMENT,
    "createdAt": "2025-10-14T00:12:33.203Z",
    "updatedAt": "2025-10-14T00:12:33.203Z",
}
_SUBMISSION = {
    "type": "event",
    "payload": {
        "website": _WEBSITE,
        "hostname": "example.com",
        "url": "/pricing",
        "referrer": "https://www.google.com/",
        "title": "Pricing",
        "language": "en-US",
        "screen": "1920x1080",
        "name": "signup",
        "data": {"plan": "pro"},
    },
}
_DATES = {"startDate": "2025-10-01", "endDate": "2025-10-31"}
_GOAL = {"num": 11935, "total": 50602}


def sample_body(name: str) -> object:
    """Return a body for the route of that name; none if it has no sample."""
    return _bodies().get(name)


def sample_options(name: str) -> dict[str, dict[str, object]]:
    """Return more bodies for the route of a report, by what they show; none for other routes."""
    found = (report for report in REPORTS if name in {f"run_{path}" for path in report.paths})
    return next((report.option_requests(_WEBSITE) for report in found), {})


def sample_answer(name: str) -> object:
    """Return an answer of the route of that name; none if it has no sample."""
    return _answers().get(name)


@cache
def _bodies() -> dict[str, object]:
    return {
        **{f"run_{name}": report.sample_request(_WEBSITE) for report in REPORTS for name in report.paths},
        **{
            f"list_sessions_of_{report.name}": {
                **report.sample_request(_WEBSITE),
                "cell": report.cells.sample,
            }
            for report in REPORTS
        },
        "create_saved_report": _REPORT,
        "update_saved_report": _REPORT,
        "run_saved_report": {"parameters": _DATES, "filters": {"os": "Mac OS"}},
        "send": _SUBMISSION,
        "batch": [_SUBMISSION],
        "report_agents": {
            "websiteId": _WEBSITE,
            "fetches": [
                {
                    "url": "/pricing",
                    "userAgent": "Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)",
                    "status": 200,
                    "ip": "192.0.2.7",
                }
            ],
        },
        "login": {"username": "admin", "password": "correct horse"},
        "change_password": {"currentPassword": "correct horse", "newPassword": "battery staple"},
        "create_key": {"name": "Nightly export", "readOnly": True, "expiresAt": "2027-01-01T00:00:00Z"},
        "create_user": {"username": "ada", "password": "correct horse", "role": "user"},
        "update_user": {"role": "view-only"},
        "create_team": {"name": "Marketing"},
        "join_team": {"accessCode": "team_JqVZ3uGXsQbT5e7k"},
        "update_team": {"name": "Growth"},
        "add_member": {"userId": _USER, "role": "team-member"},
        "change_role": {"role": "team-manager"},
        "create_website": {"name": "Shop", "domain": "shop.example.com"},
        "update_website": {"name": "Web shop", "domain": "shop.example.com"},
        "transfer_website": {"teamId": _TEAM},
        "visit_with_password": {"password": "correct horse"},
        "create_share": {"name": "For the board", "entityId": _WEBSITE, "shareType": 1},
        "create_website_share": {"name": "For the board"},
        "update_share": {"name": "For the board", "slug": "board"},
        "create_segment": _SEGMENT,
        "update_segment": _SEGMENT,
    }


@cache
def _answers() -> dict[str, object]:
    return {
        **{f"run_{name}": report.sample.answer for report in REPORTS for name in report.paths},
        "report_agents": {"size": 1, "stored": 1, "people": 0},
        **dict.fromkeys(("create_saved_report", "get_saved_report", "update_saved_report"), _SAVED_REPORT),
        **dict.fromkeys(("list_saved_reports", "list_website_reports"), _page(_SAVED_REPORT)),
        "run_saved_report": _GOAL,
        **dict.fromkeys(("create_segment", "get_segment", "update_segment"), _SAVED_SEGMENT),
        "list_segments": _page(_SAVED_SEGMENT),
    }


def _page(*rows: object) -> object:
    return {"data": list(rows), "count": len(rows), "page": 1, "pageSize": 20}
