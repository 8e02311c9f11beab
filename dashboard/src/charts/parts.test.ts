import { expect, it } from "vitest";

import { begun, lineParts } from "./parts";

it("leaves the future open", () => {
  expect(begun([5, 0, 0], [10, 20, 30], 25)).toEqual([5, 0, null]);
});

it.each([
  [undefined, [5, 7, 3], []],
  [2, [5, 7, null], [null, 7, 3]],
  [0, [null, null, null], [5, null, null]],
])("parts a line at %s", (running, over, underWay) => {
  expect(lineParts([5, 7, 3], running)).toEqual([over, underWay]);
});
