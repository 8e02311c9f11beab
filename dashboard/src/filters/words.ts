import { valueName } from "~/formats/names";
import { t } from "~/texts";

import { type Condition, takesValue } from "./conditions";

/** Return a condition as a phrase. */
export function conditionWords({ field, operator, value }: Condition): string {
  const start = `${t.fields[field]} ${t.operators[operator]}`;
  if (!takesValue(operator)) return start;
  const values = operator === "eq" || operator === "neq" ? value.split(",") : [value];
  // Several codes may read alike, such as those of one browser.
  return `${start} ${[...new Set(values.map((each) => valueName(field, each)))].join(", ")}`;
}
