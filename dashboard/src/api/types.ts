/** What goes over the wire, under the names that the pages use; all of it comes from the API's description. */

import type { AnswerTo, BodyOf } from "./ask";
import type { components } from "./schema";

type Schemas = components["schemas"];
type SegmentFilter = NonNullable<Schemas["SegmentCreation"]["parameters"]["filters"]>[number];

export type FieldName = Exclude<SegmentFilter["name"], "eventType">;
/** What a list of the most frequent values may be about: each field, and what is worked out from some. */
export type MetricType = Schemas["Dimension"];
export type WindowUnit = Schemas["WindowUnit"];
export type PropertyOperator = Schemas["StepOperator"];
export type Operator = NonNullable<SegmentFilter["operator"]>;
/** What the conditions of a group choose: single events, whole visits, or all visits of a visitor. */
export type Scope = NonNullable<Schemas["Filters"]["scope"]>;

export type Role = Schemas["Role"];
export type User = Schemas["WireUser"];
export type CurrentUser = Schemas["CurrentUser"];
export type SignIn = Schemas["SignInAnswer"];
export type Website = Schemas["WireWebsite"];
export type Team = Schemas["ListedTeam"];
export type ApiKey = Schemas["WireKey"];
export type NewApiKey = Schemas["NewWireKey"];
export type OpenedShare = Schemas["Visit"];
export type Share = Schemas["WireShare"];
export type Opens = Share["opens"];
export type Part = Schemas["Part"];

/** One page of a list; the description has one such shape for each kind of row. */
export interface Page<Row> {
  data: Row[];
  count: number;
  page: number;
  pageSize: number;
}

export type Figures = Schemas["Totals"];
export type Stats = Schemas["StatsAnswer"];
export type Point = Schemas["Point"];
export type Pageviews = Schemas["PageviewsAnswer"];
export type ComparedSeries = Schemas["ComparedSeries"];
export type Metric = Schemas["MetricRow"];
export type Value = Schemas["ValueRow"];
export type DateBounds = Schemas["DateRangeAnswer"];
export type Online = Schemas["ActiveAnswer"];

export type EventRow = Schemas["EventRow"];
export type NamedPoint = Schemas["EventPoint"];
export type EventTotals = Schemas["EventTotalsAnswer"];
export type Property = Schemas["EventNameProperty"];
export type PropertyValue = Schemas["PropertyValue"];
export type DataRow = Schemas["PropertyRow"];

export type SessionRow = Schemas["SessionRow"];
export type SessionDetail = Schemas["SessionAnswer"];
export type Activity = Schemas["ActivityRow"];

export type RealtimeEvent = Schemas["RealtimeItem"];
export type Realtime = Schemas["RealtimeAnswer"];

export type ReportType = Schemas["WireSavedReport"]["type"];
export type SavedReport = Schemas["WireSavedReport"];
export type Goal = Schemas["GoalAnswer"];
export type FunnelRow = Schemas["FunnelRow"];
export type FunnelRows = ReportAnswer<"funnel">;
export type Way = Schemas["JourneyRow"];
export type Journeys = Schemas["JourneyFlow"];
export type Flow = Schemas["Flow"];
export type RetentionRow = Schemas["RetentionRow"];
export type Credits = Schemas["AttributionAnswer"];
export type Revenue = Schemas["RevenueAnswer"];
export type Utm = Schemas["UtmAnswer"];
export type LifecycleRow = Schemas["LifecycleRow"];
export type StickinessRow = Schemas["StickinessRow"];
export type Trend = Schemas["TrendAnswer"];
export type TrendRow = Schemas["TrendRow"];
export type VariantRow = Schemas["ExperimentRow"];

export type Measure = Schemas["Measure"];
export type Series = Schemas["Series"];
export type Step = Schemas["Step"];
export type PlainStep = Schemas["PlainStep"];

type ReportPath<Type extends ReportType> = `/api/reports/${Type}`;
type Ranged = "startDate" | "endDate" | "timezone";

/** What a report takes beside its range, as far as it is known yet. */
export type ReportParameters<Type extends ReportType> =
  BodyOf<ReportPath<Type>> extends { parameters: infer Found } ? Partial<Omit<Found, Ranged>> : never;
/** What a report answers to a page, which asks for no option that gives the answer another shape. */
export type ReportAnswer<Type extends ReportType> = Type extends "journey"
  ? Journeys
  : Type extends WithOptions
    ? AnswerTo<"post", ReportPath<Type>>
    : PlainAnswer<AnswerTo<"post", ReportPath<Type>>>;
/** The reports whose page asks for options that give the answer another shape. */
type WithOptions = "funnel" | "trend";
type PlainAnswer<Answer> = [Extract<Answer, unknown[]>] extends [never]
  ? Exclude<Answer, { rows: unknown }>
  : Extract<Answer, unknown[]>;
/** Which number of a report to open: a cell of its answer. */
export type CellOf<Type extends ReportType> =
  BodyOf<SessionsPath<Type>> extends { cell: infer Found } ? Partial<Found> : never;
/** Where a report answers who is behind its numbers; that of goals has another name than the saved report. */
export type SessionsPath<Type extends ReportType> =
  `/api/reports/${Type extends "goal" ? "goals" : Exclude<Type, "goal">}/sessions`;
/** The parameters of some report, out of the address bar or a saved report: each report reads its own out of them. */
export type Parameters = SavedReport["parameters"];

/** What a segment or cohort holds. */
export type SegmentParameters = Schemas["SegmentCreation"]["parameters"];
/** A segment as it was saved: as the dashboard writes it, unless a program saved something else. */
export type Segment = Omit<Schemas["WireSegment"], "parameters"> & { parameters: SegmentParameters };
