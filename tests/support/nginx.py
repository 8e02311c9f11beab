"""A real nginx before a server, with the configuration that the project ships."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.required import is_here

PEER = "X-Test-Peer"
"""The header that stands for the address a visitor connects from: on one machine there is but one."""

_PATIENCE = 30.0
_FRAME = """
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    set_real_ip_from 127.0.0.1;
    real_ip_header {peer};
    {server}
}}
"""


def program() -> str | None:
    """Return where nginx is, if this machine has one."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


IS_HERE = is_here("nginx", found=program() is not None)


@contextmanager
def before(upstream: str, configuration: Path, folder: Path) -> Iterator[str]:
    """Run nginx before the server of that address, without TLS, and return its own address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = _without_tls(configuration.read_text("utf-8"), port, upstream)
    written = folder / "nginx.conf"
    written.write_text(_FRAME.format(folder=folder, peer=PEER, server=server), "utf-8")
    command = [program() or "nginx", "-c", str(written), "-p", str(folder), "-g", _directives()]
    with subprocess.Popen(command) as process:
        try:
            _wait(port, process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _directives() -> str:
    # The workers would run as nobody, who may not look into the test's folder.
    return "daemon off;" + (" user root;" if os.geteuid() == 0 else "")


def _without_tls(configuration: str, port: int, upstream: str) -> str:
    """Return what stands before all servers, and the block that serves, listening here and without TLS."""
    shared = configuration[: configuration.index("server {")]
    block = configuration[configuration.rindex("server {") :]
    block = re.sub(r"^\s*(listen \[::\]|ssl_).*$", "", block, flags=re.MULTILINE)
    block = re.sub(r"listen 443 .*;", f"listen 127.0.0.1:{port};", block)
    return shared + block.replace("http://127.0.0.1:8000", upstream)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            continue
        return
    raise AssertionError("nginx did not start")
