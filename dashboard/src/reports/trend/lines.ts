/** A trend's answer as lines: one for each series, or one for each group of a series. */

import type { CellOf, Trend, TrendRow } from "~/api/types";
import { money, number, shortMoney } from "~/formats/numbers";
import { bucketInstant } from "~/range/zones";
import { t } from "~/texts";

import { groupName, groupsOf } from "../parts/split";
import { type TrendAsked, type TrendSeries, isMoney, isOverProperty } from "./parameters";

export interface Line {
  name: string;
  /** Which of the series it belongs to. */
  at: number;
  isSum: boolean;
  rows: TrendRow[];
  /** Its name as the server says it; null for all other groups, undefined without groups. */
  group: string | null | undefined;
}

/** Return the cell of a line in a bucket. */
export function cellOf({ at, group }: Pick<Line, "at" | "group">, start: number): CellOf<"trend"> {
  return { series: at, t: new Date(start).toISOString(), ...(group === undefined ? {} : { group }) };
}

/** How the numbers of a series read. */
export interface Reading {
  /** Series that read alike have one chart together. */
  kind: string;
  format: (value: number) => string;
  axis: (value: number) => string;
}

const decimals = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });

/** Return what a series is called: what is measured, and of what. */
export function seriesName({ type, value, measure, property, kept }: TrendSeries): string {
  const what = kept.anyOf ? t.trend.anyOf(kept.anyOf.length) : value;
  const how = isOverProperty(measure)
    ? `${t.trend.measures[measure]} ${property}`
    : t.trend.measures[measure];
  return type === "any" && !kept.anyOf ? how : t.trend.name(what, how);
}

export function readingOf(series: TrendSeries, currency: string): Reading {
  if (isMoney(series)) {
    return {
      kind: "money",
      format: (value) => money(value, currency),
      axis: (value) => shortMoney(value, currency),
    };
  }
  if (isOverProperty(series.measure)) {
    return {
      kind: `property ${series.property}`,
      format: (value) => decimals.format(value),
      axis: (value) => decimals.format(value),
    };
  }
  return { kind: "count", format: number, axis: number };
}

/** Return the lines of a trend; with groups, those of one series at a time. */
export function linesOf(answer: Pick<Trend, "rows" | "groups" | "other">, asked: TrendAsked): Line[] {
  const { series, split } = asked;
  if (split === undefined) {
    return series.map((each, at) => ({
      name: seriesName(each),
      at,
      isSum: each.measure === "sum",
      rows: answer.rows,
      group: undefined,
    }));
  }
  return series.flatMap(({ measure }, at) =>
    groupsOf(answer).map(({ name, rows }) => ({
      name: groupName(split, name),
      at,
      isSum: measure === "sum",
      rows,
      group: name,
    })),
  );
}

/** Return a line's values by bucket; a bucket without a row has none. The sum of nothing is 0, other measures have none. */
export function valuesOf(
  { rows, at, isSum }: Pick<Line, "rows" | "at" | "isSum">,
  starts: readonly (number | undefined)[],
  zone: string,
): (number | null)[] {
  const nothing = isSum ? 0 : null;
  const values = new Map(rows.map((row) => [bucketInstant(row.t, zone), row.values[at] ?? nothing]));
  return starts.map((start) => (start === undefined ? null : (values.get(start) ?? null)));
}
