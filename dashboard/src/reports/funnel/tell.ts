/** What the numbers of a funnel count. */

import type { Parameters } from "~/api/types";
import { t } from "~/texts";

import { choiceOf, numberOf } from "../definition";
import { groupOf } from "../parts/split";
import { stepCondition } from "../step";
import { type Told, visitorsWith } from "../told";
import type { Funnel } from "./parameters";

/**
 * Return what a cell of a funnel counts.
 *
 * Only those who reached the first step are all the visitors who did it: of later steps it matters when they did it.
 */
export function tellFunnel(cell: Parameters, { steps, split }: Funnel): Told | undefined {
  const at = numberOf(cell, "step", 0, 0, Infinity);
  const step = steps[at - 1];
  if (step === undefined) return undefined;
  const outcome = choiceOf(cell, "outcome", ["reached", "dropped", "pending"]);
  const group = groupOf(cell, split);
  const title = t.behind.funnel[outcome](t.behind.step(at, step.value));
  const isPlain = group === undefined && at === 1 && outcome === "reached" && step.filters.length === 0;
  return {
    title: group === undefined ? title : t.behind.within(title, group),
    ...(isPlain ? { filter: visitorsWith(stepCondition(step)) } : {}),
  };
}
