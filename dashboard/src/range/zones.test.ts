import { describe, expect, it } from "vitest";

import { bucketInstant, buckets, dateOf, instantOf, isZone, shift, startOf, startOfDate } from "./zones";

const at = (text: string): number => Date.parse(text);

describe("startOfDate", () => {
  it.each([
    ["UTC", "2026-11-23", "2026-11-23T00:00:00Z"],
    ["Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z"],
    ["Europe/Berlin", "2026-03-30", "2026-03-29T22:00:00Z"],
    ["America/Los_Angeles", "2025-10-01", "2025-10-01T07:00:00Z"],
    ["America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"], // midnight does not exist
    ["Asia/Kathmandu", "2026-01-01", "2025-12-31T18:15:00Z"],
  ])("%s %s", (zone, date, expected) => {
    expect(startOfDate(date, zone)).toBe(at(expected));
  });
});

describe("instantOf", () => {
  const wall = { year: 2026, month: 10, day: 25, hour: 2, minute: 30, second: 0 };
  it("takes the earlier of a repeated hour", () => {
    expect(instantOf(wall, "Europe/Berlin")).toBe(at("2026-10-25T00:30:00Z"));
  });
  it("takes the next instant of a skipped hour", () => {
    expect(instantOf({ ...wall, month: 3, day: 29 }, "Europe/Berlin")).toBe(at("2026-03-29T01:30:00Z"));
  });
});

describe("startOf and shift", () => {
  const noon = at("2026-03-29T10:20:30Z");
  it.each([
    ["hour", "2026-03-29T10:00:00Z"],
    ["day", "2026-03-28T23:00:00Z"],
    ["week", "2026-03-22T23:00:00Z"],
    ["month", "2026-02-28T23:00:00Z"],
    ["year", "2025-12-31T23:00:00Z"],
  ] as const)("start of %s", (unit, expected) => {
    expect(startOf(noon, unit, "Europe/Berlin")).toBe(at(expected));
  });
  it("a day of 23 hours is one day", () => {
    expect(shift(noon, "day", 1, "Europe/Berlin")).toBe(at("2026-03-29T22:00:00Z"));
  });
  it("goes back over months of different length", () => {
    expect(shift(at("2026-03-31T12:00:00Z"), "month", -1, "UTC")).toBe(at("2026-02-01T00:00:00Z"));
  });
});

describe("buckets", () => {
  it("gives one per day, daylight saving included", () => {
    const start = startOfDate("2026-03-28", "Europe/Berlin");
    const end = startOfDate("2026-03-31", "Europe/Berlin") - 1;
    expect(buckets(start, end, "day", "Europe/Berlin").map((each) => dateOf(each, "Europe/Berlin"))).toEqual([
      "2026-03-28",
      "2026-03-29",
      "2026-03-30",
    ]);
  });
  it("gives 25 hours on the day the clocks go back", () => {
    const start = startOfDate("2026-10-25", "Europe/Berlin");
    expect(
      buckets(start, startOfDate("2026-10-26", "Europe/Berlin") - 1, "hour", "Europe/Berlin"),
    ).toHaveLength(25);
  });
});

describe("bucketInstant", () => {
  it.each([
    ["2026-11-23T19:00:00Z", "Europe/Berlin", "2026-11-23T19:00:00Z"],
    ["2026-11-23 20:00:00", "Europe/Berlin", "2026-11-23T19:00:00Z"],
  ])("%s in %s", (text, zone, expected) => {
    expect(bucketInstant(text, zone)).toBe(at(expected));
  });
});

it("knows what a zone is", () => {
  expect([isZone("Europe/Berlin"), isZone("Mars/Olympus")]).toEqual([true, false]);
});
