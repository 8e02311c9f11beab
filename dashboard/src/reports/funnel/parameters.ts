import { BOUNDS } from "~/api/schema";
import type { Parameters, PropertyOperator, ReportParameters, WindowUnit } from "~/api/types";

import { choiceOf, numberOf } from "../definition";
import { type Entity, readEntity, sendEntity } from "../parts/entity";
import { type Split, readSplit, sendSplit } from "../parts/split";
import type { Step } from "../StepInput";

export const { minItems: FEWEST, maxItems: MOST } = BOUNDS.FunnelParameters.steps;
export const WINDOW_UNITS = ["day", "hour", "minute"] as const satisfies WindowUnit[];
export const ORDERS = ["sequence", "strict", "any"] as const;
export type Order = (typeof ORDERS)[number];
export const PROPERTY_OPERATORS = ["eq", "neq", "c", "dnc"] as const satisfies PropertyOperator[];

export interface PropertyFilter {
  property: string;
  operator: PropertyOperator;
  value: string;
}

export interface FunnelStep {
  type: "path" | "event";
  value: string;
  filters: PropertyFilter[];
}

export interface Funnel {
  steps: FunnelStep[];
  window: number;
  windowUnit: WindowUnit;
  order: Order;
  /** The most from the first step to the last, in the same unit; nothing is no limit. */
  totalWindow: number | undefined;
  /** What may not happen between two steps. */
  exclusions: Step[];
  split: Split | undefined;
  entity: Entity;
}

export const EMPTY_STEP: FunnelStep = { type: "path", value: "", filters: [] };

function isRecord(value: unknown): value is Parameters {
  return typeof value === "object" && value !== null;
}

/** A property may be compared with a number or a boolean too; all are compared as text. */
function literal(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : "";
}

function filterOf(given: unknown): PropertyFilter[] {
  if (!isRecord(given) || typeof given["property"] !== "string") return [];
  return [
    {
      property: given["property"],
      operator: choiceOf(given, "operator", PROPERTY_OPERATORS),
      value: literal(given["value"]),
    },
  ];
}

function stepOf(given: unknown): FunnelStep {
  if (!isRecord(given)) return EMPTY_STEP;
  return {
    type: choiceOf(given, "type", ["path", "event"]),
    value: typeof given["value"] === "string" ? given["value"] : "",
    filters: Array.isArray(given["filters"]) ? given["filters"].flatMap(filterOf) : [],
  };
}

function totalOf(given: Parameters): number | undefined {
  const total = numberOf(given, "totalWindow", 0, 0, 10_000);
  return total > 0 ? total : undefined;
}

function bare({ type, value }: Step): Step {
  return { type, value };
}

/** Return the funnel that parameters describe, with at least two steps to fill in. */
export function readFunnel(given: Parameters): Funnel {
  const steps = Array.isArray(given["steps"]) ? given["steps"].map(stepOf).slice(0, MOST) : [];
  while (steps.length < FEWEST) steps.push(EMPTY_STEP);
  return {
    steps,
    window: numberOf(given, "window", 1, 0.001, 10_000),
    windowUnit: choiceOf(given, "windowUnit", WINDOW_UNITS),
    order: choiceOf(given, "order", ORDERS),
    totalWindow: totalOf(given),
    exclusions: Array.isArray(given["exclusions"]) ? given["exclusions"].map(stepOf).map(bare) : [],
    split: readSplit(given),
    entity: readEntity(given),
  };
}

/** Return the parameters as the server takes them. */
export function sendFunnel(funnel: Funnel): ReportParameters<"funnel"> {
  const { steps, window, windowUnit, order, totalWindow, exclusions, split, entity } = funnel;
  const isAny = order === "any";
  return {
    steps: steps.map(({ type, value, filters }) =>
      type === "event" && filters.length > 0 ? { type, value, filters } : { type, value },
    ),
    window,
    windowUnit,
    ...(order === "sequence" ? {} : { order }),
    // In any order, steps are within one span of time and nothing lies between them.
    ...(isAny || totalWindow === undefined ? {} : { totalWindow }),
    ...(isAny || exclusions.length === 0 ? {} : { exclusions }),
    ...sendSplit(split),
    ...sendEntity(entity),
  };
}

/** Return what the page asks for in addition; in any order, no time from one step to the next is known. */
export function extraFunnel({ order }: Funnel): ReportParameters<"funnel"> {
  return order === "any" ? { intervals: true } : { intervals: true, timing: true };
}

export function isCompleteFunnel({ steps, window, exclusions }: Funnel): boolean {
  return (
    window > 0 &&
    steps.length >= FEWEST &&
    exclusions.every(({ value }) => value !== "") &&
    steps.every(({ value, filters }) => value !== "" && filters.every(({ property }) => property !== ""))
  );
}
