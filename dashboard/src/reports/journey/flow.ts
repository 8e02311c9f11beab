/** The flow of journeys as a diagram: a column for each step, and in the next one those who left. */

import type { Flow } from "~/api/types";
import { number, ratio, sharpPercent } from "~/formats/numbers";
import { t } from "~/texts";

export interface Node {
  /** Column and item together: the same page is another node at another step. */
  name: string;
  depth: number;
  kind: "item" | "other" | "ends";
  title: string;
  value: number;
  share: number;
  /** The node of the answer; of those who left there is none. */
  at?: { step: number; item: string | null };
}

export interface Link {
  source: string;
  target: string;
  value: number;
  share: number;
  kind: Node["kind"];
  at:
    | { step: number; from: string | null; to: string | null }
    | { step: number; item: string | null; ends: true };
}

export interface Diagram {
  nodes: Node[];
  links: Link[];
  columns: number;
}

export type Direction = "start" | "after" | "before";

/** Return an item as people read it; nothing stands for all that have no node of their own. */
export function itemName(item: string | null): string {
  return item ?? t.journey.others;
}

/** Return how many journeys reach a step and have no further one. */
export function endsAt(flow: Flow, step: number): number {
  const found = flow.steps.find((each) => each.step === step);
  return found?.nodes.reduce((sum, { ends }) => sum + ends, 0) ?? 0;
}

/** Return how many journeys reach a step. */
export function visitsAt(flow: Flow, step: number): number {
  const found = flow.steps.find((each) => each.step === step);
  return found?.nodes.reduce((sum, { visits }) => sum + visits, 0) ?? 0;
}

/**
 * Return the diagram. Steps count from the end if journeys are read backwards; what has no further step then began
 * there, and stands in the column before.
 *
 * The last step has no column after it: who went on from there is not known, so nobody is drawn as having left.
 */
export function diagram(flow: Flow, steps: number, direction: Direction): Diagram {
  const isBackward = direction === "before";
  const last = Math.max(0, ...flow.steps.map(({ step }) => step));
  const columns = Math.min(steps, last + (endsAt(flow, last) > 0 && last < steps ? 1 : 0));
  const depthOf = (step: number): number => (isBackward ? columns - step : step - 1);
  const nameOf = (step: number, item: string | null): string => `${step}\u0000${item ?? "\u0001"}`;
  const endsName = (step: number): string => `${step}\u0000\u0002`;
  const share = (value: number): number => ratio(value, flow.total);

  const nodes: Node[] = [];
  const links: Link[] = [];
  for (const { step, nodes: found } of flow.steps) {
    for (const { item, visits } of found) {
      nodes.push({
        name: nameOf(step, item),
        depth: depthOf(step),
        kind: item === null ? "other" : "item",
        title: itemName(item),
        value: visits,
        share: share(visits),
        at: { step, item },
      });
    }
    const ends = endsAt(flow, step - 1);
    if (step > 1 && ends > 0) nodes.push(endsNode(step, ends));
  }
  if (columns > last) nodes.push(endsNode(columns, endsAt(flow, last)));

  for (const { step, from, to, visits } of flow.links) {
    const [source, target] = isBackward
      ? [nameOf(step + 1, from), nameOf(step, to)]
      : [nameOf(step, from), nameOf(step + 1, to)];
    links.push({ source, target, value: visits, share: share(visits), kind: "item", at: { step, from, to } });
  }
  for (const { step, nodes: found } of flow.steps) {
    if (step >= columns) continue;
    for (const { item, ends } of found) {
      if (ends === 0) continue;
      const [here, there] = [nameOf(step, item), endsName(step + 1)];
      const [source, target] = isBackward ? [there, here] : [here, there];
      links.push({
        source,
        target,
        value: ends,
        share: share(ends),
        kind: "ends",
        at: { step, item, ends: true },
      });
    }
  }
  return { nodes, links, columns };

  function endsNode(step: number, value: number): Node {
    return {
      name: endsName(step),
      depth: depthOf(step),
      kind: "ends",
      title: isBackward ? t.journey.began : t.journey.left,
      value,
      share: share(value),
    };
  }
}

/** Return a number of journeys with its share of all. */
export function counted(value: number, share: number): string {
  return t.journey.counted(number(value), sharpPercent(share));
}

/** Return what stands in no node of its own: at how many steps, and how many journeys pass through it at most. */
export function others(flow: Flow): { step: number; visits: number }[] {
  return flow.steps.flatMap(({ step, nodes }) =>
    nodes.filter(({ item }) => item === null).map(({ visits }) => ({ step, visits })),
  );
}

/** Return the diagram in words: the largest nodes of each step, and how many left. */
export function flowSentence(flow: Flow, steps: number, direction: Direction): string {
  const parts = flow.steps.map(({ step, nodes }) => {
    const largest = nodes
      .slice(0, 3)
      .map(({ item, visits }) => `${itemName(item)} ${counted(visits, ratio(visits, flow.total))}`)
      .join(", ");
    const ends = endsAt(flow, step);
    const end = direction === "before" ? t.journey.began : t.journey.left;
    const after = step < steps && ends > 0 ? `; ${end} ${counted(ends, ratio(ends, flow.total))}` : "";
    return `${stepName(step, direction)}: ${largest}${after}.`;
  });
  return [t.journey.total(number(flow.total)), ...parts].join(" ");
}

/** Return what a step is called. */
export function stepName(step: number, direction: Direction): string {
  if (direction !== "before") return t.journey.stepColumn(step);
  return step === 1 ? t.journey.endColumn : t.journey.beforeColumn(step - 1);
}
