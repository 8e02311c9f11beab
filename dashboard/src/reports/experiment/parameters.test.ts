import { expect, it } from "vitest";

import { isCompleteExperiment, readExperiment, sendExperiment } from "./parameters";

it.each([
  {
    exposure: { property: "variant", step: { type: "event", value: "exposure" } },
    goal: { type: "event", value: "purchase" },
    control: "A",
  },
  {
    exposure: { property: "variant" },
    goal: { type: "path", value: "/thanks" },
    multiple: "exclude",
    entity: "person",
  },
  {
    exposure: { property: "variant", step: { type: "path", value: "/" } },
    goal: { anyOf: [{ type: "path", value: "/a" }] },
  },
])("gives back what it was given: %j", (given) => {
  const asked = readExperiment(given);
  expect([sendExperiment(asked), isCompleteExperiment(asked)]).toEqual([given, true]);
});

it("needs a property and a goal", () => {
  expect(isCompleteExperiment(readExperiment({}))).toBe(false);
  expect(isCompleteExperiment(readExperiment({ exposure: { property: "variant" } }))).toBe(false);
});
