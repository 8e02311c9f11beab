"""The two families of errors: the caller's fault, told in full, and ours, which stays inside.

What status a code has on the wire is decided in one place, `kokumi.api.server.errors`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing wrong with a request: where (`parameters.steps.0.value`) and what would be right."""

    path: str
    message: str


class CallerError(Exception):
    """A request that cannot be served as it is; `message` is a sentence for the person who sent it."""

    code = "bad-request"

    def __init__(self, message: str, *details: Detail) -> None:
        super().__init__(message)
        self.message = message
        self.details = details


class BadRequestError(CallerError):
    """A value is missing, of the wrong type or out of range."""

    @classmethod
    def at(cls, path: str, message: str) -> BadRequestError:
        """Return the error for one field."""
        return cls(f"{path}: {message}" if path else message, Detail(path, message))


class UnauthorizedError(CallerError):
    """No credentials, or ones that are not (or no longer) valid."""

    code = "unauthorized"


class ForbiddenError(CallerError):
    """The caller may not do this; also said of a website that does not exist (docs/spec/requests.md)."""

    code = "forbidden"


class NotSharedError(ForbiddenError):
    """The share link that the caller came by does not open this."""

    code = "not-shared"


class NotFoundError(CallerError):
    """There is no such thing, or it belongs to another website."""

    code = "not-found"


class ConflictError(CallerError):
    """It clashes with what is there, such as a name that is taken."""

    code = "conflict"


class TooLargeError(CallerError):
    """The body is larger than what is accepted."""

    code = "too-large"


class TooManyRequestsError(CallerError):
    """The caller should slow down; `retry_after` in seconds."""

    code = "too-many-requests"

    def __init__(self, message: str, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class QueryTooLargeError(CallerError):
    """A report went past its limit of time or memory; the message says what would make it smaller."""

    code = "query-too-large"


class OverloadedError(CallerError):
    """The server has as much work as it can hold; nothing was stored. `retry_after` in seconds."""

    code = "overloaded"

    def __init__(self, message: str, retry_after: int = 1) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class KokumiError(Exception):
    """Our own fault, or the operator's: logged with its request id, shown outside without internals."""


class SetupError(KokumiError):
    """The program cannot start as it is set up; the message tells the operator what to change."""
