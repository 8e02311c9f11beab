/** What a report is split by. */

import type { FieldName, Parameters, Split } from "~/api/types";
import { FIELDS } from "~/filters/conditions";
import { valueName } from "~/formats/names";
import { t } from "~/texts";

export type Parts =
  { kind: "field"; name: FieldName } | { kind: "property"; name: string } | { kind: "none"; name: "" };

const NONE: Parts = { kind: "none", name: "" };

export function partOf(split: Split | null): Parts {
  if (typeof split?.property === "string") return { kind: "property", name: split.property };
  const field = FIELDS.find((each) => each === split?.field);
  return field === undefined ? NONE : { kind: "field", name: field };
}

/** Return what the parameters of a report are split by, if they are. */
export function readSplit(given: Parameters): Split | null {
  const { breakdown } = given;
  if (typeof breakdown !== "object" || breakdown === null) return null;
  const part = partOf(breakdown);
  if (part.kind === "property") return { property: part.name };
  return part.kind === "field" ? { field: part.name } : null;
}

/** Return how a group reads; nothing stands for all others together. */
export function groupName(split: Split | null, name: string | null): string {
  if (name === null) return t.charts.other;
  const part = partOf(split);
  if (part.kind === "field") return valueName(part.name, name);
  return name === "" ? t.notSet : name;
}
