/** Points of the server on the buckets of a chart. */

import type { ComparedSeries, Point } from "~/api/types";
import { type Unit, bucketInstant, buckets } from "~/range/zones";

/** Return a figure for each bucket; the server leaves out those with nothing. */
export function fill(points: readonly Point[], starts: readonly number[], zone: string): number[] {
  const found = new Map(points.map(({ x, y }) => [bucketInstant(x, zone), y]));
  return starts.map((start) => found.get(start) ?? 0);
}

/** Return the figures of a range to compare with, bucket by bucket; it may be longer or shorter by one. */
export function fillCompared(compared: ComparedSeries, unit: Unit, zone: string, length: number) {
  const starts = buckets(Date.parse(compared.startDate), Date.parse(compared.endDate), unit, zone).slice(
    0,
    length,
  );
  return {
    starts,
    views: fill(compared.pageviews, starts, zone),
    visitors: fill(compared.sessions, starts, zone),
  };
}
