import { expect, it } from "vitest";

import { fill, fillCompared } from "./traffic";

it("fills buckets that the server leaves out", () => {
  const starts = ["2026-11-22T23:00:00Z", "2026-11-23T23:00:00Z"].map((text) => Date.parse(text));
  expect(fill([{ x: "2026-11-24 00:00:00", y: 4 }], starts, "Europe/Berlin")).toEqual([0, 4]);
});

it("cuts a longer range to compare with", () => {
  const compared = {
    pageviews: [{ x: "2026-01-01T00:00:00Z", y: 1 }],
    sessions: [{ x: "2026-01-02T00:00:00Z", y: 2 }],
    startDate: "2026-01-01T00:00:00Z",
    endDate: "2026-01-31T23:59:59.999Z",
  };
  expect(fillCompared(compared, "day", "UTC", 2)).toEqual({
    starts: [Date.parse("2026-01-01T00:00:00Z"), Date.parse("2026-01-02T00:00:00Z")],
    views: [1, 0],
    visitors: [0, 2],
  });
});
