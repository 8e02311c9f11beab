import { expect, test } from "vitest";

import { codesCalled, codesNamed } from "./names";

test.each([
  ["country", "germ", ["DE"]],
  ["country", "united k", ["GB"]],
  ["language", "germ", ["de"]],
  ["browser", "edge", ["edge", "edge-chromium", "edge-ios"]],
  ["os", "win", []],
] as const)("%s named %s", (field, text, codes) => {
  expect(codesNamed(field, text)).toEqual(codes);
});

test("a whole name stands for all codes that read so", () => {
  expect(codesCalled("browser", "EDGE")).toEqual(["edge", "edge-chromium"]);
  expect(codesCalled("browser", "edg")).toBeUndefined();
});
