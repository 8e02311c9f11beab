/** Confidence intervals in words. */

import { percent } from "~/formats/numbers";
import { t } from "~/texts";

export interface Interval {
  low: number;
  high: number;
}

export interface Rated {
  name: string;
  rate: number;
  interval: Interval;
}

/** Return an interval of fractions, if both bounds are there. */
export function intervalOf(
  low: number | null | undefined,
  high: number | null | undefined,
): Interval | undefined {
  return typeof low === "number" && typeof high === "number" ? { low, high } : undefined;
}

export function intervalText({ low, high }: Interval): string {
  return t.parts.between(percent(low), percent(high));
}

/** Return a sentence on the best and the worst of several rates, and whether their difference may be chance. */
export function differenceText(rated: readonly Rated[]): string | undefined {
  const [best, ...others] = rated.toSorted((left, right) => right.rate - left.rate);
  const worst = others.at(-1);
  if (best === undefined || worst === undefined || best.rate === worst.rate) return undefined;
  const said = t.parts.difference(best.name, percent(best.rate), worst.name, percent(worst.rate));
  return `${said} ${best.interval.low <= worst.interval.high ? t.parts.mayBeChance : t.parts.hardlyChance}`;
}
