import { expect, it } from "vitest";

import { type Cohort, average, cohorts } from "./grid";

const row = (date: string, day: number, visitors: number, returnVisitors: number) => ({
  date,
  day,
  visitors,
  returnVisitors,
  percentage: (100 * returnVisitors) / visitors,
});

/** The returns by distance; those that are not final are in brackets. */
const read = (all: Cohort[]) =>
  all.map(({ cells }) =>
    cells.map(({ returned, isOpen }) => (isOpen ? `(${returned})` : `${returned}`)).join(" "),
  );

it("leaves open what is not over, and days that have not come", () => {
  const rows = [
    row("2026-11-22T00:00:00Z", 0, 10, 10),
    row("2026-11-22T00:00:00Z", 1, 10, 4),
    row("2026-11-24T00:00:00Z", 0, 30, 30),
  ];
  const end = Date.parse("2026-11-24T18:30:00Z");
  const all = cohorts(rows, 31, { unit: "day", zone: "UTC", end });
  expect(read(all)).toEqual(["10 4 (0)", "(30)"]);
  expect([0, 1, 2].map((distance) => average(all, distance))).toEqual([1, 0.4, null]);
});

it("closes the last day of a range that is over", () => {
  const end = Date.parse("2026-11-23T23:59:59.999Z");
  expect(
    read(cohorts([row("2026-11-22T00:00:00Z", 0, 2, 2)], 31, { unit: "day", zone: "UTC", end })),
  ).toEqual(["2 0"]);
});

it("counts local days over a change of clocks", () => {
  const end = Date.parse("2026-10-26T22:59:59Z"); // 23:59:59 in Berlin, where the day before had 25 hours
  const rows = [row("2026-10-24T22:00:00Z", 0, 5, 5), row("2026-10-24T22:00:00Z", 1, 5, 1)];
  expect(read(cohorts(rows, 31, { unit: "day", zone: "Europe/Berlin", end }))).toEqual(["5 (1)"]);
});

it("counts weeks and months, as far as asked", () => {
  const end = Date.parse("2026-11-25T00:00:00Z");
  const rows = [row("2026-09-01T00:00:00Z", 0, 8, 8), row("2026-09-01T00:00:00Z", 2, 8, 2)];
  expect(read(cohorts(rows, 12, { unit: "month", zone: "UTC", end }))).toEqual(["8 0 (2)"]);
  const weeks = [row("2026-11-02T00:00:00Z", 0, 8, 8)];
  expect(read(cohorts(weeks, 2, { unit: "week", zone: "UTC", end }))).toEqual(["8 0 0"]);
});
