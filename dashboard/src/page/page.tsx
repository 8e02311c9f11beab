/** What every page of a website has: the website, and what the address bar says to show of it. */

import { type ReactNode, createContext, use, useCallback, useEffect, useMemo, useState } from "react";

import type { Query } from "~/api/client";
import type { DateBounds, Parameters, SavedReport, Website } from "~/api/types";
import { type Ask, useAnswer } from "~/api/useAnswer";
import { type Condition, type Filters, NO_FILTERS, filterParameters, toggled } from "~/filters/conditions";
import { type Span, spanOf } from "~/range/range";
import { useMayEdit } from "~/session/session";
import { useShows } from "~/session/shows";

import { homeZone } from "./home";
import { useAddress } from "./useAddress";
import { type View, viewOf, viewSearch } from "./view";

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
  toggle: (condition: Condition) => void;
  /** The present hour's beginning, in epoch milliseconds. */
  now: number;
  /** Return a question about the website in the range, through the filters. */
  ask: (what: string, query?: Query) => Ask;
  /** Return a question for a report. */
  askReport: (name: string, parameters: Parameters) => Ask;
  /** Return a question for a saved report as it is; the parameters count where the report holds none. */
  askSaved: (report: SavedReport, parameters: Parameters) => Ask;
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
      toggle: (condition) => {
        if (mayFilter) changeConditions((conditions) => toggled(conditions, condition));
      },
      ask: (what, query = {}) => ({
        path: `/api/websites/${website.id}/${what}`,
        query: { ...span, timezone: view.zone, ...filterParameters(view.filters), ...query },
      }),
      askReport: (name, parameters) => ({
        path: `/api/reports/${name}`,
        body: {
          websiteId: website.id,
          strict: true,
          filters: filterParameters(view.filters),
          parameters: {
            startDate: new Date(span.startAt).toISOString(),
            endDate: new Date(span.endAt).toISOString(),
            timezone: view.zone,
            ...parameters,
          },
        },
      }),
      askSaved: (report, parameters) => {
        const open = {
          startDate: new Date(span.startAt).toISOString(),
          endDate: new Date(span.endAt).toISOString(),
          timezone: view.zone,
          ...parameters,
        };
        const free = Object.entries(open).filter(([name]) => !(name in report.parameters));
        return { path: `/api/reports/${report.id}/run`, body: { parameters: Object.fromEntries(free) } };
      },
    };
  }, [website, base, mayEdit, mayFilter, view, now, bounds, changeView]);

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
  return useAnswer<DateBounds>(isNeeded ? { path: `/api/websites/${websiteId}/daterange` } : null);
}
