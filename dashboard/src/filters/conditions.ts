/** Conditions of the filter bar, as the server and the address bar spell them: `country=neq.US`. */

import type { FieldName, Operator, Scope } from "~/api/types";
import { t } from "~/texts";

import { DEFAULT_SCOPE, effectiveScope, hasScope, isScope } from "./scope";

/** All fields, in the order of their labels. The compiler refuses a field without a label. */
export const FIELDS = Object.keys(t.fields) as readonly FieldName[];

/** All operators, in the order of their labels. */
export const OPERATORS = Object.keys(t.operators) as readonly Operator[];

export interface Condition {
  field: FieldName;
  operator: Operator;
  value: string;
}

/** Which events every page counts: the conditions and what goes with them. */
export interface Filters {
  conditions: Condition[];
  match: "all" | "any";
  /** What the conditions choose, if somebody said so. */
  scope?: Scope | undefined;
  segment?: string | undefined;
  cohort?: string | undefined;
  excludeBounce: boolean;
}

export const NO_FILTERS: Filters = { conditions: [], match: "all", excludeBounce: false };

/** Whether the operator asks for a value. */
export function takesValue(operator: Operator): boolean {
  return operator !== "s" && operator !== "ns";
}

function isField(name: string): name is FieldName {
  return Object.hasOwn(t.fields, name);
}

function isOperator(text: string): text is Operator {
  return Object.hasOwn(t.operators, text);
}

/** Return the condition that a parameter of the address bar stands for, if it is one. */
export function conditionOf(name: string, text: string): Condition | undefined {
  const field = name.replace(/\d+$/, "");
  if (!isField(field)) return undefined;
  const dot = text.indexOf(".");
  const operator = text.slice(0, Math.max(dot, 0));
  if (isOperator(operator)) return { field, operator, value: text.slice(dot + 1) };
  return { field, operator: "eq", value: text };
}

/** Return the conditions as parameters; those on a field named before get a digit. */
export function conditionParameters(conditions: readonly Condition[]): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const { field, operator, value } of conditions) {
    let name: string = field;
    for (let digit = 1; name in parameters; digit += 1) name = `${field}${digit}`;
    parameters[name] = `${operator}.${value}`;
  }
  return parameters;
}

/** Return all that the filter bar says, as parameters of a request. */
export function filterParameters(filters: Filters): Record<string, string> {
  const scope = effectiveScope(filters);
  return { ...unscoped(filters), ...(scope === "event" ? {} : { scope }) };
}

/** Return all that the filter bar says, as parameters of the address bar: a scope only if it is not the usual one. */
export function filterSearch(filters: Filters): Record<string, string> {
  const { scope, conditions } = filters;
  const isSaid = scope !== undefined && scope !== DEFAULT_SCOPE && hasScope(conditions);
  return { ...unscoped(filters), ...(isSaid ? { scope } : {}) };
}

function unscoped(filters: Filters): Record<string, string> {
  const parameters = conditionParameters(filters.conditions);
  if (filters.match === "any" && filters.conditions.length > 1) parameters["match"] = "any";
  if (filters.segment !== undefined) parameters["segment"] = filters.segment;
  if (filters.cohort !== undefined) parameters["cohort"] = filters.cohort;
  if (filters.excludeBounce) parameters["excludeBounce"] = "true";
  return parameters;
}

/** Return what the filter bar says according to the address bar. */
export function filtersOf(search: URLSearchParams): Filters {
  const conditions: Condition[] = [];
  for (const [name, text] of search) {
    const condition = conditionOf(name, text);
    if (condition !== undefined) conditions.push(condition);
  }
  const scope = search.get("scope");
  return {
    conditions,
    match: search.get("match") === "any" ? "any" : "all",
    scope: isScope(scope) ? scope : undefined,
    segment: search.get("segment") ?? undefined,
    cohort: search.get("cohort") ?? undefined,
    excludeBounce: search.get("excludeBounce") === "true",
  };
}

/** Return the conditions with one more, or without it if it was there: a row clicked twice. */
export function toggled(conditions: readonly Condition[], one: Condition): Condition[] {
  const rest = without(conditions, one);
  return rest.length < conditions.length ? rest : [...rest, one];
}

/** Return the filters with one condition toggled; the scope is that of the first condition that knows one. */
export function toggledFilters(filters: Filters, one: Condition, scope?: Scope): Filters {
  const conditions = toggled(filters.conditions, one);
  const isFirst = !hasScope(filters.conditions) && hasScope(conditions);
  return { ...filters, conditions, scope: isFirst ? scope : filters.scope };
}

/**
 * Return the filters with more conditions, whose scope is given; nothing where one list of conditions cannot say both,
 * because it has another scope or because one condition is enough.
 */
export function narrowed(filters: Filters, more: readonly Condition[], scope: Scope): Filters | undefined {
  const before = filters.conditions;
  const isAny = filters.match === "any" && before.length > 1;
  const isOtherScope = hasScope(before) && hasScope(more) && effectiveScope(filters) !== scope;
  if (isAny || isOtherScope) return undefined;
  const added = more.filter((one) => !before.some((each) => isSame(each, one)));
  return {
    ...filters,
    match: "all",
    conditions: [...before, ...added],
    scope: hasScope(more) ? scope : filters.scope,
  };
}

/** Return the conditions without one of them. */
export function without(conditions: readonly Condition[], one: Condition): Condition[] {
  return conditions.filter((each) => !isSame(each, one));
}

/** Return the conditions with another in the place of one of them. */
export function replaced(conditions: readonly Condition[], one: Condition, by: Condition): Condition[] {
  return conditions.map((each) => (isSame(each, one) ? by : each));
}

function isSame(one: Condition, other: Condition): boolean {
  return one.field === other.field && one.operator === other.operator && one.value === other.value;
}

/**
 * Return the condition that a clicked row stands for; a row without a name asks for what is not set.
 *
 * `eq` reads commas as a list, so a value that has some is asked for by a pattern.
 */
export function rowCondition(field: FieldName, value: string): Condition {
  if (value === "") return { field, operator: "ns", value: "" };
  if (!value.includes(",")) return { field, operator: "eq", value };
  return { field, operator: "re", value: `^${value.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}$` };
}
