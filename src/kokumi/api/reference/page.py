"""The OpenAPI document as one HTML page: routes by group, then the schemas they name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from kokumi.api.reference.elements import Markup, element, text

Object: TypeAlias = Mapping[str, Any]

_CODE = re.compile(r"`([^`]+)`")


def reference_page(document: Object) -> str:
    """Return the page."""
    info = document["info"]
    groups = list(_groups(document))
    body = element(
        "body",
        element(
            "header",
            element("h1", f"{info['title']} API"),
            element(
                "p", f"Version {info['version']} · ", element("a", "OpenAPI document", href="/openapi.json")
            ),
            element(
                "input", type="search", id="search", placeholder="Find a route…", aria_label="Find a route"
            ),
        ),
        element("nav", *(element("a", name, href=f"#{_anchor(name)}") for name, _, _ in groups)),
        element(
            "main",
            _paragraphs(info["description"]),
            _credentials(document),
            *(_group(document, *group) for group in groups),
            element("h2", "Schemas", id="schemas"),
            *(_schema_section(name, schema) for name, schema in _schemas(document)),
        ),
    )
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"{info['title']} API"),
        element("link", rel="stylesheet", href="/docs/reference.css"),
        element("script", src="/docs/reference.js", defer="defer"),
    )
    return f"<!doctype html>\n{element('html', head, body, lang='en')}"


def _groups(document: Object) -> Iterator[tuple[str, str, list[tuple[str, str, Object]]]]:
    """Yield each group of routes: name, description, and `(method, path, operation)`."""
    for tag in document["tags"]:
        found = [
            (method.upper(), path, operation)
            for path, operations in document["paths"].items()
            for method, operation in operations.items()
            if tag["name"] in operation["tags"]
        ]
        yield tag["name"], tag["description"], found


def _group(document: Object, name: str, description: str, found: list[tuple[str, str, Object]]) -> Markup:
    return element(
        "section",
        element("h2", name[0].upper() + name[1:], id=_anchor(name)),
        _paragraphs(description),
        *(_operation(document, method, path, operation) for method, path, operation in found),
        class_="group",
    )


def _operation(document: Object, method: str, path: str, operation: Object) -> Markup:
    return element(
        "details",
        element(
            "summary",
            element("span", method, class_=f"method {method.lower()}"),
            element("code", path),
            element("span", operation.get("summary", ""), class_="summary"),
        ),
        _paragraphs(operation.get("description", "")),
        element("p", _who_may(operation), class_="credentials"),
        _parameters(operation),
        _body(operation),
        *(_response(document, status, response) for status, response in operation["responses"].items()),
        id=operation["operationId"],
        class_="operation",
    )


def _who_may(operation: Object) -> str:
    names = [next(iter(scheme)) for scheme in operation.get("security", ())]
    return f"Credentials: {' or '.join(names)}." if names else "No credentials needed."


def _parameters(operation: Object) -> Markup:
    rows = [
        element(
            "tr",
            element("td", element("code", each["name"]), _star(required=each.get("required", False))),
            element("td", f"{each['in']}: ", _type(each["schema"])),
            element("td", _rich(each.get("description", "")), _limits(each["schema"])),
        )
        for each in operation.get("parameters", ())
    ]
    return element("div", element("h4", "Parameters"), element("table", *rows)) if rows else text("")


def _body(operation: Object) -> Markup:
    content = operation.get("requestBody", {}).get("content", {}).get("application/json")
    return _content("Body", content) if content else text("")


def _response(document: Object, status: str, response: Object) -> Markup:
    """Return an answer with its sample; of an error, which always looks alike, only what it means."""
    if "$ref" in response:
        return element("p", element("code", status), " ", _resolved(document, response)["description"])
    content = response.get("content", {}).get("application/json", {})
    return _content(f"{status} — {response['description']}", content)


def _content(title: str, content: Object) -> Markup:
    schema, example = content.get("schema"), content.get("example")
    return element(
        "div",
        element("h4", title),
        element("p", _type(schema)) if schema else text(""),
        _properties(schema) if schema else text(""),
        element("pre", json.dumps(example, indent=2, ensure_ascii=False))
        if example is not None
        else text(""),
    )


def _schema_section(name: str, schema: Object) -> Markup:
    return element(
        "details",
        element("summary", element("code", name)),
        _paragraphs(schema.get("description", "")),
        text("") if schema.get("properties") else element("p", _type(schema), _limits(schema)),
        _properties(schema),
        id=f"schema-{name}",
        class_="schema",
    )


def _properties(schema: Object) -> Markup:
    required = schema.get("required", ())
    rows = [
        element(
            "tr",
            element("td", element("code", name), _star(required=name in required)),
            element("td", _type(value)),
            element("td", _rich(value.get("description", "")), _limits(value)),
        )
        for name, value in schema.get("properties", {}).items()
    ]
    return element("table", *rows) if rows else text("")


def _type(schema: Object) -> Markup:
    """Return what kind of value it is, with links to named schemas."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return element("a", name, href=f"#schema-{name}")
    for key in ("anyOf", "oneOf", "allOf"):
        if key in schema:
            return _joined(" or ", (_type(each) for each in schema[key]))
    if "enum" in schema:
        return _joined(" | ", (element("code", json.dumps(each)) for each in schema["enum"]))
    if "const" in schema:
        return element("code", json.dumps(schema["const"]))
    if schema.get("type") == "array":
        return _joined("", (text("list of "), _type(schema.get("items", {}))))
    kind = schema.get("type", "any")
    name = " or ".join(kind) if isinstance(kind, list) else kind
    return text(f"{name} ({schema['format']})" if "format" in schema else name)


