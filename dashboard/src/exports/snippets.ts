/** The question behind a chart, as something to run elsewhere. */

import type { Ask } from "~/api/ask";

const KEY = "YOUR_API_KEY";

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Return a command line that asks the same; the key is left to fill in. */
export function curl(ask: Ask, origin: string): string {
  const lines = [`curl ${quoted(origin + ask.address)}`, `-H 'Authorization: Bearer ${KEY}'`];
  if (ask.body !== undefined) {
    lines.push("-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(ask.body))}`);
  }
  return lines.join(" \\\n  ");
}

/** Return a Python program, of the standard library alone, that asks the same. */
export function python(ask: Ask, origin: string): string {
  const body = ask.body === undefined ? [] : [`    data=json.dumps(${literal(ask.body)}).encode(),`];
  return [
    "import json",
    "from urllib.request import Request, urlopen",
    "",
    "request = Request(",
    `    ${JSON.stringify(origin + ask.address)},`,
    ...body,
    `    headers={"Authorization": "Bearer ${KEY}", "Content-Type": "application/json"},`,
    ")",
    "with urlopen(request) as response:",
    "    print(json.dumps(json.load(response), indent=2))",
    "",
  ].join("\n");
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value === "object") {
    const items = Object.entries(value).filter(([, each]) => each !== undefined);
    return `{${items.map(([name, each]) => `${JSON.stringify(name)}: ${literal(each)}`).join(", ")}}`;
  }
  return JSON.stringify(value);
}
