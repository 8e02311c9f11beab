"""Logs: one line an event, as JSON or text, on stderr; the server's own and the libraries' alike."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

import structlog
from structlog.types import EventDict, Processor

from kokumi.errors import KokumiError
from kokumi.settings import Settings

_FRAMES = 12
"""How many of the innermost calls are named for each exception."""


def set_up_logs(settings: Settings) -> None:
    """Write this process's logs in the form and from the level that the settings say."""
    as_text = settings.log_format == "text" or (settings.log_format == "auto" and sys.stderr.isatty())
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(settings.log_level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[_first_line, *shared],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *_rendering(as_text=as_text),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level.upper())
    # Their information is about each migration and each connection, which nobody asked for.
    for chatty in ("alembic", "clickhouse_connect", "sqlalchemy", "uvicorn"):
        logging.getLogger(chatty).setLevel(logging.WARNING)


def _rendering(*, as_text: bool) -> tuple[Processor, ...]:
    return (
        _name_exception,
        structlog.dev.ConsoleRenderer() if as_text else structlog.processors.JSONRenderer(),
    )


def _first_line(_logger: object, _method: str, entry: EventDict) -> EventDict:
    """Leave of a library's message what it is about: asyncio goes on with objects and what they hold."""
    entry["event"] = str(entry["event"]).partition("\n")[0]
    return entry


def _name_exception(_logger: object, _method: str, entry: EventDict) -> EventDict:
    """Put in an exception's place what it was and where, without values of variables or messages.

    Those may be passwords, addresses or what a visitor typed.
    """
    found = entry.pop("exc_info", None)
    error = sys.exc_info()[1] if found is True else found[1] if isinstance(found, tuple) else found
    if isinstance(error, BaseException):
        entry["exception"] = list(_chain(error))
    return entry


def _chain(error: BaseException | None) -> Iterator[str]:
    while error is not None:
        places = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
        where = " > ".join(f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in places)
        reason = f" ({error})" if isinstance(error, KokumiError) else ""
        yield f"{type(error).__name__}{reason} at {where}"
        error = error.__cause__ or error.__context__
