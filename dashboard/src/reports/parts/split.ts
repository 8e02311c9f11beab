/** What visitors are split by: a field of their events, or a property of their data. */

import type { FieldName, Parameters } from "~/api/types";
import { FIELDS } from "~/filters/conditions";
import { valueName } from "~/formats/names";
import { t } from "~/texts";

export type Split = { field: FieldName } | { property: string };

/** As many groups have a colour of their own; all others are one. */
export const MOST_GROUPS = 8;

/** Return what parameters split by, if by anything. */
export function readSplit({ breakdown }: Parameters): Split | undefined {
  if (typeof breakdown !== "object" || breakdown === null) return undefined;
  if ("property" in breakdown && typeof breakdown.property === "string" && breakdown.property !== "") {
    return { property: breakdown.property };
  }
  const name = "field" in breakdown ? breakdown.field : undefined;
  const field = FIELDS.find((each) => each === name);
  return field === undefined ? undefined : { field };
}

/** Return the parameters that ask for the split. */
export function sendSplit(split: Split | undefined): { breakdown?: Split; limit?: number } {
  return split === undefined ? {} : { breakdown: split, limit: MOST_GROUPS };
}

export function splitName(split: Split): string {
  return "field" in split ? t.fields[split.field] : split.property;
}

/** Return how a group's name reads; nothing stands for all other groups together. */
export function groupName(split: Split, name: string | null): string {
  if (name === null) return t.charts.other;
  if (name === "") return t.notSet;
  return "field" in split ? valueName(split.field, name) : name;
}

/** Return how the group of a cell reads, if the cell is of one. */
export function groupOf(cell: Parameters, split: Split | undefined): string | undefined {
  const { group } = cell;
  if (split === undefined || group === undefined) return undefined;
  return groupName(split, typeof group === "string" ? group : null);
}

interface Group<Row> {
  name: string | null;
  rows: Row[];
}

/** Return the groups of an answer in their order, the one of all others last. */
export function groupsOf<Row>(answer: {
  groups?: { name: string; rows: Row[] }[] | null;
  other?: Row[] | null;
}): Group<Row>[] {
  const { groups, other } = answer;
  const all: Group<Row>[] = [...(groups ?? [])];
  return other === null || other === undefined ? all : [...all, { name: null, rows: other }];
}
