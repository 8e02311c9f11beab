"""Browser, operating system and kind of device, in the words that the wire format uses.

See docs/spec/wire.md#devices.
"""

from __future__ import annotations

from dataclasses import dataclass

import ua_parser

LAPTOP_WIDTH = 1920
"""A desktop whose screen is at most this wide, in pixels, is called a laptop."""


@dataclass(frozen=True, slots=True)
class Device:
    """What a user agent says of itself; what is not known is empty. `kind` is a word like `desktop`."""

    browser: str
    os: str
    kind: str

    def kind_with(self, screen: str) -> str:
        """Return the kind, given a screen such as `1440x900`."""
        width = screen.partition("x")[0]
        is_small = width.isascii() and width.isdecimal() and int(width) <= LAPTOP_WIDTH
        return "laptop" if self.kind == "desktop" and is_small else self.kind


def read_device(user_agent: str) -> Device:
    """Return what a user agent's text says."""
    if not user_agent:
        return Device("", "", "desktop")
    parsed = ua_parser.parse(user_agent)
    family = parsed.user_agent.family if parsed.user_agent else ""
    system = parsed.os.family if parsed.os else ""
    version = ".".join(filter(None, (parsed.os.major, parsed.os.minor))) if parsed.os else ""
    return Device(_browser(user_agent, family), _os(system, version), _kind(user_agent, system))


_BROWSER_TOKENS = (
    ("Edg/", "edge-chromium"),
    ("EdgA/", "edge-chromium"),
    ("EdgiOS/", "edge-ios"),
    ("Edge/", "edge"),
    ("YaBrowser/", "yandexbrowser"),
    ("KAKAOTALK", "kakaotalk"),
    ("FBAN/", "facebook"),
    ("FBAV/", "facebook"),
    ("FB_IAB/", "facebook"),
    ("Instagram ", "instagram"),
    ("SamsungBrowser/", "samsung"),
    ("MiuiBrowser/", "miui"),
    ("Silk/", "silk"),
    ("Opera Mini/", "opera-mini"),
    ("OPR/", "opera"),
    ("OPT/", "opera"),
    ("CriOS/", "crios"),
    ("FxiOS/", "fxios"),
    ("; wv)", "chromium-webview"),
)
"""What tells a browser apart from the one it is built on; the first that is there counts."""

_BROWSER_FAMILIES = {
    "Opera": "opera",
    "Opera Mobile": "opera",
    "IE": "ie",
    "IE Mobile": "ie",
    "AOL": "aol",
    "PhantomJS": "phantomjs",
    "NetFront": "netfront",
    "BlackBerry WebKit": "bb10",
    "Android": "android",
    "Mobile Safari": "ios",
    "Mobile Safari UI/WKWebView": "ios-webview",
    "Safari": "safari",
}

_ENGINE_TOKENS = (
    ("Firefox/", "firefox"),
    ("Chrome/", "chrome"),
    ("Chromium/", "chrome"),
    ("Mobile/", "ios-webview"),
    ("Safari/", "safari"),
)


def _browser(user_agent: str, family: str) -> str:
    return (
        _first(_BROWSER_TOKENS, user_agent)
        or _BROWSER_FAMILIES.get(family, "")
        or _first(_ENGINE_TOKENS, user_agent)
    )


_SYSTEMS = {
    "Mac OS X": "Mac OS",
    "Mac OS": "Mac OS",
    "Android": "Android OS",
    "Windows Phone": "Windows Mobile",
    "OpenBSD": "Open BSD",
    "Solaris": "Sun OS",
    **dict.fromkeys(
        ("Ubuntu", "Fedora", "Debian", "Red Hat", "SUSE", "CentOS", "Gentoo", "Arch Linux", "Linux Mint"),
        "Linux",
    ),
    "Other": "",
}


def _os(system: str, version: str) -> str:
    if system == "Windows":
        return f"Windows {version}".strip()
    return _SYSTEMS.get(system, system)


_KIND_WORDS = (
    ("console", ("PlayStation", "Xbox", "Nintendo")),
    (
        "smarttv",
        ("SmartTV", "SMART-TV", "Smart TV", "AppleTV", "GoogleTV", "HbbTV", "BRAVIA", "Roku", "CrKey"),
    ),
    ("wearable", ("Watch", "SM-R8", "SM-R9")),
    ("tablet", ("iPad", "PlayBook", "Kindle", "; KF", "Tablet;")),
    # An app on a phone names the model, but does not say that it is mobile: Dalvik, CFNetwork.
    ("mobile", ("iPhone", "iPod", "Mobile", "Windows Phone", "BlackBerry", "Opera Mini", "Dalvik")),
    # Makers of Android tablets leave out the word Mobile.
    ("tablet", ("Android",)),
)
"""What tells the kinds of devices apart; the first that is there counts."""


def _kind(user_agent: str, system: str) -> str:
    found = next((kind for kind, words in _KIND_WORDS if any(word in user_agent for word in words)), "")
    return found or ("mobile" if system == "iOS" else "desktop")


def _first(tokens: tuple[tuple[str, str], ...], text: str) -> str:
    return next((name for token, name in tokens if token in text), "")