_LIMITS = {
    "default": "Default {}.",
    "minimum": "At least {}.",
    "maximum": "At most {}.",
    "exclusiveMinimum": "More than {}.",
    "minLength": "At least {} characters.",
    "maxLength": "At most {} characters.",
    "minItems": "At least {} items.",
    "maxItems": "At most {} items.",
    "pattern": "Fits {}.",
}


def _limits(schema: Object) -> Markup:
    """Return default and limits, also those of the one kind that may be left out."""
    found = {**next((each for each in schema.get("anyOf", ()) if each.get("type") != "null"), {}), **schema}
    sentences = [
        words.format(json.dumps(found[key], ensure_ascii=False))
        for key, words in _LIMITS.items()
        if found.get(key) is not None
    ]
    return element("span", " ".join(["", *sentences]), class_="limits") if sentences else text("")


def _credentials(document: Object) -> Markup:
    rows = [
        element("tr", element("td", element("code", name)), element("td", _rich(scheme["description"])))
        for name, scheme in document["components"]["securitySchemes"].items()
    ]
    return element("div", element("h4", "Credentials"), element("table", *rows))


def _schemas(document: Object) -> Iterable[tuple[str, Object]]:
    return sorted(document["components"]["schemas"].items())


def _resolved(document: Object, response: Object) -> Object:
    found: Object = document["components"]["responses"][response["$ref"].rsplit("/", 1)[1]]
    return found


def _star(*, required: bool) -> Markup:
    return element("span", "*", class_="required", title="required") if required else text("")


def _paragraphs(words: str) -> Markup:
    return element("div", *(element("p", _rich(part)) for part in words.split("\n\n") if part.strip()))


def _rich(words: str) -> Markup:
    """Return text whose `backticks` are code."""
    parts = _CODE.split(words)
    return _joined(
        "", (element("code", part) if index % 2 else text(part) for index, part in enumerate(parts))
    )


def _joined(separator: str, parts: Iterable[Markup]) -> Markup:
    return Markup(str(text(separator)).join(str(part) for part in parts))


def _anchor(name: str) -> str:
    return "group-" + re.sub(r"\W+", "-", name.lower())
