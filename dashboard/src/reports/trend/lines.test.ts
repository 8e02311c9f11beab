import { expect, it } from "vitest";

import { linesOf, seriesName, valuesOf } from "./lines";
import { readTrend } from "./parameters";

const row = (day: number, values: (number | null)[]) => ({ t: `2026-11-0${day}T00:00:00Z`, values });
const starts = [1, 2, 3].map((day) => Date.parse(`2026-11-0${day}T00:00:00Z`));

it("has a line for each series", () => {
  const asked = readTrend({
    series: [
      { type: "path", value: "/", measure: "visitors" },
      { type: "event", value: "buy", measure: "average", property: "items" },
      { type: "any", measure: "events" },
    ],
  });
  const lines = linesOf({ rows: [row(1, [4, null, 9]), row(2, [5, 1.5, 7])] }, asked);
  expect(lines.map(({ name }) => name)).toEqual([
    "/ · Visitors",
    "buy · Average of items",
    "Times it happened",
  ]);
  expect(lines.map((line) => valuesOf(line, starts, "UTC"))).toEqual([
    [4, 5, null],
    [null, 1.5, null],
    [9, 7, null],
  ]);
});

it("has a line for each group, and one for all others", () => {
  const asked = readTrend({
    series: [{ type: "any", measure: "events" }],
    breakdown: { field: "country" },
  });
  const answer = { rows: [], groups: [{ name: "DE", rows: [row(1, [3])] }], other: [row(1, [1])] };
  expect(linesOf(answer, asked)).toEqual([
    { name: "Germany", at: 0, isSum: false, rows: answer.groups[0]?.rows, group: "DE" },
    { name: "Other", at: 0, isSum: false, rows: answer.other, group: null },
  ]);
});

it("takes the sum of nothing for 0", () => {
  const rows = [row(1, [null]), row(2, [8])];
  expect(valuesOf({ rows, at: 0, isSum: true }, starts, "UTC")).toEqual([0, 8, null]);
});

it("says how something is measured", () => {
  const [each] = readTrend({ series: [{ anyOf: [{ type: "any" }], measure: "visits" }] }).series;
  expect(each && seriesName(each)).toBe("One of 1 · Visits");
});
