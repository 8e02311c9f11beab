/**
 * What conditions choose: single events, whole visits, or all visits of a visitor.
 *
 * Only the event that a visit begins with has a referrer, and few have the path or the name that one looks for. By
 * themselves, such events say nothing of visits, their bounces and what was bought. So conditions choose visits.
 */

import type { FieldName, Scope } from "~/api/types";

export const DEFAULT_SCOPE: Scope = "visit";

/** All scopes, in the order in which they are offered. */
export const SCOPES = ["visit", "session", "event"] as const satisfies readonly Scope[];

/** Fields that are the same for all events of a visitor. For them, all scopes mean the same. */
const OF_VISITORS: readonly FieldName[] = [
  "browser",
  "os",
  "device",
  "country",
  "region",
  "city",
  "language",
  "screen",
  "distinctId",
];

export function isScope(text: string | null): text is Scope {
  return SCOPES.some((scope) => scope === text);
}

/** Whether a field is of the visitor rather than of single events. */
export function isOfVisitors(field: FieldName): boolean {
  return OF_VISITORS.includes(field);
}

/** Whether the scope matters for these conditions. */
export function hasScope(conditions: readonly { field: FieldName }[]): boolean {
  return conditions.some(({ field }) => !isOfVisitors(field));
}

/** Return the scope of conditions: the one that was chosen, else visits where the scope matters. */
export function effectiveScope(filters: {
  conditions: readonly { field: FieldName }[];
  scope?: Scope | undefined;
}): Scope {
  return hasScope(filters.conditions) ? (filters.scope ?? DEFAULT_SCOPE) : "event";
}
