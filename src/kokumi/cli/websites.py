"""`kokumi websites …`: websites, without signing in."""

from __future__ import annotations

from typing import Annotated

import typer

from kokumi.cli.console import answers, show
from kokumi.domain.erasure import MAX_RETENTION_DAYS
from kokumi.errors import BadRequestError

application = typer.Typer(name="websites", help="Websites and their events.", no_args_is_help=True)

WebsiteId = Annotated[str, typer.Argument(metavar="ID", help="The website's id.")]


@application.command("list")
def list_websites() -> None:
    """List all websites, oldest first."""
    from kokumi.cli.people import opened_metadata
    from kokumi.metadata.paging import every_page

    with opened_metadata() as metadata:
        websites = every_page(metadata.websites.all)
    rows = [
        (website.name, website.domain, website.owner_name or f"team {website.team_id}", str(website.id))
        for website in websites
    ]
    show(("name", "domain", "of", "id"), rows)


@application.command("create")
def create(
    name: Annotated[str, typer.Argument(help="The website's name.")],
    domain: Annotated[str, typer.Option(help="Where it is found.")] = "",
    owner: Annotated[str, typer.Option(help="The user whose it shall be.")] = "admin",
) -> None:
    """Make a website, and print its id."""
    from kokumi.cli.people import opened_metadata, user_named
    from kokumi.metadata.names import check_name
    from kokumi.metadata.websites import NewWebsite

    check_name(name, "NAME", 100)
    if domain:
        check_name(domain, "--domain", 500)
    with opened_metadata() as metadata:
        user = user_named(metadata, owner)
        website = metadata.websites.create(NewWebsite(name, domain, user.id))
    answers.print(str(website.id))


@application.command("transfer")
def transfer(
    website_id: WebsiteId, username: Annotated[str, typer.Argument(help="The user whose it shall be.")]
) -> None:
    """Give a website to a user."""
    from kokumi.cli.people import opened_metadata, parse_id, user_named

    with opened_metadata() as metadata:
        user = user_named(metadata, username)
        website = metadata.websites.transfer(parse_id(website_id), user_id=user.id)
    answers.print(f"{website.name} belongs to {username}.")


@application.command("reset")
def reset(website_id: WebsiteId) -> None:
    """Delete a website's events; those that come in from now on are kept."""
    from kokumi.cli.opening import open_offline
    from kokumi.cli.people import parse_id
    from kokumi.erasing.eraser import erase_now
    from kokumi.settings import read_settings

    wanted = parse_id(website_id)
    with open_offline(read_settings()) as kokumi:
        website = kokumi.metadata.websites.reset(wanted)
        erase_now(kokumi.store, kokumi.metadata, website.id, clock=kokumi.clock)
    answers.print(f"{website.name} starts anew.")


@application.command("delete")
def delete(website_id: WebsiteId) -> None:
    """Delete a website with its events and all that belongs to it."""
    from kokumi.cli.opening import open_offline
    from kokumi.cli.people import parse_id
    from kokumi.erasing.eraser import erase_now
    from kokumi.settings import read_settings

    wanted = parse_id(website_id)
    with open_offline(read_settings()) as kokumi:
        kokumi.metadata.websites.delete(wanted)
        erase_now(kokumi.store, kokumi.metadata, wanted, clock=kokumi.clock)
    answers.print("The website is deleted.")


@application.command("retention")
def retention(
    website_id: WebsiteId,
    days: Annotated[
        int | None,
        typer.Argument(
            min=1, max=MAX_RETENTION_DAYS, help="Days to keep events; none ends the website's own period."
        ),
    ] = None,
) -> None:
    """Set or end a website's retention period. Older events are erased once a day."""
    from kokumi.cli.people import opened_metadata, parse_id
    from kokumi.settings import read_settings

    longest = read_settings().retention_days
    if days is not None and longest is not None and days > longest:
        raise BadRequestError(f"DAYS: must be at most {longest}, as KOKUMI_RETENTION_DAYS says")
    with opened_metadata() as metadata:
        website = metadata.websites.update(parse_id(website_id), retention_days=days, unlimited=days is None)
    kept = days or longest
    answers.print(f"{website.name} keeps its events {f'for {kept} days' if kept else 'for ever'}.")
