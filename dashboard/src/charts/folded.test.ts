import { expect, it } from "vitest";

import { folded } from "./folded";

const figures = [
  { name: "small", start: 1, value: 1 },
  { name: "large", start: 1, value: 5 },
  { name: "large", start: 2, value: 2 },
  { name: "tiny", start: 2, value: 0.5 },
];

it("adds up what is not among the largest", () => {
  expect(folded(figures, [1, 2], 1)).toEqual([
    { name: "large", values: [5, 2] },
    { name: null, values: [1, 0.5] },
  ]);
});

it("has no others where all names are shown", () => {
  expect(folded(figures, [1, 2], 3).map(({ name }) => name)).toEqual(["large", "small", "tiny"]);
});
