import { expect, test } from "vitest";

import { choicesOf, nearest } from "./values";

const choices = choicesOf(
  "browser",
  [
    { value: "chrome", count: 5 },
    { value: "edge-chromium", count: 3 },
  ],
  [
    { value: "edge", count: 4 },
    { value: "chrome", count: 5 },
  ],
);

test("codes that read alike are one choice", () => {
  expect(choices).toEqual([
    { name: "Edge", codes: ["edge-chromium", "edge"], count: 7 },
    { name: "Chrome", codes: ["chrome"], count: 5 },
  ]);
});

test.each([
  ["crome", ["Chrome"]],
  ["edg", ["Edge"]],
  ["zzz", []],
])("near %s", (text, names) => {
  expect(nearest(text, choices).map(({ name }) => name)).toEqual(names);
});
