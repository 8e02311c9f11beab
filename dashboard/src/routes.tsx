/** Which address shows which page; pages are loaded when they are first seen. */

import { type ReactElement, Suspense, lazy } from "react";
import { Navigate, Outlet, createBrowserRouter, useLocation } from "react-router";

import type { Part } from "./api/types";
import { OwnWebsitePages, PageSkeleton } from "./page/WebsitePages";
import { REPORTS } from "./reports/registry";
import { useSession } from "./session/session";
import { SignInPage } from "./session/SignInPage";
import { Shown } from "./share/Shown";
import { Shell } from "./shell/Shell";
import { Broken } from "./ui/Broken";
import { NotFoundPage } from "./ui/NotFoundPage";

const WebsitesPage = lazy(() => import("./websites/WebsitesPage").then((m) => ({ default: m.WebsitesPage })));
const WebsiteSettingsPage = lazy(() =>
  import("./websites/WebsiteSettingsPage").then((m) => ({ default: m.WebsiteSettingsPage })),
);
// The page that most people open first is on its way while they are still being recognised.
const overview = import("./overview/OverviewPage");
const OverviewPage = lazy(() => overview.then((m) => ({ default: m.OverviewPage })));
const RealtimePage = lazy(() => import("./realtime/RealtimePage").then((m) => ({ default: m.RealtimePage })));
const EventsPage = lazy(() => import("./events/EventsPage").then((m) => ({ default: m.EventsPage })));
const SessionsPage = lazy(() => import("./sessions/SessionsPage").then((m) => ({ default: m.SessionsPage })));
const SessionPage = lazy(() => import("./sessions/SessionPage").then((m) => ({ default: m.SessionPage })));
const SavedPage = lazy(() => import("./saved/SavedPage").then((m) => ({ default: m.SavedPage })));
const SegmentsPage = lazy(() => import("./segments/SegmentsPage").then((m) => ({ default: m.SegmentsPage })));
const SettingsPage = lazy(() => import("./settings/SettingsPage").then((m) => ({ default: m.SettingsPage })));
const SharedPages = lazy(() => import("./share/SharedPages").then((m) => ({ default: m.SharedPages })));

/** Lets only users in; others sign in first, and then come back. */
function ForUsers() {
  const { who } = useSession();
  const { pathname, search } = useLocation();
  if (who.kind === "unknown") return <Waiting />;
  if (who.kind !== "user") return <Navigate to="/sign-in" replace state={{ next: pathname + search }} />;
  return (
    <Suspense fallback={<Waiting />}>
      <Outlet />
    </Suspense>
  );
}

function Waiting() {
  return (
    <Shell>
      <PageSkeleton />
    </Shell>
  );
}

/** Return a page that says so if the visitor's link does not open it. */
function shown(page: ReactElement, parts: Part[], isFirst = false) {
  return (
    <Shown parts={parts} isFirst={isFirst}>
      {page}
    </Shown>
  );
}

const websitePages = [
  { index: true, element: shown(<OverviewPage />, ["overview"], true) },
  { path: "realtime", element: shown(<RealtimePage />, ["realtime", "events"]) },
  { path: "events", element: shown(<EventsPage />, ["events"]) },
  { path: "sessions", element: shown(<SessionsPage />, ["sessions"]) },
  { path: "sessions/:sessionId", element: shown(<SessionPage />, ["visitors"]) },
  { path: "saved", element: shown(<SavedPage />, ["saved-reports"]) },
  { path: "segments", element: shown(<SegmentsPage />, ["segments"]) },
  ...REPORTS.map(({ type, Page }) => ({ path: type, element: shown(<Page key={type} />, [type]) })),
];

export const router = createBrowserRouter([
  {
    errorElement: <Broken />,
    children: [
      { path: "/", element: <Navigate to="/websites" replace /> },
      { path: "/sign-in", element: <SignInPage /> },
      {
        path: "/share/:slug",
        element: (
          <Suspense fallback={null}>
            <SharedPages />
          </Suspense>
        ),
        children: websitePages,
      },
      {
        element: <ForUsers />,
        children: [
          { path: "/websites", element: <WebsitesPage /> },
          {
            path: "/websites/:websiteId",
            element: <OwnWebsitePages />,
            children: [...websitePages, { path: "settings", element: <WebsiteSettingsPage /> }],
          },
          { path: "/settings", element: <SettingsPage /> },
          { path: "/settings/:tab", element: <SettingsPage /> },
          { path: "*", element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
