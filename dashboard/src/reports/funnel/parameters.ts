import { BOUNDS } from "~/api/schema";
import type { Parameters, PropertyOperator, ReportParameters, WindowUnit } from "~/api/types";

import { choiceOf, numberOf } from "../definition";

export const { minItems: FEWEST, maxItems: MOST } = BOUNDS.FunnelParameters.steps;
export const WINDOW_UNITS = ["day", "hour", "minute"] as const satisfies WindowUnit[];
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

/** Return the funnel that parameters describe, with at least two steps to fill in. */
export function readFunnel(given: Parameters): Funnel {
  const steps = Array.isArray(given["steps"]) ? given["steps"].map(stepOf).slice(0, MOST) : [];
  while (steps.length < FEWEST) steps.push(EMPTY_STEP);
  return {
    steps,
    window: numberOf(given, "window", 1, 0.001, 10_000),
    windowUnit: choiceOf(given, "windowUnit", WINDOW_UNITS),
  };
}

/** Return the parameters as the server takes them. */
export function sendFunnel({ steps, window, windowUnit }: Funnel): ReportParameters<"funnel"> {
  return {
    steps: steps.map(({ type, value, filters }) =>
      type === "event" && filters.length > 0 ? { type, value, filters } : { type, value },
    ),
    window,
    windowUnit,
  };
}

export function isCompleteFunnel({ steps, window }: Funnel): boolean {
  return (
    window > 0 &&
    steps.length >= FEWEST &&
    steps.every(({ value, filters }) => value !== "" && filters.every(({ property }) => property !== ""))
  );
}
