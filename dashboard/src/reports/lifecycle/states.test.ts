import { expect, it } from "vitest";

import { begunRows, growth, lastWhole, valuesOf } from "./states";

const row = (day: number, dormant: number, complete: boolean) => ({
  t: `2026-11-0${day}T00:00:00Z`,
  new: 5,
  returning: 3,
  resurrecting: 1,
  dormant,
  complete,
});
const ROWS = [row(1, 0, true), row(2, 4, true), row(3, 8, false), row(4, 0, false)];
const NOON = Date.parse("2026-11-03T12:00:00Z");

it("draws who stayed away downwards, where it is known", () => {
  const rows = begunRows(ROWS, NOON);
  expect(valuesOf(rows, "dormant")).toEqual([0, -4, null]);
  expect(valuesOf(rows, "new")).toEqual([5, 5, 5]);
});

it("compares the last two units that are over", () => {
  expect(lastWhole(begunRows(ROWS, NOON)).map((each) => each?.t)).toEqual([ROWS[1]?.t, ROWS[0]?.t]);
  expect(lastWhole([row(1, 0, false)])).toEqual([undefined, undefined]);
  expect(growth(row(1, 9, true))).toBe(-3);
});
