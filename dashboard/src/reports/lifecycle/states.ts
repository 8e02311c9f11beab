/** Lifecycle's rows as series over time: those who are there upwards, those who stayed away downwards. */

import type { LifecycleRow } from "~/api/types";

export const PRESENT = ["new", "returning", "resurrecting"] as const;
export const STATES = [...PRESENT, "dormant"] as const;
export type State = (typeof STATES)[number];

/** Return the rows of units that have begun. */
export function begunRows(rows: readonly LifecycleRow[], now: number): LifecycleRow[] {
  return rows.filter(({ t }) => Date.parse(t) <= now);
}

/**
 * Return how many visitors were in a state in each unit. Those who stay away have less than nothing, and in a unit
 * that is not over they are not known: some of them may still come.
 */
export function valuesOf(rows: readonly LifecycleRow[], state: State): (number | null)[] {
  if (state !== "dormant") return rows.map((row) => row[state]);
  // Not -0, which reads like a number.
  return rows.map(({ dormant, complete }) => (complete ? 0 - dormant : null));
}

/** Return the last whole unit and the whole one before it, if there are any. */
export function lastWhole(rows: readonly LifecycleRow[]): (LifecycleRow | undefined)[] {
  const at = rows.findLastIndex(({ complete }) => complete);
  const before = rows[at - 1];
  return [rows[at], before?.complete === true ? before : undefined];
}

/** Return by how many visitors the site grew or shrank in a unit. */
export function growth(row: LifecycleRow): number {
  return row.new + row.resurrecting - row.dormant;
}
