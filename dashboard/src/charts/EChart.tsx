import { useComputedColorScheme } from "@mantine/core";
import type { EChartsOption } from "echarts";
import { BarChart, FunnelChart, HeatmapChart, LineChart, MapChart, SankeyChart } from "echarts/charts";
import {
  AriaComponent,
  GeoComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
} from "echarts/components";
import { type ECharts, init, use as register } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { use, useEffect, useRef } from "react";

import { colours } from "./colours";
import { FONT, PictureContext, SCALE, blank } from "./picture";

register([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  FunnelChart,
  GeoComponent,
  GridComponent,
  HeatmapChart,
  LegendComponent,
  LineChart,
  MapChart,
  SankeyChart,
  TooltipComponent,
  VisualMapComponent,
]);

export interface ChartPick {
  name: string;
  dataIndex: number;
  seriesIndex: number;
  seriesName: string;
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

/** Draws a chart, follows the size of its place, and hands its picture to the panel around it. */
export default function EChart({ option, label, height, onPick, withWorld = false }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(null);
  const picked = useRef(onPick);
  const scheme = useComputedColorScheme("light");
  const giveAway = use(PictureContext);

  useEffect(() => {
    picked.current = onPick;
  }, [onPick]);

  useEffect(() => {
    if (place.current === null) return;
    const made = init(place.current);
    chart.current = made;
    made.on("click", ({ name, dataIndex, seriesIndex, seriesName, data }) =>
      picked.current?.({
        name,
        dataIndex,
        seriesIndex: seriesIndex ?? 0,
        seriesName: seriesName ?? "",
        data,
      }),
    );
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const palette = colours(scheme);
    const draw = () =>
      chart.current?.setOption(
        {
          // What moves takes the eye away from what it says.
          animation: false,
          color: palette.series,
          textStyle: { fontFamily: FONT, color: palette.text },
          backgroundColor: "transparent",
          ...option,
        },
        { notMerge: true },
      );
    if (!withWorld) {
      draw();
      return;
    }
    let isGone = false;
    void import("./world").then(({ prepareWorld }) => {
      if (isGone) return;
      prepareWorld();
      draw();
    });
    return () => {
      isGone = true;
    };
  }, [option, scheme, withWorld]);

  useEffect(() => {
    giveAway(
      () =>
        chart.current?.renderToCanvas({
          pixelRatio: SCALE,
          backgroundColor: colours(scheme).background,
        }) ?? blank(1, 1)[0],
    );
    return () => giveAway(undefined);
  }, [giveAway, scheme]);

  return <div ref={place} role="img" aria-label={label} style={{ height, width: "100%" }} />;
}
