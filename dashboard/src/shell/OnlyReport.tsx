import type { ReactNode } from "react";
import { Navigate, useLocation } from "react-router";

import { getting } from "~/api/ask";
import { useAnswer } from "~/api/useAnswer";
import { Failure } from "~/frame/Failure";
import { usePage } from "~/page/page";
import { PageSkeleton } from "~/ui/PageSkeleton";

/** Leads the visitor by a link to one report to its page, from whatever address. */
export function OnlyReport({ reportId, children }: { reportId: string; children: ReactNode }) {
  const { base } = usePage();
  const { pathname, search } = useLocation();
  const report = useAnswer(getting("/api/reports/{report_id}", { path: { report_id: reportId } }), {
    keep: false,
  });
  if (report.isError) return <Failure error={report.error} />;
  if (report.data === undefined) return <PageSkeleton />;
  const page = `${base}/${report.data.type}`;
  return pathname === page ? children : <Navigate to={page + search} replace />;
}
