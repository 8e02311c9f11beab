/** Retention's rows as a grid: a row for each cohort, a column for each distance in days, weeks or months. */

import type { RetentionRow } from "~/api/types";
import { bucketInstant, buckets, shift } from "~/range/zones";

export const UNITS = ["day", "week", "month"] as const;
export type CohortUnit = (typeof UNITS)[number];

export interface Cell {
  distance: number;
  returned: number;
  share: number;
  /** Whether the cell's day, week or month is not over: more may still return. */
  isOpen: boolean;
}

export interface Cohort {
  date: string;
  visitors: number;
  /** By distance, up to the present. */
  cells: Cell[];
}

/** What cohorts need to know of a range; `end` is its last instant or the present, whichever comes first. */
export interface Seen {
  unit: CohortUnit;
  zone: string;
  end: number;
}

/** Return the cohorts, by date, that the rows tell of; distances without a row had no returns. */
export function cohorts(rows: readonly RetentionRow[], most: number, { unit, zone, end }: Seen): Cohort[] {
  const byDate = new Map<string, RetentionRow[]>();
  for (const row of rows) byDate.set(row.date, [...(byDate.get(row.date) ?? []), row]);
  const [first] = byDate.keys();
  if (first === undefined) return [];
  const starts = buckets(bucketInstant(first, zone), end, unit, zone);
  const places = new Map(starts.map((start, at) => [start, at]));
  const last = starts.length - 1;
  const isLastOpen = shift(starts[last] ?? end, unit, 1, zone) > end + 1;
  return [...byDate].map(([date, found]) => {
    const place = places.get(bucketInstant(date, zone)) ?? last;
    const visitors = found[0]?.visitors ?? 0;
    const returns = new Map(found.map(({ day, returnVisitors }) => [day, returnVisitors]));
    const cells = Array.from({ length: Math.min(most, last - place) + 1 }, (_, distance) => {
      const returned = returns.get(distance) ?? 0;
      return {
        distance,
        returned,
        share: visitors === 0 ? 0 : returned / visitors,
        isOpen: isLastOpen && place + distance === last,
      };
    });
    return { date, visitors, cells };
  });
}

/** Return the share of all cohorts' visitors that came again at a distance, of cells that are over; null if none is. */
export function average(all: readonly Cohort[], distance: number): number | null {
  let [visitors, returned] = [0, 0];
  for (const cohort of all) {
    const cell = cohort.cells[distance];
    if (cell === undefined || cell.isOpen) continue;
    visitors += cohort.visitors;
    returned += cell.returned;
  }
  return visitors === 0 ? null : returned / visitors;
}
