/** Which journeys a picture shows, and what is left out of it or put together. */

import { BOUNDS } from "~/api/schema";
import type { Parameters, ReportParameters, Step } from "~/api/types";

import { choiceOf, numberOf, textOf } from "../definition";
import type { Entity } from "../parts/entity";

export const { minimum: FEWEST, maximum: MOST } = BOUNDS.JourneyParameters.steps;
export const { minimum: FEWEST_NODES, maximum: MOST_NODES } = BOUNDS.JourneyParameters.nodes;
export const KINDS = ["both", "1", "2"] as const;
/** Where journeys begin: with the visit, at a page somewhere in it, or, read backwards, at the page where they end. */
export const DIRECTIONS = ["start", "after", "before"] as const;
export const COUNTED = ["visit", "session", "person"] as const satisfies readonly Entity[];

/** What the server takes if nothing is said. */
const NODES = 10;
/** What reads well, for a picture that nobody has set up yet. */
const FEW_NODES = 7;

export interface ItemGroup {
  pattern: string;
  name: string;
}

export interface Journey {
  steps: number;
  direction: (typeof DIRECTIONS)[number];
  startStep: string;
  endStep: string;
  kind: (typeof KINDS)[number];
  collapse: boolean;
  nodes: number;
  /** Pages and events to leave out; paths begin with a slash. */
  exclude: string[];
  /** Steps to leave out that are no plain pages or events, as a program wrote them. */
  kept: Step[];
  groups: ItemGroup[];
  entity: (typeof COUNTED)[number];
}

function isRecord(value: unknown): value is Parameters {
  return typeof value === "object" && value !== null;
}

function listOf(given: Parameters, name: string): Parameters[] {
  const value = given[name];
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Whether a step is a page or an event and nothing else, so that its value alone says it. */
function isPlain({ type, value, filters }: Parameters): boolean {
  return typeof value === "string" && filters === undefined && type === typeOf(value);
}

function typeOf(value: string): "path" | "event" {
  return value.startsWith("/") || value.startsWith("*") ? "path" : "event";
}

function directionOf(given: Parameters): Journey["direction"] {
  if (given["direction"] === "backward") return "before";
  return given["from"] === "anywhere" ? "after" : "start";
}

export function readJourney(given: Parameters): Journey {
  const exclude = listOf(given, "exclude");
  return {
    steps: numberOf(given, "steps", 5, FEWEST, MOST),
    direction: directionOf(given),
    startStep: textOf(given, "startStep", ""),
    endStep: textOf(given, "endStep", ""),
    kind: choiceOf({ kind: String(given["eventType"]) }, "kind", KINDS),
    collapse: given["collapse"] !== false,
    nodes: numberOf(given, "nodes", "steps" in given ? NODES : FEW_NODES, FEWEST_NODES, MOST_NODES),
    exclude: exclude.filter(isPlain).map((step) => textOf(step, "value", "")),
    kept: exclude.filter((step) => !isPlain(step)),
    groups: listOf(given, "groups").map((group) => ({
      pattern: textOf(group, "pattern", ""),
      name: textOf(group, "name", ""),
    })),
    entity: choiceOf(given, "entity", COUNTED),
  };
}

export function sendJourney(journey: Journey): ReportParameters<"journey"> {
  const { steps, direction, startStep, endStep, kind, collapse, nodes, entity } = journey;
  const exclude: Step[] = [
    ...journey.exclude.map((value) => ({ type: typeOf(value), value })),
    ...journey.kept,
  ];
  const groups = journey.groups.filter(({ pattern, name }) => pattern !== "" && name !== "");
  return {
    steps,
    ...(direction === "after" ? { from: "anywhere" } : {}),
    ...(direction === "before" ? { direction: "backward" } : {}),
    ...(startStep === "" ? {} : { startStep }),
    ...(endStep === "" ? {} : { endStep }),
    ...(kind === "both" ? {} : { eventType: kind }),
    collapse,
    ...(nodes === NODES ? {} : { nodes }),
    ...(exclude.length === 0 ? {} : { exclude }),
    ...(groups.length === 0 ? {} : { groups }),
    ...(entity === "visit" ? {} : { entity }),
  };
}

/** Whether the page is named that journeys begin at, or end at. */
export function isCompleteJourney({ direction, startStep, endStep }: Journey): boolean {
  return direction === "start" || (direction === "after" ? startStep : endStep) !== "";
}
