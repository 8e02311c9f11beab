/** What every page of a website has: the website, and what the address bar says to show of it. */

import { type ReactNode, createContext, use, useCallback, useEffect, useMemo, useState } from "react";

import { type AnswerTo, type Ask, type PathOf, type QueryOf, getting, posting } from "~/api/ask";
import type {
  DateBounds,
  Page as PageOf,
  ReportAnswer,
  ReportParameters,
  ReportType,
  SavedReport,
  Scope,
  SessionRow,
  SessionsPath,
  Website,
} from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import {
  type Condition,
  type Filters,
  NO_FILTERS,
  filterParameters,
  toggledFilters,
} from "~/filters/conditions";
import { useRegionNames } from "~/formats/regions";
import { type Span, spanOf } from "~/range/range";
import { useMayEdit } from "~/session/session";
import { useShows } from "~/session/shows";

import { homeZone } from "./home";
import { useAddress } from "./useAddress";
import { type View, viewOf, viewSearch } from "./view";

type WebsitePath<What extends string> = `/api/websites/{website_id}/${What}`;
/** What a website may be asked for in a range: the last part of its address. */
export type Topic = {
  [Path in PathOf<"get">]: Path extends WebsitePath<infer What>
    ? What extends `${string}{${string}`
      ? never
      : "startAt" extends keyof QueryOf<Path>
        ? What
        : never
    : never;
}[PathOf<"get">];

export interface Page {
  website: Website;
  /** Where the website's pages begin: its own address, or that of a share link. */
  base: string;
  mayEdit: boolean;
  /** Whether figures may be filtered, which some share links do not open. */
  mayFilter: boolean;
  view: View;
  span: Span;
  change: (part: Partial<View>) => void;
  changeFilters: (part: Partial<Filters>) => void;
  changeConditions: (to: (conditions: readonly Condition[]) => Condition[]) => void;
  /** Set a condition, or take it away if it is set; `scope` counts if no other condition has one. */
  toggle: (condition: Condition, scope?: Scope) => void;
  /** The present hour's beginning, in epoch milliseconds. */
  now: number;
  /** Return a question about the website in the range, or in another one, through the filters. */
  ask: <What extends Topic>(
    what: What,
    query?: QueryOf<WebsitePath<What>>,
    within?: Span,
  ) => Ask<AnswerTo<"get", WebsitePath<What>>>;
  /** Return a question for a report in the range, or in another one. */
  askReport: <Type extends ReportType>(
    type: Type,
    parameters: ReportParameters<Type>,
    within?: Span,
  ) => Ask<ReportAnswer<Type>>;
  /** Return a question for the sessions behind a number of a report. */
  askBehind: <Type extends ReportType>(
    type: Type,
    parameters: ReportParameters<Type>,
    cell: object,
    paging: { page: number; pageSize: number },
  ) => Ask<PageOf<SessionRow>>;
  /** Return a question for a saved report as it is; the parameters count where the report holds none. */
  askSaved: <Type extends ReportType>(
    report: SavedReport,
    parameters: object,
    within?: Span,
  ) => Ask<ReportAnswer<Type>>;
}

const PageContext = createContext<Page | null>(null);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Return the present hour's beginning; ranges relative to now change with it and not more often. */
export function useHour(): number {
  const [hour, setHour] = useState(() => Math.floor(Date.now() / HOUR) * HOUR);
  useEffect(() => {
    const timer = setInterval(() => setHour(Math.floor(Date.now() / HOUR) * HOUR), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return hour;
}

interface Props {
  website: Website;
  base: string;
  bounds: DateBounds | undefined;
  children: ReactNode;
}

export function PageProvider({ website, base, bounds, children }: Props) {
  const [search, changeAddress] = useAddress();
  const mayEdit = useMayEdit(website);
  const now = useHour();
  const home = homeZone();
  const mayFilter = useShows()("filters");
  const names = useRegionNames();
  const view = useMemo(() => {
    const asked = viewOf(search, home);
    return mayFilter ? asked : { ...asked, filters: NO_FILTERS };
  }, [search, home, mayFilter]);

  const changeView = useCallback(
    (to: (view: View) => Partial<View>) => {
      changeAddress((before) => {
        const old = viewOf(before, home);
        return viewSearch({ ...old, ...to(old) }, home, before);
      });
    },
    [changeAddress, home],
  );

  const page = useMemo<Page>(() => {
    const all = allOf(website, bounds, now);
    const span = spanOf(view.date, view.zone, now, all);
    const changeConditions: Page["changeConditions"] = (to) =>
      changeView(({ filters }) => ({ filters: { ...filters, conditions: to(filters.conditions) } }));
    const rangeOf = ({ startAt, endAt }: Span) => ({
      startDate: new Date(startAt).toISOString(),
      endDate: new Date(endAt).toISOString(),
      timezone: view.zone,
    });
    const bodyOf = (within: Span, parameters: object) => ({
      websiteId: website.id,
      strict: true,
      filters: filterParameters(view.filters),
      parameters: { ...rangeOf(within), ...parameters },
    });
    return {
      website,
      base,
      mayEdit,
      mayFilter,
      view,
      span,
      now,
      change: (part) => changeView(() => part),
      changeFilters: (part) => changeView(({ filters }) => ({ filters: { ...filters, ...part } })),
      changeConditions,
      toggle: (condition, scope) => {
        if (mayFilter) changeView(({ filters }) => ({ filters: toggledFilters(filters, condition, scope) }));
      },
      ask: (what, query, within = span) =>
        getting<WebsitePath<typeof what>>(`/api/websites/{website_id}/${what}`, {
          path: { website_id: website.id },
          query: { ...within, timezone: view.zone, ...filterParameters(view.filters), ...query },
          // A field's second condition has a number in its name, which the description does not list.
        } as never),
      askReport: <Type extends ReportType>(type: Type, parameters: ReportParameters<Type>, within = span) =>
        posting(`/api/reports/${type}`, {} as never, bodyOf(within, parameters) as never) as Ask<
          ReportAnswer<Type>
        >,
      askBehind: (type, parameters, cell, paging) =>
        posting(`/api/reports/${type === "goal" ? "goals" : type}/sessions` as SessionsPath<ReportType>, {}, {
          ...bodyOf(span, parameters),
          cell,
          ...paging,
        } as never),
      askSaved: <Type extends ReportType>(report: SavedReport, parameters: object, within = span) => {
        const open = Object.entries({ ...rangeOf(within), ...parameters });
        return posting(
          "/api/reports/{report_id}/run",
          { path: { report_id: report.id } },
          { parameters: Object.fromEntries(open.filter(([name]) => !(name in report.parameters))) },
        ) as Ask<ReportAnswer<Type>>;
      },
    };
    // What the page shows is read anew once the names have come.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [website, base, mayEdit, mayFilter, view, now, bounds, changeView, names]);

  return <PageContext value={page}>{children}</PageContext>;
}

function allOf(website: Website, bounds: DateBounds | undefined, now: number): Span {
  const start = bounds?.startDate ?? website.createdAt;
  const end = bounds?.endDate ?? null;
  return { startAt: Date.parse(start), endAt: end === null ? now : Date.parse(end) };
}

/** Return the page of a website that a component stands on. */
export function usePage(): Page {
  const page = use(PageContext);
  if (page === null) throw new Error("there is no website around this component");
  return page;
}

/** Return when the website's first and last events came; asked only where a range needs it. */
export function useBounds(websiteId: string, isNeeded: boolean) {
  return useAnswer(
    isNeeded ? getting("/api/websites/{website_id}/daterange", { path: { website_id: websiteId } }) : null,
  );
}
