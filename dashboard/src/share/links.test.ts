import { expect, test } from "vitest";

import { dayOf, endOfDay, keptParameters } from "./links";

test("a day ends with its last millisecond, and comes back as the same day", () => {
  const end = endOfDay("2027-01-31");
  expect(new Date(end).getMilliseconds()).toBe(999);
  expect(dayOf(end)).toBe("2027-01-31");
  expect(dayOf(new Date(Date.parse(end) + 1).toISOString())).toBe("2027-02-01");
});

test.each([
  ["all", { sessions: false, theme: "dark" }, { theme: "dark" }],
  ["all", { sessions: true, events: false }, { sessions: true, events: false }],
  ["statistics", { sessions: false }, { sessions: false }],
  ["report", {}, {}],
] as const)("parameters of a link that opens %s", (opens, parameters, kept) => {
  expect(keptParameters(parameters, opens)).toEqual(kept);
});
