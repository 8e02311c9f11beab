/** Retention's rows as a grid of days. */

import type { RetentionRow } from "~/api/types";

export interface Cohort {
  date: string;
  visitors: number;
  /** By day: how many came again; a day that nobody came again is not there. */
  days: Map<number, number>;
}

/** Return the cohorts, by date, that the rows tell of. */
export function cohorts(rows: readonly RetentionRow[]): Cohort[] {
  const found = new Map<string, Cohort>();
  for (const { date, day, visitors, returnVisitors } of rows) {
    const cohort = found.get(date) ?? { date, visitors, days: new Map<number, number>() };
    cohort.days.set(day, returnVisitors);
    found.set(date, cohort);
  }
  return [...found.values()];
}

/** Return the share of all cohorts' visitors that came again on a day; cohorts too young for it are left out. */
export function average(
  all: readonly Cohort[],
  day: number,
  ageOf: (cohort: Cohort) => number,
): number | null {
  const old = all.filter((cohort) => ageOf(cohort) >= day);
  const visitors = old.reduce((sum, cohort) => sum + cohort.visitors, 0);
  const returned = old.reduce((sum, cohort) => sum + (cohort.days.get(day) ?? 0), 0);
  return visitors === 0 ? null : returned / visitors;
}
