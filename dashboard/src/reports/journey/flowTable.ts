/** The flow of journeys as a table: each node, then where it leads and how many left there. */

import type { CellOf, Flow } from "~/api/types";
import type { Cell } from "~/formats/csv";
import { number, percent, ratio } from "~/formats/numbers";
import type { Table } from "~/frame/table";
import { t } from "~/texts";

import { itemCondition } from "../step";
import { type Direction, itemName, stepName } from "./flow";

interface Entry {
  row: Cell[];
  /** What the row's number counts. */
  cell: CellOf<"journey">;
}

/** How many steps are shown, and in which direction. */
interface Shown {
  steps: number;
  direction: Direction;
}

interface Counted {
  next: string;
  visits: number;
  cell: CellOf<"journey">;
}

/** Return the rows of a node: itself, its links to the next step, the largest first, and those who left. */
function entriesOf(
  flow: Flow,
  step: number,
  { item, visits, ends }: Flow["steps"][number]["nodes"][number],
  { steps, direction }: Shown,
): Entry[] {
  const isBackward = direction === "before";
  const links = flow.links
    .filter((link) => link.step === step && (isBackward ? link.to : link.from) === item)
    .map(({ from, to, visits: taken }) => ({
      next: itemName(isBackward ? from : to),
      visits: taken,
      cell: { step, from, to },
    }));
  const all: Counted[] = [{ next: t.journey.all, visits, cell: { step, item } }, ...links];
  // After the last step that is shown, nobody knows who left.
  if (ends > 0 && step < steps) {
    const next = isBackward ? t.journey.began : t.journey.left;
    all.push({ next, visits: ends, cell: { step, item, ends: true } });
  }
  return all.map(({ next, visits: counted, cell }) => ({
    row: [stepName(step, direction), item, next, counted, ratio(counted, flow.total), ratio(counted, visits)],
    cell,
  }));
}

export function flowTable(flow: Flow, shown: Shown): Table {
  const entries = flow.steps.flatMap(({ step, nodes }) =>
    nodes.flatMap((node) => entriesOf(flow, step, node, shown)),
  );
  return {
    columns: [
      { label: t.journey.step },
      {
        label: t.journey.item,
        read: (cell) => itemName(cell === null ? null : String(cell)),
        filter: (cell) => (cell === null ? undefined : itemCondition(String(cell))),
      },
      { label: t.journey.next[shown.direction] },
      {
        label: t.journey.count,
        isNumber: true,
        read: (cell) => number(Number(cell)),
        opens: (row) => entries.find((entry) => entry.row === row)?.cell,
      },
      { label: t.journey.share, isNumber: true, read: (cell) => percent(Number(cell)) },
      { label: t.journey.shareOfNode, isNumber: true, read: (cell) => percent(Number(cell)) },
    ],
    rows: entries.map(({ row }) => row),
  };
}
