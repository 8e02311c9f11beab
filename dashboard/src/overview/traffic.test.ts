import { expect, it } from "vitest";

import { fill } from "./traffic";

it("fills buckets that the server leaves out, not those that are not there", () => {
  const starts = ["2026-11-22T23:00:00Z", "2026-11-23T23:00:00Z"].map((text) => Date.parse(text));
  const points = [{ x: "2026-11-24 00:00:00", y: 4 }];
  expect(fill(points, [...starts, undefined], "Europe/Berlin")).toEqual([0, 4, null]);
});
