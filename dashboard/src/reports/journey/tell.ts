/** What the numbers of journeys count. */

import type { Parameters } from "~/api/types";
import { t } from "~/texts";

import { numberOf } from "../definition";
import type { Told } from "../told";
import { type Direction, stepName } from "./flow";

const note = t.behind.notes.visits;

/** Return what a cell counts: a way, or a node or link of the flow. */
export function tellJourney(cell: Parameters, direction: Direction): Told | undefined {
  const { items, item, from, to, ends } = cell;
  if (Array.isArray(items)) {
    const way = items.filter((each) => typeof each === "string");
    return { title: t.behind.journey.way(way.join(" → ")), note };
  }
  const step = numberOf(cell, "step", 0, 0, 100);
  if (step === 0) return undefined;
  if (to !== undefined) return { title: t.behind.journey.link(nameOf(from), nameOf(to)), note };
  if (item === undefined) return undefined;
  const name = stepName(step, direction);
  const place = direction === "before" && step > 1 ? name : t.journey.at(name);
  const end = direction === "before" ? t.behind.journey.began : t.behind.journey.ends;
  const title = ends === true ? end : t.behind.journey.node;
  return { title: title(nameOf(item), place), note };
}

function nameOf(item: unknown): string {
  return typeof item === "string" ? item : t.behind.other;
}
