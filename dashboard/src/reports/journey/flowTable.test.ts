import { expect, it } from "vitest";

import { flowTable } from "./flowTable";

const FLOW = {
  total: 10,
  steps: [
    { step: 1, nodes: [{ item: "/", visits: 10, ends: 3 }] },
    {
      step: 2,
      nodes: [
        { item: "/a", visits: 4, ends: 4 },
        { item: null, visits: 3, ends: 3 },
      ],
    },
  ],
  links: [
    { step: 1, from: "/", to: "/a", visits: 4 },
    { step: 1, from: "/", to: null, visits: 3 },
  ],
};

it("has a row for each node, link and end, and opens what it counts", () => {
  const { columns, rows } = flowTable(FLOW, { steps: 2, direction: "start" });
  expect(rows).toEqual([
    ["Step 1", "/", "All", 10, 1, 1],
    ["Step 1", "/", "/a", 4, 0.4, 0.4],
    ["Step 1", "/", "Others", 3, 0.3, 0.3],
    ["Step 1", "/", "Left", 3, 0.3, 0.3],
    ["Step 2", "/a", "All", 4, 0.4, 1],
    ["Step 2", null, "All", 3, 0.3, 1],
  ]);
  expect(rows.map((row) => columns[3]?.opens?.(row))).toEqual([
    { step: 1, item: "/" },
    { step: 1, from: "/", to: "/a" },
    { step: 1, from: "/", to: null },
    { step: 1, item: "/", ends: true },
    { step: 2, item: "/a" },
    { step: 2, item: null },
  ]);
});
