/** What counts as a visitor. */

import type { Parameters } from "~/api/types";

import { choiceOf } from "../definition";

export const ENTITIES = ["session", "visit", "person"] as const;
export type Entity = (typeof ENTITIES)[number];

export function readEntity(given: Parameters): Entity {
  return choiceOf(given, "entity", ENTITIES);
}

/** Return the parameter that says what counts as a visitor; sessions are what the server counts by itself. */
export function sendEntity<Counted extends Entity>(entity: Counted): { entity?: Counted } {
  return entity === "session" ? {} : { entity };
}
