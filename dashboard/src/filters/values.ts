/** The values of a field that a website has, found by what people type: names, codes, or parts of them. */

import { type Ask, getting } from "~/api/ask";
import type { FieldName, Value } from "~/api/types";
import { codesNamed, hasNames, valueName } from "~/formats/names";
import type { Span } from "~/range/range";

export interface Source {
  websiteId: string;
  span: Span;
  zone: string;
}

/** A value as people read it, the codes that read so, and how many events have them. */
export interface Choice {
  name: string;
  codes: string[];
  count: number;
}

const MOST = 100;
/** Of more names that fit, the address of the question would become too long. */
const MOST_CODES = 200;
const CLOSE = 0.35;

type Part = { search?: string; filter?: string };

function askValues(
  { websiteId, span, zone }: Source,
  field: FieldName,
  { search, filter }: Part,
): Ask<Value[]> {
  return getting("/api/websites/{website_id}/values", {
    path: { website_id: websiteId },
    query: {
      ...span,
      timezone: zone,
      type: field,
      search: search === "" ? undefined : search,
      limit: search === undefined ? MOST : undefined,
      ...(filter === undefined ? {} : { [field]: [filter] }),
    },
  });
}

/** Return the question for values that contain a text. */
export function askMatching(source: Source, field: FieldName, text: string): Ask<Value[]> {
  return askValues(source, field, { search: text });
}

/** Return the question for values whose names contain a text; none if no name does. */
export function askNamed(source: Source, field: FieldName, text: string): Ask<Value[]> | null {
  const codes = hasNames(field) ? codesNamed(field, text).slice(0, MOST_CODES) : [];
  if (codes.length === 0) return null;
  const filter = field === "language" ? `re.^(${codes.join("|")})([-_]|$)` : `eq.${codes.join(",")}`;
  return askValues(source, field, { filter });
}

/** Return values as they are offered, the most frequent first; codes that read alike are one. */
export function choicesOf(field: FieldName, ...found: readonly (readonly Value[])[]): Choice[] {
  const counts = new Map(found.flat().map(({ value, count }) => [value, count]));
  const choices = new Map<string, Choice>();
  for (const [code, count] of counts) {
    if (code === "") continue;
    const name = valueName(field, code);
    const { codes, count: before } = choices.get(name) ?? { codes: [], count: 0 };
    choices.set(name, { name, codes: [...codes, code], count: before + count });
  }
  return [...choices.values()].toSorted((left, right) => right.count - left.count);
}

/** Return which of several values the website does not have, and for the first of them what it has instead. */
export async function missingValues(
  source: Source,
  field: FieldName,
  values: readonly string[],
): Promise<{ missing: string[]; near: Choice[] }> {
  const found = await askValues(source, field, { filter: `eq.${values.join(",")}` }).send();
  // Of codes that read alike, one is enough.
  const there = new Set(found.map(({ value }) => valueName(field, value)));
  const missing = values.filter((value) => !there.has(valueName(field, value)));
  const [first] = missing;
  if (first === undefined) return { missing, near: [] };
  const others = [askMatching(source, field, first.slice(0, 3)), askValues(source, field, {})];
  const lists = await Promise.all(others.map((ask) => ask.send()));
  return { missing, near: nearest(first, choicesOf(field, ...lists)) };
}

/** Return the three choices that are most like a text, if they are like it at all. */
export function nearest(text: string, choices: readonly Choice[]): Choice[] {
  return choices
    .map((choice) => ({
      choice,
      likeness: Math.max(...[choice.name, ...choice.codes].map((each) => alike(text, each))),
    }))
    .filter(({ likeness }) => likeness >= CLOSE)
    .toSorted((left, right) => right.likeness - left.likeness)
    .slice(0, 3)
    .map(({ choice }) => choice);
}

/** Return the share of pairs of neighbouring letters that two texts have in common (Dice's coefficient). */
function alike(one: string, other: string): number {
  const [left, right] = [pairsOf(one), pairsOf(other)];
  const common = [...left].filter((pair) => right.has(pair)).length;
  return (2 * common) / Math.max(1, left.size + right.size);
}

function pairsOf(text: string): Set<string> {
  const lower = ` ${text.toLocaleLowerCase()} `;
  return new Set(Array.from({ length: lower.length - 1 }, (_, at) => lower.slice(at, at + 2)));
}
