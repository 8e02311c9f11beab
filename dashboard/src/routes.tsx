/** Which address shows which page; pages are loaded when they are first seen. */

import { Suspense, lazy } from "react";
import { Navigate, Outlet, createBrowserRouter, useLocation } from "react-router";

import { OwnWebsitePages, PageSkeleton } from "./page/WebsitePages";
import { REPORTS } from "./reports/registry";
import { useSession } from "./session/session";
import { SignInPage } from "./session/SignInPage";
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

const websitePages = [
  { index: true, element: <OverviewPage /> },
  { path: "realtime", element: <RealtimePage /> },
  { path: "events", element: <EventsPage /> },
  { path: "sessions", element: <SessionsPage /> },
  { path: "sessions/:sessionId", element: <SessionPage /> },
  { path: "saved", element: <SavedPage /> },
  { path: "segments", element: <SegmentsPage /> },
  ...REPORTS.map(({ type, Page }) => ({ path: type, element: <Page key={type} /> })),
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
