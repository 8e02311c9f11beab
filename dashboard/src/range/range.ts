/** Ranges of time as the address bar spells them, and the instants they stand for. */

import { type Unit, dateOf, shift, startOf, startOfDate } from "./zones";

export const PRESETS = [
  "24h",
  "today",
  "yesterday",
  "this-week",
  "last-week",
  "7d",
  "30d",
  "90d",
  "this-month",
  "last-month",
  "12m",
  "this-year",
  "all",
] as const;

export type Preset = (typeof PRESETS)[number];

export const DEFAULT_DATE: Preset = "30d";

/** Instants in epoch milliseconds, both inclusive. */
export interface Span {
  startAt: number;
  endAt: number;
}

const DAY = 86_400_000;
const MONTH = 30.44 * DAY;
const YEAR = 365.24 * DAY;
const CUSTOM = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/;

/** Return the two dates of a custom range, or nothing if the text is not one. */
export function customDates(text: string): [string, string] | undefined {
  const found = CUSTOM.exec(text);
  if (found?.[1] === undefined || found[2] === undefined) return undefined;
  const dates: [string, string] = [found[1], found[2]];
  const isReal = dates.every((date) => !Number.isNaN(Date.parse(date)));
  return isReal && dates[0] <= dates[1] ? dates : undefined;
}

export function isPreset(text: string): text is Preset {
  return (PRESETS as readonly string[]).includes(text);
}

/** Whether a text of the address bar names a range. */
export function isDate(text: string): boolean {
  return isPreset(text) || customDates(text) !== undefined;
}

function presetSpan(preset: Preset, zone: string, now: number, all: Span): Span {
  const from = (unit: Unit, back: number, until = 1): Span => ({
    startAt: shift(now, unit, -back, zone),
    endAt: shift(now, unit, until, zone) - 1,
  });
  switch (preset) {
    case "24h":
      return from("hour", 23);
    case "today":
      return from("day", 0);
    case "yesterday":
      return from("day", 1, 0);
    case "this-week":
      return from("week", 0);
    case "last-week":
      return from("week", 1, 0);
    case "7d":
      return from("day", 6);
    case "30d":
      return from("day", 29);
    case "90d":
      return from("day", 89);
    case "this-month":
      return from("month", 0);
    case "last-month":
      return from("month", 1, 0);
    case "12m":
      return from("month", 11);
    case "this-year":
      return from("year", 0);
    case "all":
      return {
        startAt: startOf(all.startAt, "day", zone),
        endAt: Math.max(shift(all.endAt, "day", 1, zone), shift(now, "day", 1, zone)) - 1,
      };
  }
}

/** Return the instants that a range of the address bar stands for; `all` is what the website has. */
export function spanOf(text: string, zone: string, now: number, all: Span): Span {
  const dates = customDates(text);
  if (dates !== undefined) {
    const [first, last] = dates;
    return {
      startAt: startOfDate(first, zone),
      endAt: shift(startOfDate(last, zone), "day", 1, zone) - 1,
    };
  }
  return presetSpan(isPreset(text) ? text : DEFAULT_DATE, zone, now, all);
}

/** Return the units that a chart of the range may have, the one that reads best first. */
export function unitsOf({ startAt, endAt }: Span): Unit[] {
  const days = (endAt - startAt) / DAY;
  if (days <= 3) return ["hour"];
  if (days <= 30) return ["day", "hour"];
  if (days <= 210) return ["day", "month"];
  if (days <= 730) return ["month", "year"];
  return ["year", "month"];
}

/** Return the dates of a range in a zone, as its picker shows them. */
export function datesOf({ startAt, endAt }: Span, zone: string): [string, string] {
  return [dateOf(startAt, zone), dateOf(endAt, zone)];
}

/** Presets that say more than their dates, for ranges that somebody steps to. */
const NAMED: readonly Preset[] = ["today", "yesterday", "this-week", "last-week", "this-month", "last-month"];

/**
 * Return the range that lies before (-1) or after (1) this one, as the address bar spells it.
 *
 * Whole months and years are followed by months and years, whatever their lengths; others by as many days.
 */
export function neighbour(date: string, span: Span, zone: string, now: number, direction: -1 | 1): string {
  // A range of hours has no neighbour that dates could spell; this one leaves out nothing between them.
  if (date === "24h") return direction < 0 ? "yesterday" : "today";
  const { unit, count } = unitsIn(span, zone);
  const startAt = shift(span.startAt, unit, direction * count, zone);
  const endAt = shift(startAt, unit, count, zone) - 1;
  const isIt = (preset: Preset): boolean => {
    const found = presetSpan(preset, zone, now, span);
    return found.startAt === startAt && found.endAt === endAt;
  };
  return NAMED.find(isIt) ?? `${dateOf(startAt, zone)}..${dateOf(endAt, zone)}`;
}

/** Return of how many whole calendar units a range consists, in the largest unit that fits. */
function unitsIn({ startAt, endAt }: Span, zone: string): { unit: Unit; count: number } {
  for (const unit of ["year", "month"] as const) {
    if (startOf(startAt, unit, zone) !== startAt) continue;
    const count = Math.round((endAt - startAt) / (unit === "year" ? YEAR : MONTH));
    if (count > 0 && shift(startAt, unit, count, zone) === endAt + 1) return { unit, count };
  }
  return { unit: "day", count: Math.max(1, Math.round((endAt + 1 - startAt) / DAY)) };
}
