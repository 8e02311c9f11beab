import type { SegmentParameters } from "~/api/types";
import { type Condition, conditionOf } from "~/filters/conditions";
import { number } from "~/formats/numbers";
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

/** Return what the visitors of a cohort did, or did not do, as a phrase. */
export function actionWords({ action }: SegmentParameters): string {
  if (action === undefined) return "";
  const { type, value, atLeast = 1, negated = false } = action;
  if (atLeast === 1) return `${(negated ? t.segments.didNot : t.segments.did)[type]} ${value}`;
  const times = negated ? t.segments.fewerTimes : t.segments.atLeastTimes;
  return `${t.segments.did[type]} ${value} ${times(number(atLeast))}`;
}
