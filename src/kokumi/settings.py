"""What an operator can set: one frozen class, each field with default, help and environment name."""

from __future__ import annotations

import os
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from kokumi.errors import SetupError

Network: TypeAlias = IPv4Network | IPv6Network
Networks: TypeAlias = Annotated[tuple[Network, ...], NoDecode]
Words: TypeAlias = Annotated[tuple[str, ...], NoDecode]

_PASSWORD = "KOKUMI_ADMIN_PASSWORD"  # noqa: S105 - its name


class Settings(BaseSettings):
    """The settings of one process, read from the environment (`KOKUMI_…`) once, at the start."""

    model_config = SettingsConfigDict(
        env_prefix="KOKUMI_", frozen=True, extra="ignore", env_ignore_empty=True, hide_input_in_errors=True
    )

    data: Path = Field(Path("kokumi-data"), description="Folder that holds everything the server keeps.")
    events: str | None = Field(
        None,
        description="Event store: `chdb:///folder` (embedded) or "
        "`clickhouse://user:password@host:8123/database`, on a cluster with `?cluster=name` behind it "
        "(`docs/cluster.md`). "
        "Default: embedded, in the folder `events` of `KOKUMI_DATA`.",
    )
    metadata: str | None = Field(
        None,
        description="Database of users, websites and saved reports: `sqlite:///file` or `postgresql://…`. "
        "Default: SQLite, the file `metadata.sqlite` in `KOKUMI_DATA`.",
    )
    host: str = Field("127.0.0.1", description="Address that `kokumi serve` listens on.")
    port: int = Field(
        8000, ge=0, le=65535, description="Port that `kokumi serve` listens on; 0 takes a free one."
    )
    connections: int | None = Field(
        None,
        ge=16,
        le=1_000_000,
        description="Connections that may be open at the same time; one address may have an eighth of them. "
        "Default: half as many as the process may open files, at most 4096.",
    )
    admin_password: SecretStr | None = Field(
        None,
        description="Password of the user `admin` made at the first start. "
        "Default: one is generated and printed once.",
    )
    session_period: Literal["day", "week", "month"] = Field(
        "month", description="How long a visitor without an id is recognised: a UTC day, week or month."
    )
    trusted_proxies: Networks = Field(
        (),
        description="Addresses or networks, separated by commas, whose headers may name the visitor's "
        "address and place. Empty: no header is believed.",
    )
    country_database: Path | None = Field(
        None, description="A `.mmdb` file for places. Default: the country database that comes with Kokumi."
    )
    ignore_addresses: Networks = Field(
        (), description="Visitors from these addresses or networks, separated by commas, are not counted."
    )
    ignore_paths: Words = Field(
        (),
        description="Events on these paths, separated by commas, are not counted; `*` stands for any text.",
    )
    late_days: int = Field(
        7,
        ge=0,
        le=36_500,
        description="How many days ago an event may have happened, by its `timestamp`. Whoever may edit the "
        "website can send older ones, with an API key.",
    )
    bot_check: bool = Field(True, description="Whether events of bots are kept apart from those of people.")
    retention_days: int | None = Field(
        None,
        ge=1,
        le=36_500,
        description="The retention period: days that events are kept. Older ones are erased once a day. A "
        "website may have a shorter period of its own. Empty: for ever.",
    )
    base_currency: str = Field(
        "EUR",
        pattern="^[A-Z]{3}$",
        description="The currency that exchange rates are about (`kokumi rates`): a rate is what one unit of "
        "it is worth.",
    )
    query_threads: int = Field(
        2,
        ge=1,
        le=64,
        description="Reports that run at the same time. One more runs for somebody who has none running yet.",
    )
    query_seconds: float = Field(30.0, gt=0, description="Time limit of one report, in seconds.")
    query_memory: int = Field(
        3_000_000_000, ge=50_000_000, description="Memory limit of one report, in bytes."
    )
    log_format: Literal["auto", "json", "text"] = Field(
        "auto", description="Log lines as JSON or as text. `auto`: text on a terminal, JSON otherwise."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="The least severe log lines to write."
    )

    @field_validator("trusted_proxies", "ignore_addresses", "ignore_paths", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @property
    def most_reports(self) -> int:
        """The most reports that run at once: one more than usual, of a caller who has no other running."""
        return self.query_threads + 1

    @property
    def events_dsn(self) -> str:
        """The event store's address, the default filled in."""
        return self.events or f"chdb://{(self.data / 'events').resolve()}"

    @property
    def metadata_dsn(self) -> str:
        """The metadata database's address, the default filled in."""
        return self.metadata or f"sqlite:///{(self.data / 'metadata.sqlite').resolve()}"


def read_settings(**overrides: object) -> Settings:
    """Return the settings of the environment, with the given ones (of the command line) in their place.

    The first password is removed from the environment: nothing that this process starts needs it.

    Raises:
        SetupError: a value is not valid; the message names the variable, never its value.
    """
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        found = Settings()
        return Settings.model_validate({**found.model_dump(), **given}) if given else found
    except ValidationError as error:
        problems = [f"KOKUMI_{str(issue['loc'][0]).upper()}: {issue['msg']}" for issue in error.errors()]
        raise SetupError("; ".join(problems)) from None
    finally:
        os.environ.pop(_PASSWORD, None)
