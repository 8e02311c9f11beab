/** What a trend shows: several steps side by side, each measured in some way. */

import { BOUNDS } from "~/api/schema";
import type { Measure, Parameters, ReportParameters, Series } from "~/api/types";

import { choiceOf, numberOf, textOf } from "../definition";
import { type Entity, readEntity, sendEntity } from "../parts/entity";
import { type Split, readSplit } from "../parts/split";

export const { maxItems: MOST } = BOUNDS.TrendParameters.series;
export const { minimum: FEWEST_GROUPS, maximum: MOST_GROUPS } = BOUNDS.TrendParameters.limit;
export const COUNTS = ["visitors", "events", "visits"] as const satisfies readonly Measure[];
export const MEASURES = [
  ...COUNTS,
  "sum",
  "average",
  "median",
  "p90",
  "min",
  "max",
] as const satisfies readonly Measure[];
export const TYPES = ["path", "event", "any"] as const;
export const UNITS = ["auto", "hour", "day", "week", "month"] as const;
export type TrendUnit = Exclude<(typeof UNITS)[number], "auto">;

/** With those of all other groups, as many lines as there are colours. */
const GROUPS = 7;
/** What the server takes if a report does not say how many groups stand alone. */
const SERVER_GROUPS = 10;

export interface TrendSeries {
  type: (typeof TYPES)[number];
  value: string;
  measure: Measure;
  property: string;
  /** Conditions that a program wrote: they count, and stay with the series. */
  kept: Pick<Series, "filters" | "anyOf">;
}

export interface TrendAsked {
  series: TrendSeries[];
  unit: (typeof UNITS)[number];
  split: Split | undefined;
  limit: number;
  currency: string;
  entity: Entity;
}

export const EVERYTHING: TrendSeries = {
  type: "any",
  value: "",
  measure: "visitors",
  property: "",
  kept: {},
};
export const EMPTY_SERIES: TrendSeries = { ...EVERYTHING, type: "path" };

/** Whether a measure is taken over the numbers of a property. */
export function isOverProperty(measure: Measure): boolean {
  return !COUNTS.some((each) => each === measure);
}

/** Whether a series is measured in money. */
export function isMoney({ measure, property }: TrendSeries): boolean {
  return isOverProperty(measure) && property === "revenue";
}

function seriesOf(given: unknown): TrendSeries[] {
  if (typeof given !== "object" || given === null) return [];
  const found = given as Parameters;
  const { filters, anyOf } = found as Pick<Series, "filters" | "anyOf">;
  return [
    {
      type: Array.isArray(anyOf) ? "any" : choiceOf(found, "type", TYPES),
      value: textOf(found, "value", ""),
      measure: choiceOf(found, "measure", MEASURES),
      property: textOf(found, "property", ""),
      kept: {
        ...(Array.isArray(filters) && filters.length > 0 ? { filters } : {}),
        ...(Array.isArray(anyOf) ? { anyOf } : {}),
      },
    },
  ];
}

/** Return the trend that parameters describe: by itself, that of all visitors. */
export function readTrend(given: Parameters): TrendAsked {
  const series = Array.isArray(given["series"]) ? given["series"].flatMap(seriesOf).slice(0, MOST) : [];
  return {
    series: series.length === 0 ? [EVERYTHING] : series,
    unit: choiceOf(given, "unit", UNITS),
    split: readSplit(given),
    limit: numberOf(
      given,
      "limit",
      "breakdown" in given ? SERVER_GROUPS : GROUPS,
      FEWEST_GROUPS,
      MOST_GROUPS,
    ),
    currency: textOf(given, "currency", "").toUpperCase(),
    entity: readEntity(given),
  };
}

/** Return the parameters as the server takes them. */
export function sendTrend(asked: TrendAsked): ReportParameters<"trend"> {
  const { series, unit, split, limit, currency, entity } = asked;
  return {
    series: series.map(({ type, value, measure, property, kept }) => ({
      ...("anyOf" in kept ? {} : { type, ...(type === "any" ? {} : { value }) }),
      ...kept,
      measure,
      ...(isOverProperty(measure) ? { property } : {}),
    })),
    ...(unit === "auto" ? {} : { unit }),
    ...(split === undefined ? {} : { breakdown: split, limit }),
    ...(currency !== "" && series.some(isMoney) ? { currency } : {}),
    ...sendEntity(entity),
  };
}

export function isCompleteTrend({ series, currency }: TrendAsked): boolean {
  return (
    series.every(
      ({ type, value, measure, property }) =>
        (type === "any" || value !== "") && (!isOverProperty(measure) || property !== ""),
    ) &&
    (currency.length === 3 || !series.some(isMoney))
  );
}
