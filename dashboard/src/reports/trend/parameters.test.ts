import { expect, it } from "vitest";

import { isCompleteTrend, readTrend, sendTrend } from "./parameters";

it("is about all visitors at first", () => {
  const trend = readTrend({});
  expect([sendTrend(trend), isCompleteTrend(trend)]).toEqual([
    { series: [{ type: "any", measure: "visitors" }] },
    true,
  ]);
});

it("gives back what it was given, with conditions that it does not show", () => {
  const filters = [{ property: "plan", operator: "eq", value: "pro" }];
  const given = {
    series: [
      { type: "path", value: "/pricing", measure: "visitors" },
      { type: "event", value: "purchase", filters, measure: "sum", property: "revenue" },
      { anyOf: [{ type: "path", value: "/a" }], measure: "events" },
    ],
    unit: "week",
    breakdown: { property: "plan" },
    limit: 3,
    currency: "EUR",
    entity: "person",
  };
  expect(sendTrend(readTrend(given))).toEqual(given);
});

it.each([
  [{ series: [{ type: "path", value: "", measure: "visitors" }] }, false],
  [{ series: [{ type: "event", value: "buy", measure: "sum" }] }, false],
  [{ series: [{ type: "event", value: "buy", measure: "sum", property: "items" }] }, true],
  [{ series: [{ type: "event", value: "buy", measure: "sum", property: "revenue" }] }, false],
  [{ series: [{ type: "event", value: "buy", measure: "sum", property: "revenue" }], currency: "USD" }, true],
])("%j is complete: %s", (given, expected) => {
  expect(isCompleteTrend(readTrend(given))).toBe(expected);
});
