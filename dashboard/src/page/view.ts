/** What shapes a page of a website, as the address bar holds it. */

import { type Filters, conditionOf, filterSearch, filtersOf } from "~/filters/conditions";
import { DEFAULT_DATE, isDate } from "~/range/range";
import { type Unit, isZone } from "~/range/zones";

export type Comparison = "none" | "prev" | "yoy";

export interface View {
  date: string;
  compare: Comparison;
  zone: string;
  unit: Unit | undefined;
  filters: Filters;
}

const SHARED = ["date", "compare", "tz", "unit", "match", "scope", "segment", "cohort", "excludeBounce"];
const UNITS: readonly string[] = ["hour", "day", "month", "year"] satisfies Unit[];

/** Return the browser's own zone. */
export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Return what the address bar says; what it does not say or says wrongly is as usual. */
export function viewOf(search: URLSearchParams, home: string): View {
  const date = search.get("date") ?? "";
  const compare = search.get("compare");
  const zone = search.get("tz") ?? "";
  const unit = search.get("unit") ?? "";
  return {
    date: isDate(date) ? date : DEFAULT_DATE,
    compare: compare === "prev" || compare === "yoy" ? compare : "none",
    zone: zone !== "" && isZone(zone) ? zone : home,
    unit: UNITS.includes(unit) ? (unit as Unit) : undefined,
    filters: filtersOf(search),
  };
}

/** Return the view's part of the address bar; what is as usual is left out, the rest of `base` is kept. */
export function viewSearch(view: View, home: string, base = new URLSearchParams()): URLSearchParams {
  const search = withoutView(base);
  if (view.date !== DEFAULT_DATE) search.set("date", view.date);
  if (view.compare !== "none") search.set("compare", view.compare);
  if (view.zone !== home) search.set("tz", view.zone);
  if (view.unit !== undefined) search.set("unit", view.unit);
  for (const [name, value] of Object.entries(filterSearch(view.filters))) search.set(name, value);
  return search;
}

/** Return what the pages of a website share of the address bar: the view, without the page's own things. */
export function sharedSearch(search: URLSearchParams): string {
  const shared = new URLSearchParams();
  for (const [name, value] of search) if (isShared(name, value)) shared.append(name, value);
  const text = shared.toString();
  return text === "" ? "" : `?${text}`;
}

function withoutView(search: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams();
  for (const [name, value] of search) if (!isShared(name, value)) rest.append(name, value);
  return rest;
}

function isShared(name: string, value: string): boolean {
  return SHARED.includes(name) || conditionOf(name, value) !== undefined;
}
