import { expect, test } from "vitest";

import { t } from "./index";

const SOURCES = import.meta.glob<string>(["../**/*.ts", "../**/*.tsx", "!../texts/*", "!../api/schema.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Return the dotted names that the sources read, such as `nav.open` for `t.nav.open`. */
function namesRead(): Set<string> {
  const chains = Object.values(SOURCES).flatMap((source) => [...source.matchAll(/\bt((?:\s*\.\s*\w+)+)/g)]);
  return new Set(chains.map(([, chain = ""]) => chain.replace(/\s/g, "").slice(1)));
}

/**
 * Return the texts of a group that are not read.
 *
 * A group from which the sources choose at run time, as in `t.fields[name]`, counts as read if all in it are texts.
 */
function unread(group: object, read: ReadonlySet<string>, name = ""): string[] {
  const isChosenFrom = read.has(name) && Object.values(group).every((text) => typeof text !== "object");
  if (isChosenFrom) return [];
  return Object.entries(group).flatMap(([key, text]: [string, unknown]) => {
    const full = name === "" ? key : `${name}.${key}`;
    if (typeof text === "object" && text !== null) return unread(text, read, full);
    return read.has(full) ? [] : [full];
  });
}

test("each text is read somewhere", () => {
  expect(unread(t, namesRead())).toEqual([]);
});

test("a text that nothing reads is found", () => {
  const texts = { open: "Open", fields: { path: "Path" }, nav: { open: "Open", dead: "Dead", more: {} } };
  expect(unread(texts, new Set(["open", "fields", "nav", "nav.open"]))).toEqual(["nav.dead"]);
});
