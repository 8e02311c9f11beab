/** How many of each weekday's hours a range has, and figures per such hour. */

import type { Span } from "~/range/range";
import { buckets, wallOf } from "~/range/zones";

const HOURS = 24;

/** Return seven lists of 24 numbers, Sunday first: on how many days of the range that hour has begun. */
export function hoursOf({ startAt, endAt }: Span, zone: string, now: number): number[][] {
  const counts = Array.from({ length: 7 }, () => Array.from({ length: HOURS }, () => 0));
  const end = Math.min(endAt, now);
  const days = buckets(startAt, end, "day", zone, Infinity);
  days.forEach((day, at) => {
    const { year, month, day: date } = wallOf(day, zone);
    const weekday = counts[new Date(Date.UTC(year, month - 1, date)).getUTCDay()];
    const first = at === 0 ? wallOf(startAt, zone).hour : 0;
    const last = at === days.length - 1 ? wallOf(end, zone).hour : HOURS - 1;
    weekday?.forEach((count, hour) => {
      if (hour >= first && hour <= last) weekday[hour] = count + 1;
    });
  });
  return counts;
}

/** Return the figures of each weekday's hours per such hour of the range; none where there was no such hour. */
export function perDay(sums: readonly number[][], hours: readonly number[][]): (number | null)[][] {
  return hours.map((counts, day) =>
    counts.map((count, hour) => (count === 0 ? null : (sums[day]?.[hour] ?? 0) / count)),
  );
}
