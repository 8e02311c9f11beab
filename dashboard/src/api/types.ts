/** What goes over the wire, as the pages need it. */

export type FieldName =
  | "path"
  | "referrer"
  | "title"
  | "query"
  | "browser"
  | "os"
  | "device"
  | "country"
  | "region"
  | "city"
  | "hostname"
  | "tag"
  | "event"
  | "language"
  | "screen"
  | "distinctId"
  | "utmSource"
  | "utmMedium"
  | "utmCampaign"
  | "utmContent"
  | "utmTerm";

export type MetricType = FieldName | "entry" | "exit" | "channel";

export type Role = "admin" | "user" | "view-only";

export interface User {
  id: string;
  username: string;
  role: Role;
  createdAt: string;
}

export interface CurrentUser extends User {
  isAdmin: boolean;
}

export interface SignIn {
  token: string;
  user: CurrentUser;
}

export interface Website {
  id: string;
  name: string;
  domain: string;
  resetAt: string | null;
  userId: string | null;
  teamId: string | null;
  createdAt: string;
  shareId: string | null;
}

export interface Page<Row> {
  data: Row[];
  count: number;
  page: number;
  pageSize: number;
}

export interface Figures {
  pageviews: number;
  visitors: number;
  visits: number;
  bounces: number;
  totaltime: number;
}

export interface Stats extends Figures {
  comparison: Figures;
}

export interface Point {
  x: string;
  y: number;
}

export interface Series {
  pageviews: Point[];
  sessions: Point[];
}

export interface Pageviews extends Series {
  startDate?: string;
  endDate?: string;
  compare?: Series & { startDate: string; endDate: string };
}

export interface Metric {
  x: string;
  y: number;
  country?: string;
}

export interface Value {
  value: string;
  count: number;
}

export interface DateBounds {
  startDate: string | null;
  endDate: string | null;
}

export interface EventRow {
  id: string;
  sessionId: string;
  createdAt: string;
  hostname: string;
  urlPath: string;
  urlQuery: string;
  referrerDomain: string | null;
  country: string | null;
  city: string | null;
  device: string | null;
  os: string | null;
  browser: string | null;
  pageTitle: string | null;
  eventType: number;
  eventName: string | null;
  hasData: boolean;
}

export interface NamedPoint {
  x: string;
  t: string;
  y: number;
}

export interface EventStats {
  events: number;
  visitors: number;
  visits: number;
  uniqueEvents: number;
}

export interface Property {
  eventName: string;
  propertyName: string;
  total: number;
}

export interface PropertyValue {
  value: string;
  total: number;
}

export interface DataRow {
  dataKey: string;
  dataType: number;
  stringValue: string | null;
  numberValue: number | null;
  dateValue: string | null;
}

export interface SessionRow {
  id: string;
  hostname: string;
  browser: string;
  os: string;
  device: string;
  screen: string;
  language: string;
  country: string;
  region: string;
  city: string;
  firstAt: string;
  lastAt: string;
  visits: number;
  views: number;
  events: number;
}

export interface SessionDetail extends SessionRow {
  distinctId: string | null;
  totaltime: number;
}

export interface Activity {
  createdAt: string;
  urlPath: string;
  urlQuery: string;
  referrerDomain: string | null;
  eventId: string;
  eventType: number;
  eventName: string | null;
  visitId: string;
  hasData: boolean;
}

export interface RealtimeEvent {
  __type: "session" | "pageview" | "event";
  sessionId: string;
  eventName: string | null;
  createdAt: string;
  browser: string | null;
  os: string | null;
  device: string | null;
  country: string | null;
  urlPath: string;
  referrerDomain: string | null;
}

export interface Realtime {
  countries: Record<string, number>;
  urls: Record<string, number>;
  referrers: Record<string, number>;
  events: RealtimeEvent[];
  series: { views: Point[]; visitors: Point[] };
  totals: { views: number; visitors: number; events: number; countries: number };
  timestamp: number;
}

export type ReportType =
  "goal" | "funnel" | "journey" | "retention" | "breakdown" | "attribution" | "revenue" | "utm";

/** What a report is asked for; each report reads its own out of it. */
export type Parameters = Record<string, unknown>;

export interface SavedReport {
  id: string;
  userId: string;
  websiteId: string;
  type: ReportType;
  name: string;
  description: string;
  parameters: Parameters;
  createdAt: string;
  updatedAt: string;
}

export interface SegmentCondition {
  name: string;
  operator: string;
  value: string;
}

export interface SegmentParameters {
  filters?: SegmentCondition[];
  match?: "all" | "any";
  dateRange?: string;
  action?: { type: "path" | "event"; value: string };
}

export interface Segment {
  id: string;
  websiteId: string;
  type: "segment" | "cohort";
  name: string;
  parameters: SegmentParameters;
  createdAt: string;
  updatedAt: string;
}

export interface Share {
  id: string;
  name: string;
  slug: string;
  createdAt: string;
}

export interface OpenedShare {
  websiteId: string;
  token: string;
}

export interface ApiKey {
  id: string;
  name: string;
  /** How the key begins, to know it by. */
  hint: string;
  readOnly: boolean;
  createdAt: string;
  expiresAt: string | null;
}

export interface NewApiKey extends ApiKey {
  key: string;
}
