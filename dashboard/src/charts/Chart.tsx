/** A place for a chart; the charting library is loaded when the first one is seen. */

import { Skeleton } from "@mantine/core";
import type { EChartsOption } from "echarts";
import { Suspense, lazy } from "react";

const EChart = lazy(() => import("./EChart"));

export interface ChartPick {
  name: string;
  dataIndex: number;
  seriesIndex: number;
  data: unknown;
}

export interface ChartProps {
  option: EChartsOption;
  /** What the chart shows, for who cannot see it. */
  label: string;
  height: number;
  onPick?: (pick: ChartPick) => void;
  /** Maps need the world's shapes. */
  withWorld?: boolean;
}

export function Chart(props: ChartProps) {
  return (
    <Suspense fallback={<Skeleton h={props.height} />}>
      <EChart {...props} />
    </Suspense>
  );
}
