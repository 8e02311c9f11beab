import { expect, it } from "vitest";

import { sankey } from "./sankey";

it("joins ways that share a step at the same place", () => {
  const ways = [
    { items: ["/", "/a", null], count: 3 },
    { items: ["/", "/a", "/", null], count: 2 },
    { items: ["buy", null], count: 1 },
  ];
  expect(sankey(ways)).toEqual({
    nodes: [
      { name: "0\u0000/", depth: 0, item: "/" },
      { name: "1\u0000/a", depth: 1, item: "/a" },
      { name: "2\u0000/", depth: 2, item: "/" },
    ],
    links: [
      { source: "0\u0000/", target: "1\u0000/a", value: 5 },
      { source: "1\u0000/a", target: "2\u0000/", value: 2 },
    ],
  });
});
