/** A place for a chart; the charting library is loaded when the first one is seen. */

import { Skeleton } from "@mantine/core";
import { Suspense } from "react";

import { lazy } from "~/ui/lazy";

import type { ChartProps } from "./EChart";

const EChart = lazy(() => import("./EChart"));

export function Chart(props: ChartProps) {
  return (
    <Suspense fallback={<Skeleton h={props.height} />}>
      <EChart {...props} />
    </Suspense>
  );
}
