import { expect, it } from "vitest";

import { atLeast, shownRows, stickyOf } from "./sticky";

const ROWS = [
  { periods: 1, visitors: 6 },
  { periods: 2, visitors: 3 },
  { periods: 3, visitors: 0 },
  { periods: 4, visitors: 2 },
  ...Array.from({ length: 26 }, (_, at) => ({ periods: at + 5, visitors: 0 })),
];

it("says how many come on an average day, of how many", () => {
  // 6 + 2 * 3 + 4 * 2 = 20 visits of a day, on 10 days
  expect(stickyOf(ROWS, 10)).toEqual({ visitors: 11, perUnit: 2, share: 2 / 11, each: 20 / 11, again: 5 });
  expect(stickyOf([], 0)).toEqual({ visitors: 0, perUnit: 0, share: 0, each: 0, again: 0 });
});

it("adds up those who came more often", () => {
  expect(atLeast(ROWS.slice(0, 4))).toEqual([11, 5, 2, 2]);
});

it("leaves out how often nobody came", () => {
  expect(shownRows(ROWS, 30).length).toBe(7);
  expect(shownRows(ROWS, 2).length).toBe(4);
});
