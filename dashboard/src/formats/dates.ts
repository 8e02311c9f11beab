/** Instants as people read them, in the browser's language and a given zone. */

import type { Unit } from "~/range/zones";

const SHAPES = {
  minute: { hour: "2-digit", minute: "2-digit" },
  hour: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  time: { hour: "2-digit", minute: "2-digit" },
  second: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
  day: { day: "numeric", month: "short" },
  date: { day: "numeric", month: "short", year: "numeric" },
  weekday: { weekday: "short", day: "numeric", month: "short" },
  week: { day: "numeric", month: "short" },
  month: { month: "short", year: "numeric" },
  year: { year: "numeric" },
  full: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export type Shape = keyof typeof SHAPES;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(shape: Shape, zone: string): Intl.DateTimeFormat {
  const key = `${shape} ${zone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(undefined, { ...SHAPES[shape], timeZone: zone });
  formats.set(key, made);
  return made;
}

/** Return an instant, in epoch milliseconds or as ISO text, in a shape. */
export function moment(instant: number | string, shape: Shape, zone: string): string {
  const at = typeof instant === "string" ? Date.parse(instant) : instant;
  return Number.isNaN(at) ? "" : format(shape, zone).format(at);
}

/** Return what a chart's axis shows of a bucket. */
export function bucketLabel(instant: number, unit: Unit, zone: string): string {
  return moment(instant, unit, zone);
}

/** Return a range of instants, like 1 – 30 Nov 2026. */
export function span(startAt: number, endAt: number, zone: string): string {
  return format("date", zone).formatRange(startAt, endAt);
}

/** Return a range of instants that ends within a day, like 24 Nov 2026, 00:00 – 18:30. */
export function until(startAt: number, endAt: number, zone: string): string {
  return format("full", zone).formatRange(startAt, endAt);
}

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });

/** Return how long ago an instant was, like 5 minutes ago. */
export function ago(instant: number | string, now: number): string {
  const at = typeof instant === "string" ? Date.parse(instant) : instant;
  const seconds = Math.round((at - now) / 1000);
  const steps: [number, Intl.RelativeTimeFormatUnit][] = [
    [60, "second"],
    [3600, "minute"],
    [86_400, "hour"],
    [Infinity, "day"],
  ];
  const sizes: Partial<Record<Intl.RelativeTimeFormatUnit, number>> = { minute: 60, hour: 3600, day: 86_400 };
  const [, unit] = steps.find(([limit]) => Math.abs(seconds) < limit) ?? [0, "day" as const];
  return relative.format(Math.round(seconds / (sizes[unit] ?? 1)), unit);
}
