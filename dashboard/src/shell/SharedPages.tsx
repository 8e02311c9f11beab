/** The pages of a website for who has a share link: they look at what it opens, and change nothing. */

import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useParams } from "react-router";

import { getting, posting } from "~/api/ask";
import { setCredentials } from "~/api/client";
import { ApiError } from "~/api/errors";
import { queryClient } from "~/api/queryClient";
import type { OpenedShare } from "~/api/types";
import { Empty } from "~/frame/Empty";
import { ActAs, type Who } from "~/session/session";
import { t } from "~/texts";

import { PasswordForm } from "./PasswordForm";
import { WebsitePages } from "./WebsitePages";

export function SharedPages() {
  const { slug = "" } = useParams();
  const opened = useQuery({
    queryKey: ["share", slug],
    queryFn: () => getting("/api/share/{slug}", { path: { slug } }).send(),
    staleTime: Infinity,
  });
  if (opened.data !== undefined && !opened.isError) {
    return <Opened key={opened.data.token} slug={slug} share={opened.data} />;
  }
  if (opened.error instanceof ApiError && opened.error.code === "password-required") {
    return (
      <PasswordForm
        onSubmit={async (password) => {
          const share = await posting("/api/share/{slug}", { path: { slug } }, { password }).send();
          queryClient.setQueryData(["share", slug], share);
        }}
      />
    );
  }
  if (opened.isError) {
    return (
      <main className="sign-in">
        <Empty text={t.share.failed} />
      </main>
    );
  }
  return (
    <main className="sign-in" aria-busy="true" aria-label={t.share.opening}>
      <Skeleton h={320} maw={720} />
    </main>
  );
}

function Opened({ slug, share }: { slug: string; share: OpenedShare }) {
  const who = useMemo<Who>(
    () => ({
      kind: "visitor",
      websiteId: share.websiteId,
      slug,
      shows: share.shows,
      reportId: share.reportId,
    }),
    [share, slug],
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
