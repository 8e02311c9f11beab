"""Pages on the reports and filters, as they come out of the code: registry, schemas, catalogue, operators."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from kokumi.api.application import openapi_document
from kokumi.domain.columns import COLUMNS, Level
from kokumi.filters.tree import Operator
from kokumi.filters.wire import OPERATOR_SENTENCES
from kokumi.reports.registry import REPORTS, AnyReport

DOCUMENT = openapi_document()
WEBSITE = "86d4095c-a2a8-4fc8-9521-103e858e2b41"
SCHEMAS: Mapping[str, Any] = DOCUMENT["components"]["schemas"]
_EXAMPLES = {
    Operator.EQ: "US,CA",
    Operator.NEQ: "neq.US",
    Operator.CONTAINS: "c./docs",
    Operator.NOT_CONTAINS: "dnc.admin",
    Operator.MATCHES: "re.^/(docs|blog)/",
    Operator.NOT_MATCHES: "nre.\\.pdf$",
    Operator.SET: "s.",
    Operator.NOT_SET: "ns.",
}


def report_page(report: AnyReport) -> str:
    """Return the page of one report."""
    paths = [f"`POST /api/reports/{name}`" for name in report.paths]
    body = SCHEMAS[f"{report.title.replace(' ', '')}Request"]
    operation = DOCUMENT["paths"][f"/api/reports/{report.name}"]["post"]
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    request = json.dumps(report.sample_request(WEBSITE), ensure_ascii=False)
    return "\n".join(
        (
            "<!-- Comes out of the code: make docs -->",
            f"# {report.title}",
            "",
            report.summary,
            "",
            f"{' or '.join(paths)}, saved as type `{report.saved_as}`.",
            "[What all reports have in common](README.md), [filters](../filters.md),",
            f"[specification](../spec/{report.name}.md).",
            "",
            "## What the numbers mean",
            "",
            report.definition,
            "",
            "## Parameters",
            "",
            *_tables(body["properties"]["parameters"], is_answer=False),
            "## Answer",
            "",
            *(("A list; of each row:", "") if _is_list(answer) else ()),
            *_tables(answer, is_answer=True),
            "## Example",
            "",
            "```sh",
            f"curl -s http://127.0.0.1:8000/api/reports/{report.name} \\",
            "  -H 'Authorization: Bearer TOKEN' \\",
            f"  -d '{request}'",
            "```",
            "",
            "```json",
            json.dumps(report.sample.answer, indent=2, ensure_ascii=False),
            "```",
            "",
            *_options(report),
        )
    )


def _options(report: AnyReport) -> Iterator[str]:
    """Yield what the example request may ask for as well, if anything."""
    if not report.sample.options:
        return
    yield from ("Its parameters may have these as well:", "")
    yield from ("| To see | Parameters |", "| --- | --- |")
    for name, options in report.sample.options.items():
        yield f"| {name} | {_cell(f'`{json.dumps(options, ensure_ascii=False)}`')} |"
    yield ""


def reports_table() -> str:
    """Return the reports as a Markdown table."""
    rows = [f"| [{each.title}]({each.name}.md) | `{each.name}` | {each.summary} |\n" for each in REPORTS]
    return "| Report | Path | What it tells |\n| --- | --- | --- |\n" + "".join(rows)


def fields_table() -> str:
    """Return the fields that filters may name as a Markdown table."""
    levels = {Level.EVENT: "event", Level.SESSION: "visitor"}
    rows = [f"| `{each.name}` | {each.label} | {levels[each.level]} |\n" for each in COLUMNS]
    return "| Name | Field | Of the |\n| --- | --- | --- |\n" + "".join(rows)


def operators_table() -> str:
    """Return the operators as a Markdown table."""
    rows = [
        f"| `{operator.value}` | {_cell(OPERATOR_SENTENCES[operator])} | `{_cell(_EXAMPLES[operator])}` |\n"
        for operator in Operator
    ]
    return "| Operator | The field … | Example |\n| --- | --- | --- |\n" + "".join(rows)


def _is_list(answer: Mapping[str, Any]) -> bool:
    """Whether an answer is a list, at least without options."""
    return bool(answer.get("type") == "array" or any(map(_is_list, answer.get("anyOf", ()))))


def _tables(schema: Mapping[str, Any], *, is_answer: bool) -> Iterator[str]:
    """Yield the tables of a schema and of those that it names, each once."""
    seen: set[str] = set()
    waiting = list(_references(schema))
    while waiting:
        name = waiting.pop(0)
        if name in seen or "properties" not in SCHEMAS[name]:
            continue
        seen.add(name)
        if len(seen) > 1:
            yield from (f"### {name}", "", SCHEMAS[name].get("description", ""), "")
        yield from _table(SCHEMAS[name], is_answer=is_answer)
        waiting += [each for part in SCHEMAS[name]["properties"].values() for each in _references(part)]


def _table(schema: Mapping[str, Any], *, is_answer: bool) -> Iterator[str]:
    """Yield a table of a schema's fields; only what is sent has defaults."""
    required = schema.get("required", ())
    yield "| Name | Type | What it says |" if is_answer else "| Name | Type | Default | What it says |"
    yield "| --- | --- | --- |" if is_answer else "| --- | --- | --- | --- |"
    for name, part in schema["properties"].items():
        default = "**required**" if name in required else f"`{json.dumps(part.get('default'))}`"
        words = " ".join(word for word in (part.get("description", ""), _limits(part)) if word)
        cells = [f"`{name}`", _type(part), *([] if is_answer else [default]), words]
        yield f"| {' | '.join(map(_cell, cells))} |"
    yield ""


def _references(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].rsplit("/", 1)[1]
        for key in ("items", "anyOf", "oneOf", "additionalProperties"):
            yield from _references(schema.get(key))
    if isinstance(schema, list):
        for each in schema:
            yield from _references(each)


def _type(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        name = str(schema["$ref"]).rsplit("/", 1)[1]
        return name if "properties" in SCHEMAS[name] else _type(SCHEMAS[name])
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return " or ".join(dict.fromkeys(_type(each) for each in schema[key]))
    if "enum" in schema:
        return ", ".join(f"`{json.dumps(each)}`" for each in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    kind = str(schema.get("type", "any"))
    return {"string": "text", "integer": "whole number"}.get(kind, kind)


_LIMITS = {
    "minimum": "At least {}.",
    "maximum": "At most {}.",
    "exclusiveMinimum": "More than {}.",
    "minLength": "At least {} character.",
    "maxLength": "At most {} characters.",
    "minItems": "At least {} items.",
    "maxItems": "At most {} items.",
}


def _limits(schema: Mapping[str, Any]) -> str:
    found = {**next((each for each in schema.get("anyOf", ()) if each.get("type") != "null"), {}), **schema}
    return " ".join(words.format(found[key]) for key, words in _LIMITS.items() if key in found)


def _cell(words: str) -> str:
    return words.replace("|", "\\|")
