"""`kokumi demo`: a website full of invented visits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kokumi.settings import read_settings

if TYPE_CHECKING:
    from kokumi.app import Kokumi
    from kokumi.importers.demo.generation import Demo


def demo(
    events: Annotated[int, typer.Option(min=1, max=10**9, help="How many events to invent.")] = 200_000,
    seed: Annotated[
        int, typer.Option(min=0, max=2**63 - 1, help="Another seed makes another website with other visits.")
    ] = 1,
    end: Annotated[
        str | None,
        typer.Option(help="Instant at which the 92 days end, such as 2026-10-31T18:00:00Z; default: now."),
    ] = None,
    *,
    replace: Annotated[bool, typer.Option("--replace", help="Make it anew if it is there already.")] = False,
) -> None:
    """Make a demo website: 92 days of believable visits, the same for the same seed and end."""
    from kokumi.cli.opening import open_offline
    from kokumi.domain.times import UTC_ZONE, parse_instant, system_clock
    from kokumi.importers.demo.generation import Demo

    ends_at = system_clock() if end is None else parse_instant(end, UTC_ZONE, "--end", is_end=True)
    wanted = Demo(events=events, seed=seed, ends_at=ends_at)
    with open_offline(read_settings()) as kokumi:
        _make(wanted, kokumi, replace=replace)


def _make(wanted: Demo, kokumi: Kokumi, *, replace: bool) -> None:
    from kokumi.cli.console import answers
    from kokumi.cli.opening import owner
    from kokumi.domain.times import iso
    from kokumi.erasing.eraser import erase_now
    from kokumi.importers.demo.generation import DOMAIN, NAME
    from kokumi.metadata.websites import NewWebsite

    websites = kokumi.metadata.websites
    there = websites.find(wanted.website_id)
    if there is not None and not replace:
        answers.print(f"The website {there.name} ({there.id}) is there already; --replace makes it anew.")
        return
    if there is not None:
        websites.delete(there.id)
    erase_now(kokumi.store, kokumi.metadata, wanted.website_id, clock=kokumi.clock)
    _fill(wanted, kokumi)
    # Last, so that what was interrupted is made again and not taken for complete.
    new = websites.create(
        NewWebsite(name=NAME, domain=DOMAIN, created_by=owner(kokumi), id=wanted.website_id)
    )
    days = f"from {iso(wanted.starts_at)} to {iso(wanted.ends_at)}"
    answers.print(f"{new.name} ({new.id}): {wanted.events} events {days}.")


def _fill(wanted: Demo, kokumi: Kokumi) -> None:
    from kokumi.cli.progress import progress
    from kokumi.importers.demo.generation import generate

    with progress() as shown:
        task = shown.add_task("Inventing events", total=wanted.events)
        for stored in generate(wanted, kokumi.store):
            shown.update(task, completed=stored)
