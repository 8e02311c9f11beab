import type { SegmentParameters } from "~/api/types";
import { type Condition, conditionOf } from "~/filters/conditions";
import { t } from "~/texts";

/** Return the conditions that a saved segment or cohort holds. */
export function conditionsOf({ filters = [] }: SegmentParameters): Condition[] {
  return filters.flatMap(({ name, operator = "eq", value }) => {
    const condition = conditionOf(name, `${operator}.${String(value ?? "")}`);
    return condition === undefined ? [] : [condition];
  });
}

/** Return conditions as segments and cohorts are saved with them. */
export function savedConditions(conditions: readonly Condition[]) {
  return conditions.map(({ field, operator, value }) => ({ name: field, operator, value }));
}

/** Return a cohort's range as a phrase. */
export function withinWords(dateRange: string): string {
  const known: Record<string, string> = t.segments.withinChoices;
  return known[dateRange] ?? dateRange;
}
