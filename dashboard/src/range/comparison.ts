/** Which range a page compares with, by the calendar: local days with local days, whatever the clocks did. */

import type { Span } from "./range";
import { type Unit, buckets, moved, startOf, wallOf } from "./zones";

/** The period before, or the same dates a year before. */
export type ComparedTo = "prev" | "yoy";

export interface Compared {
  /** The range compared with. */
  whole: Span;
  /** As much of it as has passed of the range itself: yesterday until 18:30, if it is 18:30 today. */
  soFar: Span;
}

/** Presets that are compared with another calendar unit, however many days that has. */
const STEPS: Partial<Record<string, [Unit, number]>> = {
  "24h": ["hour", 24],
  "this-month": ["month", 1],
  "last-month": ["month", 1],
  "12m": ["month", 12],
  "this-year": ["year", 1],
};

/** Return what a range is compared with; `date` is the range as the address bar spells it. */
export function comparedWith(date: string, span: Span, to: ComparedTo, zone: string, now: number): Compared {
  const [unit, count] = to === "yoy" ? (["year", 1] as const) : (STEPS[date] ?? ["day", daysOf(span, zone)]);
  const before = (instant: number): number => moved(instant, unit, -count, zone);
  const whole = { startAt: before(span.startAt), endAt: before(span.endAt + 1) - 1 };
  if (now > span.endAt) return { whole, soFar: whole };
  // On the 31st, the month before may have been over for a day or more.
  const endAt = Math.min(whole.endAt, Math.max(whole.startAt, before(now)));
  return { whole, soFar: { startAt: whole.startAt, endAt } };
}

function daysOf(span: Span, zone: string): number {
  return buckets(span.startAt, span.endAt, "day", zone, Infinity).length;
}

/**
 * Return for each bucket of a range the one with the same place in the range compared with, if there is one.
 *
 * Hours of whole days have their place on the clock of their day: an hour that the clocks skipped or showed twice
 * on one of both days stands alone.
 */
export function counterparts(
  starts: readonly number[],
  others: readonly number[],
  unit: Unit,
  zone: string,
): (number | undefined)[] {
  const found = new Map(places(others, unit, zone).map((place, at) => [place, others[at]]));
  return places(starts, unit, zone).map((place) => found.get(place));
}

function places(starts: readonly number[], unit: Unit, zone: string): string[] {
  const [first] = starts;
  const isByDay = unit === "hour" && first !== undefined && first === startOf(first, "day", zone);
  if (!isByDay) return starts.map((_, at) => String(at));
  const taken = new Map<string, number>();
  let day = -1;
  let date = 0;
  return starts.map((start) => {
    const wall = wallOf(start, zone);
    if (wall.day !== date) [day, date] = [day + 1, wall.day];
    const place = `${day} ${wall.hour}:${wall.minute}`;
    const times = (taken.get(place) ?? 0) + 1;
    taken.set(place, times);
    return `${place} ${times}`;
  });
}
