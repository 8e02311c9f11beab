/** Figures over time: bars or lines, one per series. */

import { useComputedColorScheme } from "@mantine/core";
import type { EChartsOption } from "echarts";
import { useMemo } from "react";

import { bucketLabel, moment } from "~/formats/dates";
import { number } from "~/formats/numbers";
import type { Unit } from "~/range/zones";

import { Chart } from "./Chart";
import { colours } from "./colours";
import { GRID, categories, escaped, figures, tooltip, tooltipLine } from "./options";

export interface TimeSeries {
  name: string;
  values: number[];
  kind: "line" | "bar";
  /** Faint, for a range to compare with. */
  isFaint?: boolean;
  stack?: string;
  /** Which colour of the palette; by position, if nothing is said. */
  colour?: number;
}

interface Props {
  label: string;
  starts: number[];
  unit: Unit;
  zone: string;
  series: TimeSeries[];
  height?: number;
  format?: (value: number) => string;
}

export function TimeChart({ label, starts, unit, zone, series, height = 300, format = number }: Props) {
  const scheme = useComputedColorScheme("light");
  const option = useMemo<EChartsOption>(() => {
    const palette = colours(scheme);
    return {
      grid: { ...GRID, top: series.length > 1 ? 40 : 16 },
      legend:
        series.length > 1
          ? {
              type: "scroll",
              top: 0,
              left: 0,
              // Lines show whether they are dashed, bars their colour.
              ...(series.some(({ kind }) => kind === "bar") ? { icon: "roundRect", itemWidth: 12 } : {}),
              itemHeight: 8,
              textStyle: { color: palette.text },
              pageTextStyle: { color: palette.text },
            }
          : { show: false },
      tooltip: {
        ...tooltip(palette),
        trigger: "axis",
        axisPointer: { type: "shadow", shadowStyle: { opacity: 0.15 } },
        formatter: (given: unknown) => {
          const points = given as { dataIndex: number; marker: string; seriesName: string; value: number }[];
          const start = starts[points[0]?.dataIndex ?? 0] ?? 0;
          const title = escaped(moment(start, unit === "day" ? "weekday" : unit, zone));
          const lines = points.map((each) => tooltipLine(each.marker, each.seriesName, format(each.value)));
          return `<b>${title}</b>${lines.join("")}`;
        },
      },
      xAxis: categories(
        palette,
        starts.map((start) => bucketLabel(start, unit, zone)),
      ),
      yAxis: figures(palette),
      series: series.map((each, index) => {
        const color = palette.series[(each.colour ?? index) % palette.series.length] ?? palette.text;
        const shared = {
          name: each.name,
          data: each.values,
          ...(each.stack === undefined ? {} : { stack: each.stack }),
        };
        return each.kind === "bar"
          ? {
              ...shared,
              type: "bar" as const,
              barMaxWidth: 36,
              itemStyle: { color, borderRadius: each.stack === undefined ? ([3, 3, 0, 0] as never) : 0 },
            }
          : {
              ...shared,
              type: "line" as const,
              symbol: starts.length > 1 ? "none" : "circle",
              lineStyle: {
                width: 2,
                color,
                type: each.isFaint === true ? ("dashed" as const) : ("solid" as const),
              },
              itemStyle: { color },
              ...(each.isFaint === true ? {} : { areaStyle: { color, opacity: 0.08 } }),
            };
      }),
    };
  }, [scheme, starts, unit, zone, series, format]);
  return <Chart option={option} label={label} height={height} />;
}
