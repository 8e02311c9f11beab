/** Reports on how visitors are active by day, week or month. */

import type { Parameters } from "~/api/types";

import { choiceOf } from "../definition";
import { sendEntity } from "./entity";

export const ACTIVITY_UNITS = ["day", "week", "month"] as const;
export type ActivityUnit = (typeof ACTIVITY_UNITS)[number];

/** A visit is active once, so there is nothing to count in visits. */
export const LASTING = ["session", "person"] as const;

export interface Activity {
  unit: ActivityUnit;
  entity: (typeof LASTING)[number];
}

export function readActivity(given: Parameters): Activity {
  return { unit: choiceOf(given, "unit", ACTIVITY_UNITS), entity: choiceOf(given, "entity", LASTING) };
}

/** Return the parameters as the server takes them; what it takes by itself is left out. */
export function sendActivity({ unit, entity }: Activity) {
  return { ...(unit === "day" ? {} : { unit }), ...sendEntity(entity) };
}
