import { expect, it } from "vitest";

import type { Flow } from "~/api/types";

import { diagram, endsAt, flowSentence, others } from "./flow";

const FLOW: Flow = {
  total: 10,
  steps: [
    {
      step: 1,
      nodes: [
        { item: "/", visits: 7, ends: 3 },
        { item: null, visits: 3, ends: 0 },
      ],
    },
    { step: 2, nodes: [{ item: "/a", visits: 7, ends: 7 }] },
  ],
  links: [
    { step: 1, from: "/", to: "/a", visits: 4 },
    { step: 1, from: null, to: "/a", visits: 3 },
  ],
};

const read = ({ nodes, links, columns }: ReturnType<typeof diagram>) => ({
  columns,
  nodes: nodes.map(({ depth, title, value, share }) => `${depth} ${title} ${value} ${share}`),
  links: links.map(({ source, target, value, kind }) => {
    const labelOf = (name: string) => nodes.find((node) => node.name === name)?.title;
    return `${labelOf(source)} > ${labelOf(target)} ${value} ${kind}`;
  }),
});

it("draws those who left in the next column, and nothing after the last", () => {
  expect(read(diagram(FLOW, 2, "start"))).toEqual({
    columns: 2,
    nodes: ["0 / 7 0.7", "0 Others 3 0.3", "1 /a 7 0.7", "1 Left 3 0.3"],
    links: ["/ > /a 4 item", "Others > /a 3 item", "/ > Left 3 ends"],
  });
});

it("draws all who left where no journey is longer", () => {
  const { columns, nodes, links } = read(diagram(FLOW, 5, "start"));
  expect([columns, nodes.at(-1), links.at(-1)]).toEqual([3, "2 Left 7 0.7", "/a > Left 7 ends"]);
});

it("stands backwards if the journeys do", () => {
  const backward: Flow = {
    ...FLOW,
    links: [
      { step: 1, from: "/a", to: "/", visits: 4 },
      { step: 1, from: "/a", to: null, visits: 3 },
    ],
  };
  expect(read(diagram(backward, 2, "before"))).toEqual({
    columns: 2,
    nodes: ["1 / 7 0.7", "1 Others 3 0.3", "0 /a 7 0.7", "0 Began here 3 0.3"],
    links: ["/a > / 4 item", "/a > Others 3 item", "Began here > / 3 ends"],
  });
});

it("adds up who came and who left at each column", () => {
  const { nodes, links } = diagram(FLOW, 5, "start");
  for (const { name, depth, value } of nodes) {
    const into = links.filter(({ target }) => target === name).reduce((sum, link) => sum + link.value, 0);
    if (depth > 0) expect([name, into]).toEqual([name, value]);
  }
});

it("says what has no node of its own, and who left", () => {
  expect(others(FLOW)).toEqual([{ step: 1, visits: 3 }]);
  expect([endsAt(FLOW, 1), endsAt(FLOW, 9)]).toEqual([3, 0]);
  expect(flowSentence(FLOW, 2, "start")).toBe(
    "10 journeys. Step 1: / 7 (70%), Others 3 (30%); Left 3 (30%). Step 2: /a 7 (70%).",
  );
});
