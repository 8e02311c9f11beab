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
