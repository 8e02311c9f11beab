import { describe, expect, it } from "vitest";

import { conditionOf, filterParameters, filtersOf, rowCondition, toggled } from "./conditions";

describe("conditionOf", () => {
  it.each([
    ["country", "US", { field: "country", operator: "eq", value: "US" }],
    ["country1", "neq.US", { field: "country", operator: "neq", value: "US" }],
    ["path", "c./docs", { field: "path", operator: "c", value: "/docs" }],
    ["path", "eq.c.example.com", { field: "path", operator: "eq", value: "c.example.com" }],
    ["hostname", "example.com", { field: "hostname", operator: "eq", value: "example.com" }],
    ["tag", "ns.", { field: "tag", operator: "ns", value: "" }],
    ["model", "first-click", undefined],
  ])("%s=%s", (name, text, expected) => {
    expect(conditionOf(name, text)).toEqual(expected);
  });
});

it("survives the way to the address bar and back", () => {
  const filters = {
    conditions: [
      { field: "country", operator: "eq", value: "US,DE" },
      { field: "country", operator: "neq", value: "FR" },
      { field: "path", operator: "re", value: "^/a&b=c$" },
    ],
    match: "any",
    scope: "session",
    segment: "4f1f",
    cohort: undefined,
    excludeBounce: true,
  } as const;
  const parameters = filterParameters({ ...filters, conditions: [...filters.conditions] });
  expect(parameters).toEqual({
    country: "eq.US,DE",
    country1: "neq.FR",
    path: "re.^/a&b=c$",
    match: "any",
    scope: "session",
    segment: "4f1f",
    excludeBounce: "true",
  });
  expect(filtersOf(new URLSearchParams(new URLSearchParams(parameters).toString()))).toEqual(filters);
});

describe("rowCondition", () => {
  it.each([
    ["/pricing", { field: "path", operator: "eq", value: "/pricing" }],
    ["", { field: "path", operator: "ns", value: "" }],
    ["Hello, world (1)", { field: "path", operator: "re", value: "^Hello, world \\(1\\)$" }],
  ])("%s", (value, expected) => {
    expect(rowCondition("path", value)).toEqual(expected);
  });
});

it("takes a condition away that is clicked again", () => {
  const one = rowCondition("os", "Linux");
  expect([toggled([], one), toggled([one], one)]).toEqual([[one], []]);
});
