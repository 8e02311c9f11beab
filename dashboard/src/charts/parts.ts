/** How a series falls into what is over, what is under way, and what is still to come. */

export type Values = readonly (number | null)[];

/** Return the values up to the bucket that is under way; without one, those of buckets that have begun. */
export function begun(
  values: Values,
  starts: readonly (number | undefined)[],
  now: number,
): (number | null)[] {
  return values.map((value, at) => ((starts[at] ?? Infinity) <= now ? value : null));
}

/** Return a line's values as two lines: of what is over, and of the way to the bucket that is under way. */
export function lineParts(
  values: Values,
  running: number | undefined,
): [(number | null)[], (number | null)[]] {
  if (running === undefined) return [[...values], []];
  return [
    values.map((value, at) => (at < running ? value : null)),
    values.map((value, at) => (at === running || at === running - 1 ? value : null)),
  ];
}
