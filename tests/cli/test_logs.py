"""What a log line holds, and what it never does."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from contextlib import redirect_stderr

import pytest
import structlog

from kokumi.cli.logs import set_up_logs
from kokumi.errors import SetupError
from kokumi.settings import Settings


@pytest.fixture
def restored() -> Iterator[None]:
    """Leave logging as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


def _fail(password: str) -> None:
    try:
        int(password)
    except ValueError as error:
        raise SetupError("it cannot start") from error


def test_exceptions_are_named_without_what_they_hold(restored: None) -> None:
    """Of a foreign exception only its kind and place are told; of our own also the message."""
    with redirect_stderr(io.StringIO()) as written:
        set_up_logs(Settings(log_format="json"))
        try:
            _fail("swordfish")
        except SetupError:
            structlog.get_logger().exception("request failed", request_id="abc")
            logging.getLogger("library").exception("library failed")
    first, second = (json.loads(line) for line in written.getvalue().splitlines())
    assert {**first, "timestamp": "", "exception": []} == {
        "event": "request failed",
        "request_id": "abc",
        "level": "error",
        "timestamp": "",
        "exception": [],
    }
    for entry in (first, second):
        outer, inner = entry["exception"]
        assert outer.startswith("SetupError (it cannot start) at test_logs.py:")
        assert inner.startswith("ValueError at test_logs.py:")
    assert "swordfish" not in written.getvalue()


def test_as_text(restored: None) -> None:
    """People read lines of text."""
    with redirect_stderr(io.StringIO()) as written:
        set_up_logs(Settings(log_format="text", log_level="warning"))
        structlog.get_logger().info("not this")
        structlog.get_logger().warning("but this", number=5)
    assert "not this" not in written.getvalue()
    assert "but this" in written.getvalue()
    assert "number" in written.getvalue()
