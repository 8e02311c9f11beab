import { expect, it } from "vitest";

import { isCompleteJourney, readJourney, sendJourney } from "./parameters";

it.each([
  { steps: 4, collapse: true },
  { steps: 3, startStep: "/", endStep: "/pricing", collapse: false },
  { steps: 5, from: "anywhere", startStep: "/pricing", collapse: true, entity: "session" },
  {
    steps: 2,
    direction: "backward",
    endStep: "signup",
    eventType: "2",
    collapse: true,
    nodes: 1,
    exclude: [
      { type: "event", value: "scroll" },
      { type: "path", value: "/admin/*" },
      { type: "event", value: "search", filters: [{ property: "results", operator: "eq", value: 0 }] },
    ],
    groups: [{ pattern: "/docs/*", name: "Docs" }],
  },
])("gives back what it was given: %j", (given) => {
  expect(sendJourney(readJourney(given))).toEqual(given);
});

it.each([
  [{}, true],
  [{ from: "anywhere" }, false],
  [{ from: "anywhere", startStep: "/" }, true],
  [{ direction: "backward", startStep: "/" }, false],
  [{ direction: "backward", endStep: "signup" }, true],
])("%j is complete: %s", (given, expected) => {
  expect(isCompleteJourney(readJourney(given))).toBe(expected);
});

it("leaves out groups that are not filled in yet", () => {
  const groups = [
    { pattern: "/docs/*", name: "" },
    { pattern: "/blog/*", name: "Blog" },
  ];
  expect(sendJourney({ ...readJourney({ steps: 3 }), groups })).toEqual({
    steps: 3,
    collapse: true,
    groups: [groups[1]],
  });
});
