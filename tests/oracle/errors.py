"""The caller's faults that the oracle notices."""


class BadRequestError(ValueError):
    """The product answers 400."""


class NotFoundError(LookupError):
    """The product answers 404."""
