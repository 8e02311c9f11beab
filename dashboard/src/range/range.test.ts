import { describe, expect, it } from "vitest";

import { customDates, neighbour, spanOf, unitsOf } from "./range";

const now = Date.parse("2026-11-23T22:57:10Z");
const all = { startAt: Date.parse("2026-01-05T10:00:00Z"), endAt: Date.parse("2026-11-20T10:00:00Z") };
const text = (date: string, zone: string): string[] => {
  const span = spanOf(date, zone, now, all);
  return [new Date(span.startAt).toISOString(), new Date(span.endAt).toISOString()];
};

describe("spanOf", () => {
  it.each([
    ["24h", "UTC", "2026-11-22T23:00:00.000Z", "2026-11-23T22:59:59.999Z"],
    ["today", "UTC", "2026-11-23T00:00:00.000Z", "2026-11-23T23:59:59.999Z"],
    ["today", "Asia/Tokyo", "2026-11-23T15:00:00.000Z", "2026-11-24T14:59:59.999Z"],
    ["yesterday", "UTC", "2026-11-22T00:00:00.000Z", "2026-11-22T23:59:59.999Z"],
    ["this-week", "UTC", "2026-11-23T00:00:00.000Z", "2026-11-29T23:59:59.999Z"],
    ["last-week", "UTC", "2026-11-16T00:00:00.000Z", "2026-11-22T23:59:59.999Z"],
    ["7d", "UTC", "2026-11-17T00:00:00.000Z", "2026-11-23T23:59:59.999Z"],
    ["last-month", "UTC", "2026-10-01T00:00:00.000Z", "2026-10-31T23:59:59.999Z"],
    ["12m", "UTC", "2025-12-01T00:00:00.000Z", "2026-11-30T23:59:59.999Z"],
    ["this-year", "UTC", "2026-01-01T00:00:00.000Z", "2026-12-31T23:59:59.999Z"],
    ["all", "UTC", "2026-01-05T00:00:00.000Z", "2026-11-23T23:59:59.999Z"],
    ["2026-10-25..2026-10-25", "Europe/Berlin", "2026-10-24T22:00:00.000Z", "2026-10-25T22:59:59.999Z"],
    ["nonsense", "UTC", "2026-10-25T00:00:00.000Z", "2026-11-23T23:59:59.999Z"],
  ])("%s in %s", (date, zone, start, end) => {
    expect(text(date, zone)).toEqual([start, end]);
  });
});

describe("customDates", () => {
  it.each(["2026-10-25", "2026-13-01..2026-13-02", "2026-02-02..2026-02-01", "a..b"])(
    "refuses %s",
    (date) => {
      expect(customDates(date)).toBeUndefined();
    },
  );
});

it.each([
  ["2026-03-01..2026-03-31", "2026-02-01..2026-02-28", "2026-04-01..2026-04-30"],
  ["2026-01-01..2026-03-31", "2025-10-01..2025-12-31", "2026-04-01..2026-06-30"],
  ["2026-10-20..2026-10-26", "2026-10-13..2026-10-19", "2026-10-27..2026-11-02"],
  ["this-month", "last-month", "2026-12-01..2026-12-31"],
  ["last-month", "2026-09-01..2026-09-30", "this-month"],
  ["this-year", "2025-01-01..2025-12-31", "2027-01-01..2027-12-31"],
  ["this-week", "last-week", "2026-11-30..2026-12-06"],
  ["today", "yesterday", "2026-11-24..2026-11-24"],
  ["24h", "yesterday", "today"],
])("steps from %s to its neighbours", (date, before, after) => {
  const span = spanOf(date, "Europe/Berlin", now, all);
  const to = (direction: -1 | 1): string => neighbour(date, span, "Europe/Berlin", now, direction);
  expect([to(-1), to(1)]).toEqual([before, after]);
});

it.each([
  ["today", ["hour"]],
  ["7d", ["day", "hour"]],
  ["90d", ["day", "month"]],
  ["12m", ["month", "year"]],
])("charts %s by %s", (date, units) => {
  expect(unitsOf(spanOf(date, "UTC", now, all))).toEqual(units);
});
