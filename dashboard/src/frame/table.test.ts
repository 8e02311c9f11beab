import { expect, it } from "vitest";

import { sorted } from "./table";

it.each([
  [{ column: 1, isDescending: true }, ["b", "c", "a"]],
  [{ column: 1, isDescending: false }, ["a", "b", "c"]],
  [{ column: 0, isDescending: true }, ["c", "b", "a"]],
])("sorts by %j", (sorting, expected) => {
  const rows = [
    ["b", 10],
    ["a", 2],
    ["c", 10],
  ];
  expect(sorted(rows, sorting).map(([name]) => name)).toEqual(expected);
});
