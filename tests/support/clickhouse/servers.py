"""Servers that are started, stopped and killed: one alone, or shards and replicas with a ZooKeeper."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import clickhouse_connect
import httpx

from support.clickhouse.config import CLUSTER, PASSWORD, USER, Node, write_node, write_zookeeper
from support.required import is_here

_LIBRARY = Path(__file__).parents[3] / ".cache" / "clickhouse" / "chdb" / "_chdb.abi3.so"
_JARS = Path("/usr/share/java")
_JARS_NEEDED = (
    "zookeeper", "netty-*", "jctools-core", "snappy-java", "metrics-core", "commons-cli", "commons-io",
    "jackson-core", "jackson-annotations", "jackson-databind", "slf4j-api", "slf4j-nop",
)  # fmt: skip
_PATIENCE = 120.0
_PAUSE = 0.05


def is_server_there() -> bool:
    """Return whether `make` has fetched the server."""
    return is_here("ClickHouse server", found=_LIBRARY.is_file())


def is_cluster_there() -> bool:
    """Return whether there is also what a cluster needs: Java, and ZooKeeper as Debian packs it."""
    has_zookeeper = shutil.which("java") is not None and (_JARS / "zookeeper.jar").is_file()
    return is_server_there() and is_here("Java with ZooKeeper", found=has_zookeeper)


@dataclass
class Servers:
    """Running servers; number 0 is the first replica of the first shard."""

    nodes: list[Node]
    processes: dict[int, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def is_cluster(self) -> bool:
        """Whether there is more than one."""
        return len(self.nodes) > 1

    def new_database(self, node: int = 0) -> str:
        """Return the address, on that server, of a database that nobody has used."""
        name = f"test_{uuid4().hex}"
        self.ask(f"create database {name}" + (f" on cluster '{CLUSTER}'" if self.is_cluster else ""))
        return self.address(name, node)

    def address(self, database: str, node: int = 0) -> str:
        """Return the address of a database on that server."""
        host = f"clickhouse://{USER}:{quote(PASSWORD)}@127.0.0.1:{self.nodes[node].http}/{database}"
        return f"{host}?cluster={CLUSTER}" if self.is_cluster else host

    def ask(self, statement: str, node: int = 0) -> object:
        """Return what a statement of the tests' own answers."""
        client = clickhouse_connect.get_client(
            host="127.0.0.1", port=self.nodes[node].http, username="default"
        )
        try:
            return client.command(statement)
        finally:
            client.close()

    def start(self, number: int) -> None:
        """Start a server, and return when it answers."""
        node = self.nodes[number]
        command = [sys.executable, str(Path(__file__).with_name("node.py")), str(_LIBRARY), str(node.config)]
        self.processes[number] = _spawn(command, node.folder)
        _wait(lambda: _says_ok(node.http), self.processes[number], node.folder)

    def end(self, number: int, how: signal.Signals = signal.SIGTERM) -> None:
        """Send a server a signal, and return when it is gone."""
        process = self.processes.pop(number)
        process.send_signal(how)
        process.wait(_PATIENCE)

    def kill(self) -> None:
        """End all that run."""
        for process in self.processes.values():
            _kill(process)


@contextmanager
def running(*, shards: int = 1, replicas: int = 1) -> Iterator[Servers]:
    """Run servers for the time of the block; more than one are a cluster."""
    folder = Path(tempfile.mkdtemp(prefix="kokumi-clickhouse-"))
    count = shards * replicas
    ports = iter(_free_ports(3 * count + 1))
    with ExitStack() as ending:
        ending.callback(shutil.rmtree, folder)
        zookeeper = None
        if count > 1:
            zookeeper = next(ports)
            ending.callback(_kill, _start_zookeeper(folder / "zookeeper", zookeeper))
        servers = Servers(
            [
                Node(folder / str(number), next(ports), next(ports), next(ports), *divmod(number, replicas))
                for number in range(count)
            ]
        )
        ending.callback(servers.kill)
        for number, node in enumerate(servers.nodes):
            write_node(node, servers.nodes, zookeeper)
            servers.start(number)
        yield servers


def _start_zookeeper(folder: Path, port: int) -> subprocess.Popen[bytes]:
    config = write_zookeeper(folder, port)
    jars = [str(path) for name in _JARS_NEEDED for path in _JARS.glob(f"{name}.jar")]
    java = ["java", "-Xmx256m", "-Dzookeeper.jmx.log4j.disable=true", "-cp", ":".join(jars)]
    process = _spawn(
        [*java, "org.apache.zookeeper.server.ZooKeeperServerMain", str(config)],
        folder,
    )
    _wait(lambda: _says_imok(port), process, folder)
    return process


def _spawn(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    with (folder / "output").open("ab") as output:
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd=folder)


def _wait(is_up: Callable[[], bool], process: subprocess.Popen[bytes], folder: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not is_up():
        if process.poll() is not None or time.monotonic() > deadline:
            _kill(process)
            raise AssertionError(f"did not start:\n{(folder / 'output').read_text('utf-8', 'replace')}")
        time.sleep(_PAUSE)


def _says_ok(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/ping", timeout=2).text == "Ok.\n"
    except httpx.TransportError:
        return False


def _says_imok(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2) as connection:
            connection.sendall(b"ruok")
            return connection.recv(16) == b"imok"
    except OSError:
        return False


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait(_PATIENCE)


def _free_ports(count: int) -> list[int]:
    """Return ports that nobody listens on, each another."""
    with ExitStack() as held:
        listeners = [held.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(count)]
        return [listener.getsockname()[1] for listener in listeners]
