/** Points of the server on the buckets of a chart. */

import type { Point } from "~/api/types";
import { bucketInstant } from "~/range/zones";

/** Return a figure for each bucket, none where there is no bucket; the server leaves out those with nothing. */
export function fill(
  points: readonly Point[],
  starts: readonly (number | undefined)[],
  zone: string,
): (number | null)[] {
  const found = new Map(points.map(({ x, y }) => [bucketInstant(x, zone), y]));
  return starts.map((start) => (start === undefined ? null : (found.get(start) ?? 0)));
}
