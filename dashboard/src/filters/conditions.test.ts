import { describe, expect, it } from "vitest";

import {
  type Filters,
  NO_FILTERS,
  conditionOf,
  filterParameters,
  filtersOf,
  narrowed,
  rowCondition,
  toggled,
} from "./conditions";

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

describe("narrowed", () => {
  const country = rowCondition("country", "DE");
  const path = rowCondition("path", "/");
  const event = rowCondition("event", "signup");

  it.each<[Partial<Filters>, Partial<Filters> | undefined]>([
    [{}, { conditions: [event], scope: "session" }],
    [{ conditions: [country] }, { conditions: [country, event], scope: "session" }],
    [
      { conditions: [event], scope: "session" },
      { conditions: [event], scope: "session" },
    ],
    [{ conditions: [path] }, undefined],
    [{ conditions: [country, path], match: "any", scope: "session" }, undefined],
    [
      { conditions: [country], match: "any" },
      { conditions: [country, event], scope: "session" },
    ],
  ])("%j by visitors", (before, expected) => {
    const after = narrowed({ ...NO_FILTERS, ...before }, [event], "session");
    expect(after).toEqual(expected === undefined ? undefined : { ...NO_FILTERS, ...expected });
  });

  it("keeps the scope of others where the condition is of visitors", () => {
    const before = { ...NO_FILTERS, conditions: [path], scope: "event" as const };
    expect(narrowed(before, [country], "session")).toEqual({ ...before, conditions: [path, country] });
  });
});
