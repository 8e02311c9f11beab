/** What the numbers of a breakdown count. */

import type { FieldName, Parameters } from "~/api/types";
import { FIELDS, rowCondition } from "~/filters/conditions";
import { isOfVisitors } from "~/filters/scope";
import { valueName } from "~/formats/names";
import { t } from "~/texts";

import { type Told, visitorsWith } from "../told";

/**
 * Return what the numbers of a row count.
 *
 * Filters on visitors say the same as long as one value at most belongs to a single event: they do not ask that
 * several be of the same event.
 */
export function tellBreakdown({ values }: Parameters): Told | undefined {
  if (typeof values !== "object" || values === null) return undefined;
  const pairs = Object.entries(values).map(([name, value]): [string, string] => [name, String(value)]);
  const known = pairs.flatMap(([name, value]): [FieldName, string][] =>
    FIELDS.filter((field) => field === name).map((field) => [field, value]),
  );
  const isSaid = known.length === pairs.length && known.filter(([field]) => !isOfVisitors(field)).length <= 1;
  const words = pairs.map(([name, value]) => {
    const field = FIELDS.find((each) => each === name);
    return field === undefined
      ? t.behind.value(name, value)
      : t.behind.value(t.fields[field], valueName(field, value));
  });
  return {
    title: t.behind.breakdown(words.join(", ")),
    ...(isSaid ? { filter: visitorsWith(...known.map(([field, value]) => rowCondition(field, value))) } : {}),
  };
}
