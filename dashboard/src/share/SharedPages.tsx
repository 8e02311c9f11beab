/** The pages of a website for who has its public link: they look, and change nothing. */

import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useParams } from "react-router";

import { call, setCredentials } from "~/api/client";
import { queryClient } from "~/api/queryClient";
import type { OpenedShare } from "~/api/types";
import { WebsitePages } from "~/page/WebsitePages";
import { ActAs, type Who } from "~/session/session";
import { t } from "~/texts";
import { Empty } from "~/frame/Empty";

export function SharedPages() {
  const { slug = "" } = useParams();
  const opened = useQuery({
    queryKey: ["share", slug],
    queryFn: () => call<OpenedShare>(`/api/share/${encodeURIComponent(slug)}`),
    staleTime: Infinity,
  });
  if (opened.isError) {
    return (
      <main className="sign-in">
        <Empty text={t.share.failed} />
      </main>
    );
  }
  if (opened.data === undefined) {
    return (
      <main className="sign-in" aria-busy="true" aria-label={t.share.opening}>
        <Skeleton h={320} maw={720} />
      </main>
    );
  }
  return <Opened key={opened.data.token} slug={slug} share={opened.data} />;
}

function Opened({ slug, share }: { slug: string; share: OpenedShare }) {
  const who = useMemo<Who>(
    () => ({ kind: "visitor", websiteId: share.websiteId, slug }),
    [share.websiteId, slug],
  );
  // The pages below ask as soon as they are there, so the credentials have to be set before them.
  const [restore] = useState(() =>
    setCredentials({
      headers: () => ({ "x-umami-share-token": share.token, "x-umami-share-context": "1" }),
      refused: () => void queryClient.invalidateQueries({ queryKey: ["share", slug] }),
    }),
  );
  useEffect(() => restore, [restore]);

  return (
    <ActAs who={who}>
      <WebsitePages websiteId={share.websiteId} base={`/share/${encodeURIComponent(slug)}`} />
    </ActAs>
  );
}
