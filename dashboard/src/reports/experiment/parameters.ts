/** An experiment: which property says the variant, what is the goal, and how visitors are counted. */

import type { Parameters, PlainStep, ReportParameters, Step as SentStep } from "~/api/types";

import { choiceOf, textOf } from "../definition";
import { type Entity, readEntity, sendEntity } from "../parts/entity";

export const MULTIPLE = ["first", "exclude"] as const;
const TYPES = ["path", "event"] as const;

/** What a program wrote that the form does not show: it counts, and stays with the step. */
type Kept = Pick<SentStep, "filters" | "anyOf">;

export interface Experiment {
  property: string;
  /** The event that exposes a visitor; empty for any event with the property. */
  event: string;
  /** A step of the exposure that is no plain event, as a program wrote it. */
  exposure: SentStep | null;
  goal: { type: (typeof TYPES)[number]; value: string };
  kept: Kept;
  control: string;
  multiple: (typeof MULTIPLE)[number];
  entity: Entity;
}

function isRecord(value: unknown): value is Parameters {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function keptOf({ filters, anyOf }: Parameters): Kept {
  return {
    ...(Array.isArray(filters) && filters.length > 0
      ? { filters: filters as NonNullable<SentStep["filters"]> }
      : {}),
    ...(Array.isArray(anyOf) ? { anyOf: anyOf as PlainStep[] } : {}),
  };
}

export function readExperiment(given: Parameters): Experiment {
  const exposure = isRecord(given["exposure"]) ? given["exposure"] : {};
  const step = isRecord(exposure["step"]) ? exposure["step"] : undefined;
  const isPlain = step?.["type"] === "event" && !("filters" in step);
  const goal = isRecord(given["goal"]) ? given["goal"] : {};
  return {
    property: textOf(exposure, "property", ""),
    event: isPlain ? textOf(step, "value", "") : "",
    exposure: step !== undefined && !isPlain ? step : null,
    goal: {
      type: choiceOf({ type: goal["type"] ?? "event" }, "type", TYPES),
      value: textOf(goal, "value", ""),
    },
    kept: keptOf(goal),
    control: textOf(given, "control", ""),
    multiple: choiceOf(given, "multiple", MULTIPLE),
    entity: readEntity(given),
  };
}

export function sendExperiment(asked: Experiment): ReportParameters<"experiment"> {
  const { property, event, exposure, goal, kept, control, multiple, entity } = asked;
  const step: SentStep | null = exposure ?? (event === "" ? null : { type: "event", value: event });
  return {
    exposure: { property, ...(step === null ? {} : { step }) },
    goal: "anyOf" in kept ? kept : { ...goal, ...kept },
    ...(control === "" ? {} : { control }),
    ...(multiple === "first" ? {} : { multiple }),
    ...sendEntity(entity),
  };
}

export function isCompleteExperiment({ property, goal, kept }: Experiment): boolean {
  return property !== "" && (goal.value !== "" || "anyOf" in kept);
}
