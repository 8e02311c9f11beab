/** What a chart over time shows, in words: for who cannot see it. */

import type { Values } from "./parts";

export interface Told {
  name: string;
  values: Values;
}

export interface Words {
  format: (value: number) => string;
  /** How a bucket reads. */
  when: (at: number) => string;
  none: (name: string) => string;
  told: (figures: { name: string; least: string; leastAt: string; most: string; mostAt: string }) => string;
  soFar: (name: string, value: string, when: string) => string;
}

/** Return each series' least and largest figure and when they were; a bucket that is under way is told apart. */
export function sentence(
  series: readonly Told[],
  running: number | undefined,
  { format, when, none, told, soFar }: Words,
): string {
  return series
    .flatMap(({ name, values }) => {
      const over = values.flatMap((value, at) => (value === null || at === running ? [] : [{ value, at }]));
      // What is drawn downwards is told by its size.
      const sizes = over.toSorted((a, b) => Math.abs(a.value) - Math.abs(b.value));
      const [least, most] = [sizes[0], sizes.at(-1)];
      const now = running === undefined ? null : (values[running] ?? null);
      return [
        ...(least === undefined || most === undefined
          ? []
          : most.value === 0
            ? [none(name)]
            : [
                told({
                  name,
                  least: format(least.value),
                  leastAt: when(least.at),
                  most: format(most.value),
                  mostAt: when(most.at),
                }),
              ]),
        ...(running === undefined || now === null ? [] : [soFar(name, format(now), when(running))]),
      ];
    })
    .join(" ");
}
