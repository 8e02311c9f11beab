/** The ways to share out the credit for a conversion, and the lists that credits come in. */

import type { Credits, FieldName } from "~/api/types";
import type { Cell } from "~/formats/csv";
import { valueName } from "~/formats/names";
import { t } from "~/texts";

export const MODELS = [
  "first-click",
  "last-click",
  "linear",
  "position",
  "decay",
  "shapley",
  "markov",
] as const;
export type Model = (typeof MODELS)[number];

export const LISTS = [
  "referrer",
  "channel",
  "paidAds",
  "utm_source",
  "utm_medium",
  "utm_campaign",
  "utm_content",
  "utm_term",
] as const;
export type List = (typeof LISTS)[number];

/** What a list's names are values of. */
export const FIELD: Partial<Record<List, FieldName | "channel">> = {
  referrer: "referrer",
  channel: "channel",
  utm_source: "utmSource",
  utm_medium: "utmMedium",
  utm_campaign: "utmCampaign",
  utm_content: "utmContent",
  utm_term: "utmTerm",
};

export function titleOf(list: List): string {
  const field = FIELD[list];
  if (list === "referrer") return t.attribution.referrer;
  if (field === undefined) return t.attribution.paidAds;
  return field === "channel" ? t.metrics.channel : t.fields[field];
}

/** Return how a name of a list reads. */
export function nameIn(list: List, name: string): string {
  const field = FIELD[list];
  if (field !== undefined) return valueName(field, name);
  return name === "" ? t.notSet : name;
}

/** Return a row for each name, with its credit by each model, the most credited first; 0 where a model gives none. */
export function sideBySide(answers: readonly Credits[], list: List): Cell[][] {
  const rows = new Map<string, number[]>();
  answers.forEach((credits, at) => {
    for (const { name, value } of credits[list] ?? []) {
      const row = rows.get(name) ?? answers.map(() => 0);
      row[at] = value;
      rows.set(name, row);
    }
  });
  const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
  return [...rows]
    .toSorted(([a, one], [b, other]) => sum(other) - sum(one) || a.localeCompare(b))
    .map(([name, values]) => [name, ...values]);
}
