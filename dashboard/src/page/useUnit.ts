import { unitsOf } from "~/range/range";
import type { Unit } from "~/range/zones";

import { usePage } from "./page";

/** Return the unit of the page's charts, those it may have, and how to choose another. */
export function useUnit(): [Unit, Unit[], (unit: Unit) => void] {
  const { view, span, change } = usePage();
  const units = unitsOf(span);
  const asked = view.unit;
  const unit = asked !== undefined && units.includes(asked) ? asked : (units[0] ?? "day");
  return [unit, units, (next) => change({ unit: next === units[0] ? undefined : next })];
}
