"""The Dockerfile and the files of deploy/ fit the program: what they name is there, nothing is left out."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

import pytest

from docs.generated import ROOT
from kokumi.cli.main import application
from kokumi.collect.place import ADDRESS_HEADERS, PLACE_HEADERS
from kokumi.settings import Settings

_DEPLOY = ROOT / "deploy"
_SETTING = re.compile(r"\bKOKUMI_([A-Z_]+)")


def _deployed() -> list[Path]:
    return [ROOT / "Dockerfile", *sorted(_DEPLOY.iterdir())]


@pytest.mark.parametrize("path", _deployed(), ids=lambda path: path.name)
def test_settings_and_commands_are_known(path: Path) -> None:
    """A setting that was renamed would be ignored, a command refused."""
    text = path.read_text("utf-8")
    assert {name.lower() for name in _SETTING.findall(text)} <= set(Settings.model_fields)
    words = {command.name for command in application.registered_commands}
    assert set(re.findall(r"(?:bin/kokumi |\"kokumi\", \")(\w+)", text)) <= words


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_proxies_let_nobody_claim_an_address(name: str) -> None:
    """Every header that would count before X-Forwarded-For is taken from visitors."""
    text = (_DEPLOY / name).read_text("utf-8").lower()
    stronger = [
        *ADDRESS_HEADERS[: ADDRESS_HEADERS.index("x-forwarded-for")],
        *(row[0] for row in PLACE_HEADERS),
    ]
    pattern = 'proxy_set_header {} "";' if name == "nginx.conf" else "request_header -{}\n"
    assert [header for header in stronger if pattern.format(header) not in text] == []


def test_image_is_made_of_what_is_there() -> None:
    """What the Dockerfile copies exists and is let through, and the build needs nothing else."""
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    copied = [
        source
        for line in lines
        if line.startswith("COPY ") and "--from" not in line
        for source in line.split()[1:-1]
    ]
    assert [source for source in copied if not (ROOT / source).exists()] == []
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert sorted(line[1:] for line in ignored if line.startswith("!")) == sorted(copied)


def test_service_runs_the_server_as_nobody_much() -> None:
    """The unit starts the server as a user of its own, on a folder that systemd makes for that user alone."""
    unit = configparser.RawConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[assignment,method-assign] # names are as they are written
    unit.read(_DEPLOY / "kokumi.service", "utf-8")
    service = unit["Service"]
    assert {
        name: service[name] for name in ("ExecStart", "User", "StateDirectory", "StateDirectoryMode")
    } == {
        "ExecStart": "/opt/kokumi/bin/kokumi serve",
        "User": "kokumi",
        "StateDirectory": "kokumi",
        "StateDirectoryMode": "0700",
    }
    assert service["Environment"] == "KOKUMI_DATA=/var/lib/kokumi"


def test_page_names_every_header_that_is_believed() -> None:
    """Whoever writes a configuration of their own learns of each header that visitors must not send."""
    page = (ROOT / "docs" / "reverse-proxy.md").read_text("utf-8").lower()
    believed = [*ADDRESS_HEADERS, *(row[0] for row in PLACE_HEADERS)]
    assert [name for name in believed if f"`{name}`" not in page] == []
