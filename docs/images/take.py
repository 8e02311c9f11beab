"""Write the pictures of the README anew, from a demo website.

    .venv/bin/python docs/images/take.py

Wants what the tests want, and Pillow to make the files small (`pip install pillow`).
"""

from __future__ import annotations

import io
import json
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

import httpx
from PIL import Image
from playwright.sync_api import Browser, expect

from support.chromium import chromium
from support.server import run, serving

_PASSWORD = "correct horse"  # noqa: S105 - of a server that lives for a minute
_WIDTH, _HEIGHT = 1280, 800
_FUNNEL = {
    "steps": [
        {"type": "path", "value": "/"},
        {"type": "path", "value": "/products*"},
        {"type": "event", "value": "add-to-cart"},
        {"type": "event", "value": "purchase"},
    ],
    "window": 7,
    "windowUnit": "day",
}
_PICTURES = (
    ("overview", "light", "?compare=prev", 0),
    ("world", "dark", "?compare=prev", 1180),
    ("funnel", "light", f"/funnel?params={quote(json.dumps(_FUNNEL))}", 330),
    ("journey", "dark", "/journey", 0),
    ("retention", "light", "/retention", 0),
    ("revenue", "dark", "/revenue", 0),
)
"""Name, theme, page, and how far down the page."""


def main() -> None:
    """Take all pictures."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        run(data, "demo", "--events", "200000", KOKUMI_ADMIN_PASSWORD=_PASSWORD)
        with serving(data, KOKUMI_ADMIN_PASSWORD=_PASSWORD) as server, chromium() as browser:
            body = {"username": "admin", "password": _PASSWORD}
            token = httpx.post(f"{server.address}/api/auth/login", json=body).json()["token"]
            headers = {"Authorization": f"Bearer {token}"}
            websites = httpx.get(f"{server.address}/api/websites", headers=headers).json()
            base = f"{server.address}/websites/{websites['data'][0]['id']}"
            for name, scheme, path, top in _PICTURES:
                picture = _taken(browser, base + path, token, scheme, top)
                _write(picture, Path(__file__).with_name(f"{name}.png"))


def _taken(browser: Browser, address: str, token: str, scheme: str, top: int) -> bytes:
    context = browser.new_context(
        viewport={"width": _WIDTH, "height": _HEIGHT},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="en-US",
    )
    context.add_init_script(f"localStorage.setItem('kokumi.token', '{token}')")
    page = context.new_page()
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("[aria-busy=true], .mantine-Skeleton-root")).to_have_count(0, timeout=30_000)
    page.wait_for_load_state("networkidle")
    page.evaluate(f"scrollTo(0, {top})")
    picture = page.screenshot()
    context.close()
    return picture


def _write(picture: bytes, target: Path) -> None:
    """Write a picture in 256 colours, which a page of a few has enough of."""
    image = Image.open(io.BytesIO(picture)).convert("RGB").quantize(256, dither=Image.Dither.NONE)
    image.save(target, optimize=True)
    print(f"{target.name}: {target.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
