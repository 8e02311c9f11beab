/** Ranges of time as the address bar spells them, and the instants they stand for. */

import { type Unit, dateOf, shift, startOf, startOfDate } from "./zones";

export const PRESETS = [
  "24h",
  "today",
  "yesterday",
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

/** Return the range as long as this one that lies before (-1) or after (1) it, as the address bar spells it. */
export function neighbour(span: Span, zone: string, direction: -1 | 1): string {
  const length = Math.round((span.endAt + 1 - span.startAt) / DAY);
  const days = Math.max(1, length);
  const first = shift(span.startAt, "day", direction * days, zone);
  const last = shift(first, "day", days - 1, zone);
  return `${dateOf(first, zone)}..${dateOf(last, zone)}`;
}
