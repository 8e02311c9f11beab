"""The two stores: whether they can be reached, and whether their schema is this program's."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.engine import make_url

from kokumi.cli.checks.finding import Finding, ok, problem, warning
from kokumi.cli.first_admin import USERNAME
from kokumi.cli.lock import Holder, data_lock
from kokumi.domain.erasure import expired
from kokumi.domain.times import DAY, iso, system_clock
from kokumi.errors import SetupError
from kokumi.events import state as events_state
from kokumi.metadata import state as metadata_state
from kokumi.settings import Settings

_NEWER = "Install the version of Kokumi that wrote it, or a later one."
_OLDER = "Make a backup, then start the server: it migrates."


def metadata(settings: Settings) -> list[Finding]:
    """How the database of users and websites is, and whether the first password is still in force."""
    name = "metadata"
    if _is_missing(settings.metadata_dsn):
        return [warning(name, "There is no database yet.", "The first `kokumi serve` makes it.")]
    given = None if settings.admin_password is None else settings.admin_password.get_secret_value()
    try:
        found = metadata_state.read_state(settings.metadata_dsn, USERNAME, given)
    except SetupError as error:
        return [problem(name, f"It cannot be reached: {error}", "See to it, or to KOKUMI_METADATA.")]
    if found.damage:
        return [problem(name, f"The file is damaged: {found.damage}", "Stop the server, restore a backup.")]
    findings = [_schema(name, found.revision or "", found.latest)]
    if given is not None:
        findings.append(_password(is_in_force=found.has_password))
    if found.revision == found.latest:
        findings += [_erasures(found), _retention(settings, found)]
    return findings


def events(settings: Settings, holding: Holder | None, *, may_open: bool) -> Finding:
    """How the event store is; an embedded one that another process has open is left to it."""
    name = "events"
    is_embedded = settings.events_dsn.startswith("chdb:")
    if is_embedded and holding is not None:
        return ok(name, f"The embedded engine is open in {holding}.")
    if is_embedded and not Path(settings.events_dsn.removeprefix("chdb://")).exists():
        return warning(name, "There is no event store yet.", "The first `kokumi serve` makes it.")
    if is_embedded and not may_open:
        return warning(name, "Not looked at.", "Run this as the user that the server runs as.")
    try:
        if not is_embedded:
            return _events(name, settings)
        with data_lock(settings.data):
            return _events(name, settings)
    except SetupError as error:
        return problem(name, f"It cannot be opened: {error}", "See to it, or to KOKUMI_EVENTS.")


def _events(name: str, settings: Settings) -> Finding:
    found = events_state.read_state(settings.events_dsn)
    if found.version == found.latest and found.oldest is not None:
        last = expired(system_clock() - DAY, settings.retention_days, ()).before
        if last is not None and found.oldest < last:
            return warning(
                name,
                f"The oldest event is from {iso(found.oldest)[:10]}, and events are kept for "
                f"{settings.retention_days} days.",
                "It is erased when the server starts, or within a day. To keep it, raise "
                "KOKUMI_RETENTION_DAYS before.",
            )
    return _schema(name, f"{found.version:04}" if found.version else "", f"{found.latest:04}")


def _schema(name: str, found: str, latest: str) -> Finding:
    if found == latest:
        return ok(name, f"It can be reached, its schema is this program's ({latest}).")
    if not found:
        return warning(name, "It can be reached, and is empty.", "The first `kokumi serve` makes its schema.")
    sentence = f"Its schema is {found}, this program's is {latest}."
    return problem(name, sentence, _NEWER) if found > latest else warning(name, sentence, _OLDER)


def _erasures(found: metadata_state.DatabaseState) -> Finding:
    name = "erasures"
    if found.failing:
        return warning(
            name,
            f"{found.waiting} waiting; {found.failing} of them failed and will be tried again.",
            "Read the server's log for `erasing fails`, then see to the event store: its disk, its user.",
        )
    return ok(name, f"{found.waiting} waiting." if found.waiting else "None waiting.")


def _retention(settings: Settings, found: metadata_state.DatabaseState) -> Finding:
    kept = "for ever" if settings.retention_days is None else f"for {settings.retention_days} days"
    own = found.own_retentions
    limits = "1 website has a period of its own" if own == 1 else f"{own} websites have periods of their own"
    return ok("retention period", f"Events are kept {kept}; {limits}.")


def _password(*, is_in_force: bool) -> Finding:
    name = "first password"
    if not is_in_force:
        return ok(name, f"The user {USERNAME} has another one than KOKUMI_ADMIN_PASSWORD.")
    return warning(
        name,
        f"The user {USERNAME} still has the one of KOKUMI_ADMIN_PASSWORD, which stands in the environment.",
        f"kokumi users set-password {USERNAME}, then remove the variable.",
    )


def _is_missing(dsn: str) -> bool:
    """Whether it is a file that is not there; looking into it would make it."""
    if not dsn.startswith("sqlite:"):
        return False
    return not Path(make_url(dsn).database or "").is_file()
