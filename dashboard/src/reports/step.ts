import { type Condition, rowCondition } from "~/filters/conditions";

import type { Step } from "./StepInput";

/** Return the filter that a step stands for; one with stars becomes a pattern. */
export function stepCondition({ type, value }: Step): Condition {
  if (!value.includes("*")) return rowCondition(type, value);
  const pattern = value
    .split("*")
    .map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, "\\$&"))
    .join(".*");
  return { field: type, operator: "re", value: `^${pattern}$` };
}

/** Return the filter that an item of a journey stands for: paths begin with a slash, event names do not. */
export function itemCondition(item: string): Condition {
  return rowCondition(item.startsWith("/") ? "path" : "event", item);
}
