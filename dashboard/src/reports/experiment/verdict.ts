/** What an experiment says, as far as it can say anything. */

import type { VariantRow } from "~/api/types";
import { percent } from "~/formats/numbers";
import { t } from "~/texts";

export type Verdict = "better" | "worse" | "open" | "early";

/** The chance of a false alarm that is accepted in all comparisons of an experiment together. */
const ALARM = 0.05;
/** With fewer conversions, or others than conversions, in a variant, the test's approximation is no good. */
const FEWEST = 10;

/** Return the control, if somebody saw it: the row that nothing is compared for. */
export function controlOf(rows: readonly VariantRow[], asked: string): VariantRow | undefined {
  return asked === "" ? rows[0] : rows.find(({ variant }) => variant === asked);
}

/**
 * Return what the comparison of a variant with the control says.
 *
 * Of several comparisons, one will look like a difference sooner or later, so each gets its share of the chance of a
 * false alarm (Bonferroni's correction).
 */
export function verdictOf(row: VariantRow, control: VariantRow, comparisons: number): Verdict {
  if ([row, control].some(isEarly)) return "early";
  if (row.pValue === null || row.pValue >= ALARM / comparisons) return "open";
  return row.rate > control.rate ? "better" : "worse";
}

function isEarly({ visitors, conversions }: VariantRow): boolean {
  return Math.min(conversions, visitors - conversions) < FEWEST;
}

const chances = new Intl.NumberFormat(undefined, { style: "percent", maximumSignificantDigits: 2 });

/** Return the probability in words: below a thousandth, the figure says no more. */
export function chance(pValue: number): string {
  return pValue < 0.001 ? t.experiment.tiny : chances.format(pValue);
}

/** Return the difference to the control, like +12.3%. */
export function lift(value: number): string {
  return `${value > 0 ? "+" : ""}${percent(value)}`;
}

/** Return the sentence about a variant. */
export function sentenceOf(row: VariantRow, control: VariantRow, comparisons: number): string {
  const about = {
    variant: nameOf(row.variant),
    control: nameOf(control.variant),
    rate: percent(row.rate),
    controlRate: percent(control.rate),
    lift: row.lift === null ? "" : lift(row.lift),
    chance: row.pValue === null ? "" : chance(row.pValue),
  };
  return t.experiment.verdicts[verdictOf(row, control, comparisons)](about);
}

export function nameOf(variant: string): string {
  return variant === "" ? t.notSet : variant;
}
