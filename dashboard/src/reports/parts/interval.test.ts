import { expect, it } from "vitest";

import { differenceText } from "./interval";

const rated = (name: string, rate: number, low: number, high: number) => ({
  name,
  rate,
  interval: { low, high },
});

it("says whether the difference between the best and the worst may be chance", () => {
  expect([
    differenceText([rated("A", 0.04, 0.03, 0.05), rated("B", 0.09, 0.06, 0.12)]),
    differenceText([rated("A", 0.04, 0.01, 0.07), rated("B", 0.09, 0.06, 0.12)]),
    differenceText([rated("A", 0.04, 0.01, 0.07)]),
  ]).toEqual([
    "B converts best (9.0%), A least (4.0%). The difference is hardly chance.",
    "B converts best (9.0%), A least (4.0%). The difference may be chance.",
    undefined,
  ]);
});
