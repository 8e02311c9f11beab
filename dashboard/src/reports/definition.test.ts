import { describe, expect, it } from "vitest";

import { choiceOf, numberOf, parametersOf, textOf } from "./definition";

describe("parametersOf", () => {
  it.each([
    ['{"steps":3}', { steps: 3 }],
    ["[1]", undefined],
    ["null", undefined],
    ["{", undefined],
    [null, undefined],
  ])("%s", (text, expected) => {
    expect(parametersOf(text)).toEqual(expected);
  });
});

it("reads what fits and has defaults for the rest", () => {
  const given = { a: "x", b: 12, c: "event" };
  expect([
    textOf(given, "a", "-"),
    textOf(given, "b", "-"),
    numberOf(given, "b", 5, 2, 7),
    numberOf(given, "a", 5, 2, 7),
    choiceOf(given, "c", ["path", "event"]),
    choiceOf(given, "a", ["path", "event"]),
  ]).toEqual(["x", "-", 7, 5, "event", "path"]);
});
