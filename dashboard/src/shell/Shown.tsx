import { Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Navigate } from "react-router";

import type { Part } from "~/api/types";
import { usePage } from "~/page/page";
import { useSession } from "~/session/session";
import { useShows } from "~/session/shows";
import { NotShown } from "~/share/NotShown";
import { t } from "~/texts";

import { OnlyReport } from "./OnlyReport";
import { firstPage } from "./pages";

/** Shows a page if the link opens it, or says that it does not. */
export function Shown({
  parts,
  isFirst = false,
  children,
}: {
  parts: readonly Part[];
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
  const first = isFirst ? firstPage(shows) : undefined;
  if (first !== undefined) return <Navigate to={`${base}${first}`} replace />;
  return (
    <Stack>
      <Title order={1}>{t.share.closed}</Title>
      <NotShown part={parts.find((part) => !shows(part)) ?? "website"} />
    </Stack>
  );
}
