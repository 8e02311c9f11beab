"""`kokumi agents` and `kokumi import log`, as people run them."""

from __future__ import annotations

import json
import tarfile
from hashlib import sha256
from pathlib import Path

from cli.conftest import Run

_LINE = '192.0.2.7 - - [09/Oct/2025:08:53:20 +0000] "GET /a HTTP/1.1" 200 5 "-" "GPTBot/1.2"\n'


def test_install_import_and_classify(run: Run, tmp_path: Path) -> None:
    published = tmp_path / "gptbot.json"
    published.write_text(json.dumps({"creationTime": "2026", "prefixes": [{"ipv4Prefix": "192.0.2.0/24"}]}))
    digest = sha256(published.read_bytes()).hexdigest()
    refused = run("agents", "install", "OpenAI", str(published), "--sha256", "0" * 64)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert f"The file has the SHA-256 {digest}" in refused.stderr
    done = run("agents", "install", "OpenAI", str(published), "--sha256", digest)
    assert done.stdout == f"Installed 1 networks of OpenAI (SHA-256 {digest}).\n"
    listed = run("agents", "list").stdout
    assert all(word in listed for word in ("OpenAI", "2026", str(published)))
    assert run("agents", "classify").stdout == "Read 0 user agents; 0 are somebody else's now.\n"
    archive = tmp_path / "backup.tar"
    assert run("backup", str(archive)).returncode == 0
    with tarfile.open(archive) as saved:
        assert "./agents/openai.ranges.json" in saved.getnames()
    website = run("websites", "create", "Shop").stdout.strip()
    file = tmp_path / "access.log"
    file.write_text(_LINE + "nonsense\n" + _LINE.replace("GPTBot/1.2", "Mozilla/5.0 Umami/v20"))
    first = run("import", "log", str(file), "--website", website)
    assert first.stdout.splitlines() == [
        "Read 3 lines and stored 1 fetches of agents.",
        "Left out 1 requests of people.",
        "Skipped 1 lines that are neither JSON objects nor in the combined format.",
    ]
    second = run("import", "log", str(file), "--website", website)
    assert "stored 0 fetches" in second.stdout
    assert "Skipped 1 fetches that are stored already." in second.stdout
    assert run("agents", "classify").stdout == "Read 1 user agents; 0 are somebody else's now.\n"


def test_what_is_wrong_is_said(run: Run, tmp_path: Path) -> None:
    for arguments, sentence in (
        (("agents", "install", "OpenAI", str(tmp_path / "none")), "cannot be read"),
        (("agents", "install", "OpenAI", "https://127.0.0.1:1/x"), "cannot be fetched"),
        (("import", "log", str(tmp_path / "none"), "--website", "x"), "id"),
        (
            ("import", "log", "x", "--website", "11111111-0000-4000-8000-000000000001"),
            "There is no such website.",
        ),
    ):
        refused = run(*arguments)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert sentence in refused.stderr
