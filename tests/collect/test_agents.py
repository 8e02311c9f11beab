"""User agents: devices in the wire format's words."""

from __future__ import annotations

import time

import pytest

from kokumi.collect.device import Device, read_device

_KIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
_APPLE = "AppleWebKit/605.1.15 (KHTML, like Gecko)"
_WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
_MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)"
_IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X)"
_IPAD = "Mozilla/5.0 (iPad; CPU OS 17_4 like Mac OS X)"
_PIXEL = "Mozilla/5.0 (Linux; Android 14; Pixel 8)"
_CHROME = "Chrome/126.0.0.0"
CHROME_ON_LINUX = f"Mozilla/5.0 (X11; Linux x86_64) {_KIT} {_CHROME} Safari/537.36"

PEOPLE = {
    "chrome-windows": (f"{_WINDOWS} {_KIT} {_CHROME} Safari/537.36", ("chrome", "Windows 10", "desktop")),
    "chrome-linux": (CHROME_ON_LINUX, ("chrome", "Linux", "desktop")),
    "chrome-chromebook": (
        f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {_KIT} {_CHROME} Safari/537.36",
        ("chrome", "Chrome OS", "desktop"),
    ),
    "chrome-android": (f"{_PIXEL} {_KIT} {_CHROME} Mobile Safari/537.36", ("chrome", "Android OS", "mobile")),
    "chrome-tablet": (
        f"Mozilla/5.0 (Linux; Android 13; SM-X700) {_KIT} {_CHROME} Safari/537.36",
        ("chrome", "Android OS", "tablet"),
    ),
    "chrome-iphone": (
        f"{_IPHONE} {_APPLE} CriOS/126.0.6478.35 Mobile/15E148 Safari/604.1",
        ("crios", "iOS", "mobile"),
    ),
    "webview": (
        f"Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) {_KIT} Version/4.0 {_CHROME} Mobile Safari/537.36",
        ("chromium-webview", "Android OS", "mobile"),
    ),
    "edge": (
        f"{_WINDOWS} {_KIT} {_CHROME} Safari/537.36 Edg/126.0",
        ("edge-chromium", "Windows 10", "desktop"),
    ),
    "edge-legacy": (
        f"{_WINDOWS} {_KIT} Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763",
        ("edge", "Windows 10", "desktop"),
    ),
    "edge-ios": (
        f"{_IPHONE} {_APPLE} Version/17.0 EdgiOS/125.0 Mobile/15E148 Safari/604.1",
        ("edge-ios", "iOS", "mobile"),
    ),
    "opera": (f"{_WINDOWS} {_KIT} {_CHROME} Safari/537.36 OPR/111.0", ("opera", "Windows 10", "desktop")),
    "vivaldi": (
        f"{_WINDOWS} {_KIT} {_CHROME} Safari/537.36 Vivaldi/6.7",
        ("chrome", "Windows 10", "desktop"),
    ),
    "samsung": (
        f"Mozilla/5.0 (Linux; Android 13; SM-S901B) {_KIT} SamsungBrowser/25 {_CHROME} Mobile Safari/537.36",
        ("samsung", "Android OS", "mobile"),
    ),
    "safari": (f"{_MAC} {_APPLE} Version/17.4 Safari/605.1.15", ("safari", "Mac OS", "desktop")),
    "safari-iphone": (
        f"{_IPHONE} {_APPLE} Version/17.4 Mobile/15E148 Safari/604.1",
        ("ios", "iOS", "mobile"),
    ),
    "safari-ipad": (f"{_IPAD} {_APPLE} Version/17.4 Mobile/15E148 Safari/604.1", ("ios", "iOS", "tablet")),
    "webview-iphone": (f"{_IPHONE} {_APPLE} Mobile/15E148", ("ios-webview", "iOS", "mobile")),
    "firefox": (
        "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
        ("firefox", "Linux", "desktop"),
    ),
    "firefox-windows-7": (
        "Mozilla/5.0 (Windows NT 6.1; Win64; x64; rv:115.0) Gecko/20100101 Firefox/115.0",
        ("firefox", "Windows 7", "desktop"),
    ),
    "firefox-android": (
        "Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0",
        ("firefox", "Android OS", "mobile"),
    ),
    "firefox-android-tablet": (
        "Mozilla/5.0 (Android 14; Tablet; rv:127.0) Gecko/127.0 Firefox/127.0",
        ("firefox", "Android OS", "tablet"),
    ),
    "firefox-iphone": (
        f"{_IPHONE} {_APPLE} FxiOS/127.0 Mobile/15E148 Safari/605.1.15",
        ("fxios", "iOS", "mobile"),
    ),
    "facebook": (
        f"{_IPHONE} {_APPLE} Mobile/15E148 [FBAN/FBIOS;FBAV/467.0;FBDV/iPhone14,5]",
        ("facebook", "iOS", "mobile"),
    ),
    "instagram": (
        f"{_IPHONE} {_APPLE} Mobile/15E148 Instagram 333.0.0 (iPhone14,5; iOS 17_4)",
        ("instagram", "iOS", "mobile"),
    ),
    "internet-explorer": (
        "Mozilla/5.0 (Windows NT 6.3; WOW64; Trident/7.0; rv:11.0) like Gecko",
        ("ie", "Windows 8.1", "desktop"),
    ),
    "yandex": (
        f"{_WINDOWS} {_KIT} {_CHROME} YaBrowser/24.6 Safari/537.36",
        ("yandexbrowser", "Windows 10", "desktop"),
    ),
    "television": (
        f"Mozilla/5.0 (SMART-TV; Linux; Tizen 7.0) {_KIT} {_CHROME} TV Safari/537.36",
        ("chrome", "Tizen", "smarttv"),
    ),
    "console": (
        f"Mozilla/5.0 (PlayStation; PlayStation 5/6.50) {_APPLE} Version/17.4 Safari/605.1.15",
        ("safari", "", "console"),
    ),
    "dalvik": (
        "Dalvik/2.1.0 (Linux; U; Android 13; Pixel 7 Build/TQ3A.230805.001)",
        ("android", "Android OS", "mobile"),
    ),
    "cfnetwork": ("MyApp/1 CFNetwork/1410.0.3 Darwin/22.6.0", ("", "iOS", "mobile")),
    "umami-node": ("Mozilla/5.0 Umami/v20", ("", "", "desktop")),
    "umami-python": ("Umami-Client v1.0.0 / Python 3.11", ("", "", "desktop")),
    "empty": ("", ("", "", "desktop")),
}


