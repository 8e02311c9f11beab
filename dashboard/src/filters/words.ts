import { valueName } from "~/formats/names";
import { t } from "~/texts";

import { type Condition, takesValue } from "./conditions";

/** Return a condition as a phrase. */
export function conditionWords({ field, operator, value }: Condition): string {
  const start = `${t.fields[field]} ${t.operators[operator]}`;
  if (!takesValue(operator)) return start;
  const values = operator === "eq" || operator === "neq" ? value.split(",") : [value];
  return `${start} ${values.map((each) => valueName(field, each)).join(", ")}`;
}
