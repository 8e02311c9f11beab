/**
 * All reports, in the order of the navigation.
 *
 * A new one is an entry here, its name and description in the texts, and a folder with its view; routes and menus follow.
 * The compiler refuses a report of the API's description without them.
 */

import {
  IconArrowsSplit2,
  IconCoin,
  IconFilter2,
  IconFlask,
  IconMagnet,
  IconPlant,
  IconRepeat,
  IconRoute,
  IconTable,
  IconTags,
  IconTarget,
  IconTimeline,
} from "@tabler/icons-react";
import type { ComponentType, LazyExoticComponent } from "react";

import type { ReportType } from "~/api/types";
import { t } from "~/texts";
import { lazy } from "~/ui/lazy";

interface Entry {
  /** The part of the navigation that lists it. */
  group: "behaviour" | "growth";
  icon: ComponentType<{ size: number }>;
  Page: LazyExoticComponent<ComponentType>;
}

const ENTRIES: Record<ReportType, Entry> = {
  trend: { group: "behaviour", icon: IconTimeline, Page: lazy(() => import("./trend/TrendReport")) },
  goal: { group: "behaviour", icon: IconTarget, Page: lazy(() => import("./goal/GoalReport")) },
  funnel: { group: "behaviour", icon: IconFilter2, Page: lazy(() => import("./funnel/FunnelReport")) },
  journey: { group: "behaviour", icon: IconRoute, Page: lazy(() => import("./journey/JourneyReport")) },
  retention: {
    group: "behaviour",
    icon: IconRepeat,
    Page: lazy(() => import("./retention/RetentionReport")),
  },
  lifecycle: {
    group: "behaviour",
    icon: IconPlant,
    Page: lazy(() => import("./lifecycle/LifecycleReport")),
  },
  stickiness: {
    group: "behaviour",
    icon: IconMagnet,
    Page: lazy(() => import("./stickiness/StickinessReport")),
  },
  breakdown: { group: "behaviour", icon: IconTable, Page: lazy(() => import("./breakdown/BreakdownReport")) },
  attribution: {
    group: "growth",
    icon: IconArrowsSplit2,
    Page: lazy(() => import("./attribution/AttributionReport")),
  },
  experiment: {
    group: "growth",
    icon: IconFlask,
    Page: lazy(() => import("./experiment/ExperimentReport")),
  },
  revenue: { group: "growth", icon: IconCoin, Page: lazy(() => import("./revenue/RevenueReport")) },
  utm: { group: "growth", icon: IconTags, Page: lazy(() => import("./utm/UtmReport")) },
};

export interface RegisteredReport extends Entry {
  type: ReportType;
  title: string;
}

export const REPORTS: readonly RegisteredReport[] = (Object.keys(ENTRIES) as ReportType[]).map((type) => ({
  type,
  title: t.reports.names[type],
  ...ENTRIES[type],
}));