@pytest.mark.parametrize(("user_agent", "device"), PEOPLE.values(), ids=PEOPLE)
def test_device(user_agent: str, device: tuple[str, str, str]) -> None:
    assert read_device(user_agent) == Device(*device)


@pytest.mark.parametrize(
    ("kind", "screen", "expected"),
    [
        ("desktop", "1440x900", "laptop"),
        ("desktop", "1920x1080", "laptop"),
        ("desktop", "2560x1440", "desktop"),
        ("desktop", "", "desktop"),
        ("desktop", "x900", "desktop"),
        ("desktop", "wide", "desktop"),
        ("desktop", "\u0661x1", "desktop"),
        ("mobile", "390x844", "mobile"),
    ],
)
def test_laptops_are_desktops_with_a_small_screen(kind: str, screen: str, expected: str) -> None:
    assert Device("", "", kind).kind_with(screen) == expected


HOSTILE = {
    "letters": "(; " + "Aa" * 248,
    "after-a-browser": "Mozilla/5.0 (Linux; Android 4.4; " + "-" * 467,
    "spaced": "(a " * 166,
    "almost-a-product": "a." * 249 + " ;",
    "java": "(Java " * 83,
    "newsblur": "(NewsBlur " * 50,
    "yandex": "(YandexSearch " * 35,
    "iphone": "(CPU iPhone OS " + "1_" * 240,
    "opera": "(Opera Mini/1.1." + "1." * 240,
    "not-ascii": "(\u00e9" * 250,
}
"""User agents of 500 characters, made to be slow to match."""


@pytest.mark.parametrize("user_agent", HOSTILE.values(), ids=HOSTILE)
def test_no_user_agent_takes_long(user_agent: str) -> None:
    read_device(user_agent)  # compiled by now
    started = time.thread_time()
    for number in range(20):
        read_device(f"{number}{user_agent}"[:500])
    assert (time.thread_time() - started) / 20 < 0.003
