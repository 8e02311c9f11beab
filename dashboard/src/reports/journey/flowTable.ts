/** The flow of journeys as a table: each node, then where it leads and how many left there. */

import type { Flow } from "~/api/types";
import { number, percent, ratio } from "~/formats/numbers";
import type { Table } from "~/frame/table";
import { t } from "~/texts";

import { type Direction, itemName, stepName } from "./flow";

/** Return the rows of a node: itself, its links to the next step, the largest first, and those who left. */
function rowsOf(
  flow: Flow,
  step: number,
  node: Flow["steps"][number]["nodes"][number],
  direction: Direction,
) {
  const isBackward = direction === "before";
  const links = flow.links
    .filter((link) => link.step === step && (isBackward ? link.to : link.from) === node.item)
    .map((link) => ({ next: itemName(isBackward ? link.from : link.to), visits: link.visits }));
  const isLast = links.length === 0 && flow.steps.every((each) => each.step <= step);
  const ends =
    isLast || node.ends === 0
      ? []
      : [{ next: isBackward ? t.journey.began : t.journey.left, visits: node.ends }];
  return [{ next: t.journey.all, visits: node.visits }, ...links, ...ends].map(({ next, visits }) => [
    stepName(step, direction),
    itemName(node.item),
    next,
    visits,
    ratio(visits, flow.total),
    ratio(visits, node.visits),
  ]);
}

export function flowTable(flow: Flow, direction: Direction): Table {
  return {
    columns: [
      { label: t.journey.step },
      { label: t.journey.item },
      { label: t.journey.next[direction] },
      { label: t.journey.count, isNumber: true, read: (cell) => number(Number(cell)) },
      { label: t.journey.share, isNumber: true, read: (cell) => percent(Number(cell)) },
      { label: t.journey.shareOfNode, isNumber: true, read: (cell) => percent(Number(cell)) },
    ],
    rows: flow.steps.flatMap(({ step, nodes }) =>
      nodes.flatMap((node) => rowsOf(flow, step, node, direction)),
    ),
  };
}
