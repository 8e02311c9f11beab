/** The frame of all pages of one website: loads it, then shows the page inside the shell. */

import { Suspense } from "react";
import { Outlet, useParams, useSearchParams } from "react-router";

import { getting } from "~/api/ask";
import { useAnswer } from "~/api/useAnswer";
import { Failure } from "~/frame/Failure";
import { PageProvider, useBounds } from "~/page/page";
import { PageSkeleton } from "~/ui/PageSkeleton";

import { Shell } from "./Shell";

/** The website of the address /websites/:websiteId. */
export function OwnWebsitePages() {
  const { websiteId = "" } = useParams();
  return <WebsitePages websiteId={websiteId} base={`/websites/${websiteId}`} />;
}

export function WebsitePages({ websiteId, base }: { websiteId: string; base: string }) {
  const [search] = useSearchParams();
  const website = useAnswer(getting("/api/websites/{website_id}", { path: { website_id: websiteId } }), {
    keep: false,
  });
  const isAll = search.get("date") === "all";
  const bounds = useBounds(websiteId, isAll);

  if (website.isError) {
    return (
      <Shell>
        <Failure error={website.error} retry={() => void website.refetch()} />
      </Shell>
    );
  }
  if (website.data === undefined || (isAll && bounds.isPending)) {
    return (
      <Shell>
        <PageSkeleton />
      </Shell>
    );
  }
  return (
    <PageProvider key={websiteId} website={website.data} base={base} bounds={bounds.data}>
      <Shell website={website.data} base={base}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </Shell>
    </PageProvider>
  );
}
