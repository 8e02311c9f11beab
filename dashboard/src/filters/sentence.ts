/** Of whom the figures of a filtered page speak, as a sentence. */

import type { FieldName, Operator } from "~/api/types";
import { valueName } from "~/formats/names";
import { t } from "~/texts";

import { type Condition, type Filters, takesValue } from "./conditions";
import { effectiveScope, hasScope, isOfVisitors } from "./scope";

/** What each negative operator denies. */
const POSITIVE: Partial<Record<Operator, Operator>> = { neq: "eq", dnc: "c", nre: "re", ns: "s" };

/** The names of the saved filters that are set. */
interface Names {
  segment: string;
  cohort: string;
}

/** Return the sentence; nothing without filters. */
export function filterSentence(filters: Filters, names: Names): string | undefined {
  const { conditions, match, segment, cohort, excludeBounce } = filters;
  const scope = effectiveScope(filters);
  const isOfEvents = scope === "event" && hasScope(conditions);
  const clauses = conditions.map((condition) => (isOfEvents ? ofEvents(condition) : ofWhole(condition)));
  const joined = clauses.join(match === "any" ? t.filters.or : t.filters.and);
  const parts = [
    ...(joined === "" ? [] : [joined]),
    ...(segment === undefined ? [] : [t.filters.inSegment(names.segment)]),
    ...(cohort === undefined ? [] : [t.filters.inCohort(names.cohort)]),
    ...(excludeBounce ? [t.filters.withoutBounces] : []),
  ];
  return parts.length === 0 ? undefined : t.filters.showing(subjectOf(filters), parts.join(", "));
}

function subjectOf(filters: Filters): string {
  const { conditions, segment, cohort } = filters;
  if (hasScope(conditions)) return t.filters.subjects[effectiveScope(filters)];
  if (conditions.length > 0 || cohort !== undefined) return t.filters.subjects.session;
  return segment === undefined ? t.filters.subjects.visit : t.filters.everything;
}

/** Return what a condition says of a visit or a visitor: `with a page view from example.com`. */
function ofWhole(condition: Condition): string {
  const { field, operator } = condition;
  if (isOfVisitors(field)) return whose(condition);
  const denied = POSITIVE[operator];
  const event = `${nounOf(condition)} ${which({ ...condition, operator: denied ?? operator })}`;
  return denied === undefined ? t.filters.with(event) : t.filters.without(event);
}

/** Return what a condition says of an event: `from example.com`. */
function ofEvents(condition: Condition): string {
  const isDenied = condition.operator === "neq" && condition.field in t.filters.which;
  return isDenied ? t.filters.not(which({ ...condition, operator: "eq" })) : which(condition);
}

function nounOf({ field }: Condition): string {
  const nouns: Partial<Record<FieldName, string>> = t.filters.nouns;
  return nouns[field] ?? t.filters.event;
}

/** Return what tells the events of a condition from others: `named signup`, `on /pricing`, `whose tag is set`. */
function which(condition: Condition): string {
  const plain: Partial<Record<FieldName, (value: string) => string>> = t.filters.which;
  const say = condition.operator === "eq" ? plain[condition.field] : undefined;
  return say === undefined ? whose(condition) : say(valueWords(condition));
}

function whose(condition: Condition): string {
  const words = [
    t.operators[condition.operator],
    ...(takesValue(condition.operator) ? [valueWords(condition)] : []),
  ];
  return t.filters.whose(inSentence(t.fields[condition.field]), words.join(" "));
}

/** Return a value as people read it; several are joined by *or*. */
function valueWords({ field, operator, value }: Condition): string {
  const values = operator === "eq" || operator === "neq" ? value.split(",") : [value];
  return [...new Set(values.map((each) => valueName(field, each)))].join(t.filters.or);
}

/** Return a label as it stands inside a sentence; abbreviations such as UTM keep their capitals. */
function inSentence(label: string): string {
  return /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
