/** Stickiness in figures: how many visitors come on an average day, and how often a visitor comes. */

import type { StickinessRow } from "~/api/types";

export interface Sticky {
  visitors: number;
  /** Visitors of an average unit. */
  perUnit: number;
  /** Visitors of an average unit of all visitors of the range: DAU/MAU, if the range is a month of days. */
  share: number;
  /** In how many units a visitor is active, on average. */
  each: number;
  /** Those who were active in more than one unit. */
  again: number;
}

/** Return the figures of a range of which so many units have begun. */
export function stickyOf(rows: readonly StickinessRow[], units: number): Sticky {
  const visitors = rows.reduce((sum, row) => sum + row.visitors, 0);
  const active = rows.reduce((sum, row) => sum + row.periods * row.visitors, 0);
  const perUnit = units === 0 ? 0 : active / units;
  return {
    visitors,
    perUnit,
    share: visitors === 0 ? 0 : perUnit / visitors,
    each: visitors === 0 ? 0 : active / visitors,
    again: visitors - (rows.find(({ periods }) => periods === 1)?.visitors ?? 0),
  };
}

/** Return for each row how many visitors were active in at least so many units. */
export function atLeast(rows: readonly StickinessRow[]): number[] {
  return rows.map(({ periods }) =>
    rows.reduce((sum, row) => (row.periods >= periods ? sum + row.visitors : sum), 0),
  );
}

/** Return the rows of units that have begun, without the empty ones at their end. */
export function shownRows(rows: readonly StickinessRow[], units: number): StickinessRow[] {
  const last = rows.findLastIndex(({ visitors }) => visitors > 0);
  return rows.slice(0, Math.max(Math.min(units, 7), last + 1));
}
