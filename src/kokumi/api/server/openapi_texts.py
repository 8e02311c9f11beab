"""What the description of the API says in words: groups of routes, credentials, common parameters."""

from __future__ import annotations

INTRODUCTION = """\
Web and product analytics, over the wire format of Umami's API.

Bodies are JSON. Names of fields and enums are accepted in camel, kebab and snake case; unknown fields are
ignored. Instants in answers are UTC (`2025-10-01T07:00:00Z`), counts and sums are numbers.

A request is checked in this order: first the credentials (401), then the body and the query (400), then
permission. A website that does not exist is 404 for administrators and 403 for everyone else, as is one
that the caller may not see. A malformed id in a path is 404. A method that a path does not know is 405.
"""

TAGS: list[dict[str, str]] = [
    {"name": "reports", "description": "Questions about a website's events, all filtered alike."},
    {"name": "saved reports", "description": "A report's parameters under a name, and running it by its id."},
    {"name": "segments", "description": "Conditions that a website keeps under a name, to filter reports by: "
     "segments choose events, cohorts choose visitors by something they did."},
    {"name": "statistics", "description": "Figures, lists and series of a website, as its pages show them."},
    {"name": "websites", "description": "Websites: who they belong to, and since when their events count."},
    {"name": "share links", "description": "Public, read-only views of a website, or of one report of it."},
    {"name": "collect", "description": "What trackers and servers send events to; no credentials needed."},
    {"name": "sign in", "description": "Tokens for a name and a password."},
    {"name": "me", "description": "The user who is asking."},
    {"name": "API keys", "description": "Credentials for programs, some of which only read."},
    {"name": "users", "description": "Users, for administrators."},
    {"name": "teams", "description": "Groups of users who share websites."},
    {"name": "administration", "description": "Lists of everything, for administrators."},
    {"name": "system", "description": "Whether the server is there, and how it is set up."},
]  # fmt: skip
"""The groups of routes, in the order in which they are shown."""

SECURITY: dict[str, dict[str, str]] = {
    "signIn": {
        "type": "http",
        "scheme": "bearer",
        "description": "`Authorization: Bearer …`, with the token of `POST /api/auth/login` or an API key.",
    },
    "apiKey": {
        "type": "apiKey",
        "in": "header",
        "name": "x-umami-api-key",
        "description": "`x-umami-api-key: …`, with an API key made by `POST /api/me/api-keys`.",
    },
    "shareLink": {
        "type": "apiKey",
        "in": "header",
        "name": "x-umami-share-token",
        "description": "`x-umami-share-token: …`, with the token of `GET /api/share/{slug}`. It may look at "
        "what the link opens.",
    },
}

PARAMETERS = {
    "page": "Which page of the list; one past the end is empty.",
    "pageSize": "How many rows a page has; over 1 000 is served as 1 000.",
    "search": "Only rows that contain this text, whatever the case.",
    "includeTeams": "Also websites of teams that the user is in: any text but `false` and `0`.",
    "website_id": "The website's id.",
    "websiteId": "The website's id.",
    "segment_id": "The id of the segment or cohort.",
    "report_id": "The saved report's id.",
    "user_id": "The user's id.",
    "team_id": "The team's id.",
    "key_id": "The API key's id.",
    "share_id": "The share link's id.",
    "event_id": "The event's id.",
    "session_id": "The session's id.",
    "slug": "The last part of the share link's address.",
}
"""Parameters of paths and queries that mean the same everywhere."""
