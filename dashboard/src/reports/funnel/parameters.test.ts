import { expect, it } from "vitest";

import { isCompleteFunnel, readFunnel, sendFunnel } from "./parameters";

it("starts with two empty steps within a day", () => {
  const funnel = readFunnel({});
  expect([funnel, isCompleteFunnel(funnel)]).toEqual([
    {
      steps: [
        { type: "path", value: "", filters: [] },
        { type: "path", value: "", filters: [] },
      ],
      window: 1,
      windowUnit: "day",
      order: "sequence",
      totalWindow: undefined,
      exclusions: [],
      split: undefined,
      entity: "session",
    },
    false,
  ]);
});

it("gives back what it was given", () => {
  const given = {
    steps: [
      { type: "path", value: "/" },
      { type: "event", value: "buy", filters: [{ property: "plan", operator: "c", value: "pro" }] },
    ],
    window: 30,
    windowUnit: "minute",
  };
  const funnel = readFunnel(given);
  expect([sendFunnel(funnel), isCompleteFunnel(funnel)]).toEqual([given, true]);
});

it("keeps the options that were chosen, without those that steps in any order cannot have", () => {
  const steps = [
    { type: "path", value: "/" },
    { type: "event", value: "buy" },
  ];
  const options = {
    order: "strict",
    totalWindow: 3,
    exclusions: [{ type: "event", value: "refund" }],
    breakdown: { field: "country" },
    limit: 8,
    entity: "person",
  };
  const given = { steps, window: 1, windowUnit: "hour", ...options };
  expect(sendFunnel(readFunnel(given))).toEqual(given);
  expect(sendFunnel(readFunnel({ ...given, order: "any" }))).toEqual({
    steps,
    window: 1,
    windowUnit: "hour",
    order: "any",
    breakdown: { field: "country" },
    limit: 8,
    entity: "person",
  });
});
