/** Which address shows which page; pages are loaded when they are first seen. */

import { type ReactElement, Suspense } from "react";
import { Navigate, Outlet, type RouteObject, createBrowserRouter, useLocation } from "react-router";

import type { Part } from "./api/types";
import { useSession } from "./session/session";
import { SignInPage } from "./session/SignInPage";
import { NotFoundPage } from "./shell/NotFoundPage";
import { Shell } from "./shell/Shell";
import { Shown } from "./shell/Shown";
import { Unframed } from "./shell/Unframed";
import { OwnWebsitePages } from "./shell/WebsitePages";
import { PAGES } from "./shell/pages";
import { Broken, BrokenPage } from "./ui/Broken";
import { lazy } from "./ui/lazy";
import { PageSkeleton } from "./ui/PageSkeleton";

const WebsitesPage = lazy(() => import("./websites/WebsitesPage").then((m) => ({ default: m.WebsitesPage })));
const WebsiteSettingsPage = lazy(() =>
  import("./websites/WebsiteSettingsPage").then((m) => ({ default: m.WebsiteSettingsPage })),
);
const SessionPage = lazy(() => import("./sessions/SessionPage").then((m) => ({ default: m.SessionPage })));
const SettingsPage = lazy(() => import("./settings/SettingsPage").then((m) => ({ default: m.SettingsPage })));
const SharedPages = lazy(() => import("./shell/SharedPages").then((m) => ({ default: m.SharedPages })));

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
function shown(page: ReactElement, parts: readonly Part[], isFirst = false) {
  return (
    <Shown parts={parts} isFirst={isFirst}>
      {page}
    </Shown>
  );
}

const websitePages = [
  ...PAGES.map(({ path, parts, Page }) =>
    path === ""
      ? { index: true, element: shown(<Page />, parts, true) }
      : { path, element: shown(<Page key={path} />, parts) },
  ),
  { path: "sessions/:sessionId", element: shown(<SessionPage />, ["visitors"]) },
];

/** Return pages that leave the frame around them as it is when they break. */
function inside(children: RouteObject[]): RouteObject[] {
  return [{ errorElement: <BrokenPage />, children }];
}

export const router = createBrowserRouter([
  {
    errorElement: <Broken />,
    children: [
      { path: "/", element: <Navigate to="/websites" replace /> },
      {
        path: "/sign-in",
        element: (
          <Unframed>
            <SignInPage />
          </Unframed>
        ),
      },
      {
        path: "/share/:slug",
        element: (
          <Suspense fallback={null}>
            <SharedPages />
          </Suspense>
        ),
        children: inside(websitePages),
      },
      {
        element: (
          <Unframed>
            <ForUsers />
          </Unframed>
        ),
        children: [
          { path: "/websites", element: <WebsitesPage /> },
          {
            path: "/websites/:websiteId",
            element: <OwnWebsitePages />,
            children: inside([...websitePages, { path: "settings", element: <WebsiteSettingsPage /> }]),
          },
          { path: "/settings", element: <SettingsPage /> },
          { path: "/settings/:tab", element: <SettingsPage /> },
          { path: "*", element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
