/** Calendar arithmetic in a time zone, daylight saving included; instants are epoch milliseconds. */

export type Unit = "minute" | "hour" | "day" | "week" | "month" | "year";

/** A wall clock's reading; months count from 1. */
export interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(zone, made);
  return made;
}

/** Whether the browser knows the zone. */
export function isZone(zone: string): boolean {
  try {
    formatter(zone);
    return true;
  } catch {
    return false;
  }
}

/** Return what a clock in the zone shows at an instant. */
export function wallOf(instant: number, zone: string): Wall {
  const wall: Wall = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatter(zone).formatToParts(instant)) {
    if (type in wall) wall[type as keyof Wall] = Number(value);
  }
  return wall;
}

function asUtc(wall: Wall): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
}

/** Return the instant of a wall clock's reading: in a repeated hour the earlier, in a skipped one the next. */
export function instantOf(wall: Wall, zone: string): number {
  const local = asUtc(wall);
  const offsets = [local - 24 * HOUR, local + 24 * HOUR].map((near) => asUtc(wallOf(near, zone)) - near);
  const candidates = offsets.map((offset) => local - offset).sort((a, b) => a - b);
  const exact = candidates.find((candidate) => asUtc(wallOf(candidate, zone)) === local);
  // In a skipped hour the offset before the gap gives the reading, shifted past it.
  return exact ?? Math.max(...candidates);
}

/** Return the instant when the zone's date begins; `date` is like 2026-11-23. */
export function startOfDate(date: string, zone: string): number {
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  return instantOf({ year, month, day, hour: 0, minute: 0, second: 0 }, zone);
}

/** Return the zone's date at an instant, like 2026-11-23. */
export function dateOf(instant: number, zone: string): string {
  const { year, month, day } = wallOf(instant, zone);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Return where the unit that holds an instant begins; weeks begin on Monday. */
export function startOf(instant: number, unit: Unit, zone: string): number {
  const wall = wallOf(instant, zone);
  const floored = { ...wall, minute: 0, second: 0 };
  const milliseconds = ((instant % 1000) + 1000) % 1000;
  if (unit === "minute") return instant - wall.second * 1000 - milliseconds;
  if (unit === "hour") {
    return instant - (wall.minute * 60 + wall.second) * 1000 - milliseconds;
  }
  floored.hour = 0;
  if (unit === "week") floored.day -= (new Date(asUtc(floored)).getUTCDay() + 6) % 7;
  if (unit === "month" || unit === "year") floored.day = 1;
  if (unit === "year") floored.month = 1;
  return instantOf(floored, zone);
}

/** Return where the unit begins that lies `count` units away from the one that holds an instant. */
export function shift(instant: number, unit: Unit, count: number, zone: string): number {
  const start = startOf(instant, unit, zone);
  if (unit === "minute") return start + count * MINUTE;
  if (unit === "hour") return start + count * HOUR;
  const wall = wallOf(start, zone);
  if (unit === "day") wall.day += count;
  if (unit === "week") wall.day += 7 * count;
  if (unit === "month") wall.month += count;
  if (unit === "year") wall.year += count;
  return instantOf({ ...wall, hour: 0, minute: 0, second: 0 }, zone);
}

/**
 * Return the instant at which the zone's clock shows the same, so many units away; hours are counted as they pass.
 *
 * A day that a month does not have is that many days after its first: the 31st of February is the 3rd of March.
 */
export function moved(instant: number, unit: Unit, count: number, zone: string): number {
  if (unit === "minute") return instant + count * MINUTE;
  if (unit === "hour") return instant + count * HOUR;
  const wall = wallOf(instant, zone);
  const milliseconds = ((instant % 1000) + 1000) % 1000;
  if (unit === "day") wall.day += count;
  if (unit === "week") wall.day += 7 * count;
  if (unit === "month") wall.month += count;
  if (unit === "year") wall.year += count;
  return instantOf(wall, zone) + milliseconds;
}

/** Return where the units begin that a range touches; both ends of the range are inclusive. */
export function buckets(startAt: number, endAt: number, unit: Unit, zone: string, most = 2000): number[] {
  const starts: number[] = [];
  let next = startOf(startAt, unit, zone);
  while (next <= endAt && starts.length < most) {
    starts.push(next);
    next = shift(next, unit, 1, zone);
  }
  return starts;
}

/** Return which of the buckets is under way; nothing if the present is in none of them. */
export function running(
  starts: readonly number[],
  unit: Unit,
  zone: string,
  now: number,
): number | undefined {
  const at = starts.findLastIndex((start) => start <= now);
  const start = starts[at];
  return start === undefined || shift(start, unit, 1, zone) <= now ? undefined : at;
}

/** Return the instant of a bucket as the server writes it: an instant with Z, or the zone's wall clock. */
export function bucketInstant(text: string, zone: string): number {
  if (/(?:Z|[+-]\d\d:?\d\d)$/.test(text)) return Date.parse(text);
  const [year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0] = text
    .split(/[-T :]/)
    .map(Number);
  return instantOf({ year, month, day, hour, minute, second }, zone);
}
