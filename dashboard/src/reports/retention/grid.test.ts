import { expect, it } from "vitest";

import { average, cohorts } from "./grid";

const row = (date: string, day: number, visitors: number, returnVisitors: number) => ({
  date,
  day,
  visitors,
  returnVisitors,
  percentage: (100 * returnVisitors) / visitors,
});

it("averages over the cohorts that are old enough", () => {
  const all = cohorts([row("a", 0, 10, 10), row("a", 1, 10, 4), row("b", 0, 30, 30)]);
  const ages: Record<string, number> = { a: 2, b: 1 };
  const ageOf = ({ date }: { date: string }): number => ages[date] ?? 0;
  expect([0, 1, 2, 3].map((day) => average(all, day, ageOf))).toEqual([1, 0.1, 0, null]);
});
