"""`kokumi agents …`: the addresses by which agents are verified, and stored fetches read again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kokumi.cli.console import answers, show
from kokumi.errors import BadRequestError

application = typer.Typer(
    name="agents", help="Programs that fetch pages: whose they are, and what proves it.", no_args_is_help=True
)

_SECONDS = 30


@application.command("install")
def install_ranges(
    operator: Annotated[str, typer.Argument(help="The operator as the figures name it, such as OpenAI.")],
    source: Annotated[
        str, typer.Argument(help="A JSON file of networks or keys, or the https:// address where it is.")
    ],
    sha256: Annotated[
        str | None, typer.Option(help="The hash that the file must have, in hexadecimal digits.")
    ] = None,
) -> None:
    """Install the addresses or the keys of an operator's agents, in place of those from before.

    A server that runs reads them at its next start.
    """
    from hashlib import sha256 as hashed

    from kokumi.agents.keys import install_keys, is_directory, read_keys
    from kokumi.agents.ranges import install, read_published
    from kokumi.settings import read_settings

    content = _fetch(source) if source.startswith("https://") else _read(Path(source))
    found = hashed(content).hexdigest()
    if sha256 is not None and found != sha256.lower():
        raise BadRequestError(f"The file has the SHA-256 {found}, not the one that was asked for.")
    data = read_settings().data
    if is_directory(content):
        keys = read_keys(content, operator=operator, source=source)
        install_keys(data, keys)
        answers.print(f"Installed {len(keys.by_id)} keys of {operator} (SHA-256 {found}).")
        return
    published = read_published(content, operator=operator, source=source)
    install(data, published)
    answers.print(f"Installed {len(published.networks)} networks of {operator} (SHA-256 {found}).")


@application.command("list")
def list_ranges() -> None:
    """List the operators whose addresses or keys are installed."""
    from kokumi.agents.keys import installed_keys
    from kokumi.agents.ranges import installed
    from kokumi.settings import read_settings

    data = read_settings().data
    networks = [
        (each.operator, f"{len(each.networks)} networks", each.created, each.source)
        for each in installed(data)
    ]
    keys = [(each.operator, f"{len(each.by_id)} keys", "", each.source) for each in installed_keys(data)]
    show(("operator", "has", "published", "source"), sorted([*networks, *keys]))


@application.command("classify")
def classify_fetches() -> None:
    """Read the user agents of stored fetches again, after a new version has brought other lists."""
    from kokumi.cli.opening import open_offline
    from kokumi.collect.classification import classify
    from kokumi.settings import read_settings

    with open_offline(read_settings()) as kokumi:
        done = classify(kokumi.store)
    answers.print(f"Read {done.read} user agents; {done.changed} are somebody else's now.")


def _read(file: Path) -> bytes:
    from kokumi.agents.files import MAX_BYTES

    try:
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise BadRequestError(f"{file} cannot be read: {error.strerror}") from None


def _fetch(address: str) -> bytes:
    from http.client import HTTPException
    from urllib.request import Request, urlopen

    from kokumi import __version__
    from kokumi.agents.files import MAX_BYTES

    request = Request(address, headers={"User-Agent": f"kokumi/{__version__}"})  # noqa: S310 - https only
    try:
        with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 - https only
            content: bytes = answer.read(MAX_BYTES + 1)
            return content
    except (OSError, HTTPException, ValueError) as error:
        raise BadRequestError(f"{address} cannot be fetched: {error}") from None
