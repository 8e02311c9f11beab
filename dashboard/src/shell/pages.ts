/** The pages of a website, in the order of the navigation; the routes and the menu are made from this list. */

import {
  IconActivity,
  IconBolt,
  IconBookmark,
  IconFilter,
  IconLayoutDashboard,
  IconUsers,
} from "@tabler/icons-react";
import type { ComponentType } from "react";

import type { Part } from "~/api/types";
import { REPORTS } from "~/reports/registry";
import { t } from "~/texts";
import { lazy } from "~/ui/lazy";

export interface WebsitePage {
  /** The last part of its address; empty for the first page. */
  path: string;
  title: string;
  group: "figures" | "behaviour" | "growth" | "manage";
  icon: ComponentType<{ size: number }>;
  /** The parts of the website that a share link must open for it. */
  parts: readonly Part[];
  Page: ComponentType;
}

// The page that most people open first is on its way while they are still being recognised.
const overview = import("~/overview/OverviewPage");

export const PAGES: readonly WebsitePage[] = [
  {
    path: "",
    title: t.nav.overview,
    group: "figures",
    icon: IconLayoutDashboard,
    parts: ["overview"],
    Page: lazy(() => overview.then((m) => ({ default: m.OverviewPage }))),
  },
  {
    path: "realtime",
    title: t.nav.realtime,
    group: "figures",
    icon: IconActivity,
    parts: ["realtime", "events"],
    Page: lazy(() => import("~/realtime/RealtimePage").then((m) => ({ default: m.RealtimePage }))),
  },
  {
    path: "events",
    title: t.nav.events,
    group: "figures",
    icon: IconBolt,
    parts: ["events"],
    Page: lazy(() => import("~/events/EventsPage").then((m) => ({ default: m.EventsPage }))),
  },
  {
    path: "sessions",
    title: t.nav.sessions,
    group: "figures",
    icon: IconUsers,
    parts: ["sessions"],
    Page: lazy(() => import("~/sessions/SessionsPage").then((m) => ({ default: m.SessionsPage }))),
  },
  ...REPORTS.map(({ type, ...report }) => ({ path: type, parts: [type], ...report })),
  {
    path: "saved",
    title: t.nav.saved,
    group: "manage",
    icon: IconBookmark,
    parts: ["saved-reports"],
    Page: lazy(() => import("~/saved/SavedPage").then((m) => ({ default: m.SavedPage }))),
  },
  {
    path: "segments",
    title: t.nav.segments,
    group: "manage",
    icon: IconFilter,
    parts: ["segments"],
    Page: lazy(() => import("~/segments/SegmentsPage").then((m) => ({ default: m.SegmentsPage }))),
  },
];

/**
 * Return the first page that a visitor may open, as an address below the website's.
 *
 * It is never Realtime: that is open only where Events is, which shows more on a quiet day.
 */
export function firstPage(shows: (...parts: Part[]) => boolean): string | undefined {
  const page = PAGES.find(({ path, parts }) => path !== "realtime" && shows(...parts));
  return page === undefined ? undefined : addressOf(page);
}

/** Return a page's address below the website's. */
export function addressOf({ path }: WebsitePage): string {
  return path === "" ? "" : `/${path}`;
}
