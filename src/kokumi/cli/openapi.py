"""`kokumi openapi`: the description of the API, for programs that make clients or types of it."""

from __future__ import annotations

import json

import typer


def openapi() -> None:
    """Print the OpenAPI document of the API; neither data nor a server are needed."""
    from kokumi.api.application import openapi_document

    typer.echo(json.dumps(openapi_document(), indent=2, ensure_ascii=False))
