"""The reference for people: whole, without anything from other servers, and under a strict policy."""

from __future__ import annotations

import re

import httpx
import pytest

from kokumi.api.application import openapi_document
from kokumi.api.reference.elements import element

pytestmark = pytest.mark.anyio


async def test_the_page_shows_every_route_and_schema(http: httpx.AsyncClient) -> None:
    page = await http.get("/docs")
    document = openapi_document()
    ids = set(re.findall(r' id="([^"]+)"', page.text))
    operations = {each["operationId"] for path in document["paths"].values() for each in path.values()}
    schemas = {f"schema-{name}" for name in document["components"]["schemas"]}
    assert operations | schemas <= ids
    links = set(re.findall(r'href="#([^"]+)"', page.text))
    assert links <= ids


async def test_the_page_brings_all_it_needs(http: httpx.AsyncClient) -> None:
    page = await http.get("/docs")
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'; script-src 'self';")
    assert "unsafe" not in policy
    assert "http" not in "".join(re.findall(r'(?:src|href)="([^"]+)"', page.text))
    assert not re.search(r"<style|style=|<script>| on\w+=", page.text)
    for name, media_type in (("reference.css", "text/css"), ("reference.js", "text/javascript")):
        part = await http.get(f"/docs/{name}")
        assert (part.status_code, part.headers["content-type"].split(";")[0]) == (200, media_type)


def test_text_is_escaped() -> None:
    made = element("a", "<b> & ", element("i", "x"), href='"', aria_label="<")
    assert str(made) == '<a href="&quot;" aria-label="&lt;">&lt;b&gt; &amp; <i>x</i></a>'
