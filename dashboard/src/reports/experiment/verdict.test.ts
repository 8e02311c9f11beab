import { expect, it } from "vitest";

import type { VariantRow } from "~/api/types";

import { chance, controlOf, sentenceOf, verdictOf } from "./verdict";

const row = (variant: string, conversions: number, pValue: number | null): VariantRow => ({
  variant,
  visitors: 1000,
  conversions,
  rate: conversions / 1000,
  low: 0,
  high: 1,
  lift: pValue === null ? null : conversions / 60 - 1,
  pValue,
});
const A = row("A", 60, null);

it.each([
  [row("B", 90, 0.01), 1, "better"],
  [row("B", 30, 0.01), 1, "worse"],
  [row("B", 75, 0.18), 1, "open"],
  [row("B", 80, 0.03), 1, "better"],
  [row("B", 80, 0.03), 2, "open"],
  [row("B", 4, 0.001), 1, "early"],
  [row("B", 995, 0.001), 1, "early"],
] as const)("%j among %i comparisons is %s", (variant, comparisons, expected) => {
  expect(verdictOf(variant, A, comparisons)).toBe(expected);
});

it("says how sure it is", () => {
  expect(sentenceOf(row("B", 90, 0.0142), A, 1)).toBe(
    "B converts better than A: 9.0% instead of 6.0% (+50.0%). If both were equally good, a difference this large would come about in 1.4% of experiments.",
  );
  expect(sentenceOf(row("B", 75, 0.18), A, 1)).toBe(
    "The difference between B and A may be chance: if both were equally good, one this large would come about in 18% of experiments. Let it run longer, or accept that the difference is small.",
  );
  expect(chance(0.0004)).toBe("less than 0.1%");
});

it("compares with the first variant, or with the one that was asked for", () => {
  const rows = [A, row("B", 90, 0.01)];
  expect([controlOf(rows, "")?.variant, controlOf(rows, "B")?.variant, controlOf(rows, "C")]).toEqual([
    "A",
    "B",
    undefined,
  ]);
});
