/** Pages and panels that a share link may leave out. */

import { Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Navigate } from "react-router";

import type { Part } from "~/api/types";
import { Empty } from "~/frame/Empty";
import { usePage } from "~/page/page";
import { useSession } from "~/session/session";
import { t } from "~/texts";

import { OnlyReport } from "./OnlyReport";
import { firstPage } from "./parts";
import { useShows } from "./shows";

/** Shows a page if the link opens it, or says that it does not. */
export function Shown({
  parts,
  isFirst = false,
  children,
}: {
  parts: Part[];
  isFirst?: boolean;
  children: ReactNode;
}) {
  const { base } = usePage();
  const { who } = useSession();
  const shows = useShows();
  if (who.kind === "visitor" && who.reportId !== null) {
    return <OnlyReport reportId={who.reportId}>{children}</OnlyReport>;
  }
  if (shows(...parts)) return children;
  const first = who.kind === "visitor" ? firstPage(who.shows) : undefined;
  if (isFirst && first !== undefined) return <Navigate to={`${base}${first}`} replace />;
  return (
    <Stack>
      <Title order={1}>{t.share.closed}</Title>
      <NotShown part={parts.find((part) => !shows(part)) ?? "website"} />
    </Stack>
  );
}

/** Says that the link does not show something, which is no error. */
export function NotShown({ part, height = 320 }: { part: Part; height?: number }) {
  return <Empty text={part === "visitors" ? t.share.noVisitors : t.share.notShown} height={height} />;
}
