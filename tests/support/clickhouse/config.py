"""What the servers are told: the configuration files of a ClickHouse server and of its ZooKeeper."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

USER, PASSWORD = "kokumi", "a secret"
CLUSTER = "lab"


@dataclass(frozen=True)
class Node:
    """A server's place: its folder, its ports, and which replica of which shard it is."""

    folder: Path
    http: int
    native: int
    interserver: int
    shard: int
    replica: int

    @property
    def config(self) -> Path:
        """The file that the server is started with."""
        return self.folder / "config.xml"


def write_node(node: Node, nodes: list[Node], zookeeper: int | None) -> None:
    """Write a server's configuration; without ZooKeeper it stands alone."""
    node.folder.mkdir(parents=True, exist_ok=True)
    (node.folder / "users.xml").write_text(_users(), "utf-8")
    together = "" if zookeeper is None else _together(nodes, zookeeper)
    node.config.write_text(
        f"""
<clickhouse>
  <logger>
    <level>warning</level>
    <log>{node.folder}/log</log>
    <errorlog>{node.folder}/errors</errorlog>
  </logger>
  <listen_host>127.0.0.1</listen_host>
  <http_port>{node.http}</http_port>
  <tcp_port>{node.native}</tcp_port>
  <interserver_http_port>{node.interserver}</interserver_http_port>
  <interserver_http_host>127.0.0.1</interserver_http_host>
  <path>{node.folder}/data/</path>
  <tmp_path>{node.folder}/data/tmp/</tmp_path>
  <user_files_path>{node.folder}/data/user_files/</user_files_path>
  <format_schema_path>{node.folder}/data/format_schemas/</format_schema_path>
  <user_directories><users_xml><path>{node.folder}/users.xml</path></users_xml></user_directories>
  <mark_cache_size>268435456</mark_cache_size>
  <max_server_memory_usage_to_ram_ratio>0.4</max_server_memory_usage_to_ram_ratio>
  <access_control_improvements>
    <select_from_system_db_requires_grant>true</select_from_system_db_requires_grant>
    <on_cluster_queries_require_cluster_grant>true</on_cluster_queries_require_cluster_grant>
  </access_control_improvements>
  <macros><shard>{node.shard}</shard><replica>{node.replica}</replica></macros>
  {together}
</clickhouse>
""",
        "utf-8",
    )


def write_zookeeper(folder: Path, port: int) -> Path:
    """Write ZooKeeper's configuration, and return its file."""
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / "zoo.cfg"
    config.write_text(
        f"""
tickTime=2000
dataDir={folder}/data
clientPort={port}
clientPortAddress=127.0.0.1
admin.enableServer=false
maxClientCnxns=0
4lw.commands.whitelist=ruok
""",
        "utf-8",
    )
    return config


def _together(nodes: list[Node], zookeeper: int) -> str:
    shards = "".join(_shard(nodes, shard) for shard in sorted({node.shard for node in nodes}))
    return f"""<remote_servers replace="1"><{CLUSTER}>{shards}</{CLUSTER}></remote_servers>
  <zookeeper>
    <node><host>127.0.0.1</host><port>{zookeeper}</port></node>
    <session_timeout_ms>10000</session_timeout_ms>
  </zookeeper>
  <distributed_ddl><path>/clickhouse/task_queue/ddl</path></distributed_ddl>"""


def _shard(nodes: list[Node], shard: int) -> str:
    replicas = "".join(
        f"<replica><host>127.0.0.1</host><port>{node.native}</port>"
        f"<user>{USER}</user><password>{PASSWORD}</password></replica>"
        for node in nodes
        if node.shard == shard
    )
    return f"<shard><internal_replication>true</internal_replication>{replicas}</shard>"


GRANTS = (
    "select, insert, create table, drop table, alter table on {database}.*",
    "select on system.*",
    "cluster, remote on *.*",
)
"""What the store's user may do, as docs/cluster.md says it; the tests themselves are `default`."""

_USER = """
    <{name}>
      <password>{password}</password>
      <networks><ip>127.0.0.1</ip></networks>
      <profile>default</profile>
      <quota>default</quota>
      {more}
    </{name}>"""


def _users() -> str:
    granted = "".join(f"<query>grant {grant.format(database='test_*')}</query>" for grant in GRANTS)
    tests = _USER.format(name="default", password="", more="<access_management>1</access_management>")
    store = _USER.format(name=USER, password=PASSWORD, more=f"<grants>{granted}</grants>")
    return f"""
<clickhouse>
  <profiles><default/></profiles>
  <users>{tests}{store}
  </users>
  <quotas><default/></quotas>
</clickhouse>
"""
