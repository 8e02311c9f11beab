import { expect, it } from "vitest";

import { itemCondition, stepCondition } from "./step";

it.each([
  [stepCondition({ type: "path", value: "/a" }), { field: "path", operator: "eq", value: "/a" }],
  [
    stepCondition({ type: "path", value: "/docs.x/*" }),
    { field: "path", operator: "re", value: "^/docs\\.x/.*$" },
  ],
  [itemCondition("signup"), { field: "event", operator: "eq", value: "signup" }],
  [itemCondition("/a,b"), { field: "path", operator: "re", value: "^/a,b$" }],
])("%j", (found, expected) => {
  expect(found).toEqual(expected);
});
