/** Figures by name and bucket as series: the largest names, and all others together, so that the sum is whole. */

export interface NamedFigure {
  name: string;
  start: number;
  value: number;
}

export interface NamedValues {
  /** Nothing stands for all other names together. */
  name: string | null;
  values: number[];
}

/** Return a series for each of the largest names, by size, and one for the others, if there are any. */
export function folded(
  figures: readonly NamedFigure[],
  starts: readonly number[],
  most: number,
): NamedValues[] {
  const totals = new Map<string, number>();
  for (const { name, value } of figures) totals.set(name, (totals.get(name) ?? 0) + value);
  const names = [...totals.keys()].toSorted(
    (a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0) || a.localeCompare(b),
  );
  const shown: (string | null)[] = names.slice(0, most);
  if (names.length > most) shown.push(null);
  const places = new Map(starts.map((start, at) => [start, at]));
  const series = shown.map((name) => ({ name, values: starts.map(() => 0) }));
  const byName = new Map(series.map(({ name, values }) => [name, values]));
  for (const { name, start, value } of figures) {
    const values = byName.get(name) ?? byName.get(null);
    const at = places.get(start);
    if (values !== undefined && at !== undefined) values[at] = (values[at] ?? 0) + value;
  }
  return series;
}
