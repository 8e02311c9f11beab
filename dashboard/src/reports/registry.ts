/** All reports, in the order of the navigation. A new one is one line here and one folder with its view. */

import {
  IconArrowsSplit2,
  IconCoin,
  IconFilter2,
  IconRepeat,
  IconRoute,
  IconTable,
  IconTags,
  IconTarget,
} from "@tabler/icons-react";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";

import type { ReportType } from "~/api/types";

export interface RegisteredReport {
  type: ReportType;
  icon: ComponentType<{ size: number }>;
  Page: LazyExoticComponent<ComponentType>;
}

export const REPORTS: readonly RegisteredReport[] = [
  { type: "goal", icon: IconTarget, Page: lazy(() => import("./goal/GoalReport")) },
  { type: "funnel", icon: IconFilter2, Page: lazy(() => import("./funnel/FunnelReport")) },
  { type: "journey", icon: IconRoute, Page: lazy(() => import("./journey/JourneyReport")) },
  { type: "retention", icon: IconRepeat, Page: lazy(() => import("./retention/RetentionReport")) },
  { type: "breakdown", icon: IconTable, Page: lazy(() => import("./breakdown/BreakdownReport")) },
  {
    type: "attribution",
    icon: IconArrowsSplit2,
    Page: lazy(() => import("./attribution/AttributionReport")),
  },
  { type: "revenue", icon: IconCoin, Page: lazy(() => import("./revenue/RevenueReport")) },
  { type: "utm", icon: IconTags, Page: lazy(() => import("./utm/UtmReport")) },
];
