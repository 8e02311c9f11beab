import { describe, expect, it } from "vitest";

import { change, compact, duration, mean, ratio, sharpPercent, shortMoney } from "./numbers";

describe("duration", () => {
  it.each([
    [0, "0s"],
    [59.6, "1m 0s"],
    [61, "1m 1s"],
    [3725, "1h 2m"],
  ])("%d s", (seconds, expected) => {
    expect(duration(seconds)).toBe(expected);
  });
});

it("says how much a figure changed", () => {
  expect([change(12, 10), change(5, 10), change(10, 10), change(3, 0)]).toEqual([
    "+20%",
    "-50%",
    "0%",
    undefined,
  ]);
});

it("shortens only large figures", () => {
  expect([compact(9_999), compact(12_345)]).toEqual(["9,999", "12.3K"]);
});

it("says a decimal of small shares only", () => {
  expect([0, 0.041, 0.0994, 0.0996, 0.41, 1].map(sharpPercent)).toEqual([
    "0%",
    "4.1%",
    "9.9%",
    "10%",
    "41%",
    "100%",
  ]);
});

it("rounds means", () => {
  expect([0, 4.13, 9.96, 41.4].map(mean)).toEqual(["0", "4.1", "10", "41"]);
});

it("shortens money, with its currency", () => {
  expect([
    shortMoney(0, "USD"),
    shortMoney(9_000, "EUR"),
    shortMoney(12_345, "USD"),
    shortMoney(5, "?"),
  ]).toEqual(["$0", "€9,000", "$12.3K", "5 ?"]);
});

it("divides nothing by nothing", () => {
  expect([ratio(1, 4), ratio(0, 0)]).toEqual([0.25, 0]);
});
