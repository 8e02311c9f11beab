/** Figures over time: bars or lines, one per series; the bucket that is under way is dashed, the future empty. */

import { Text, useComputedColorScheme } from "@mantine/core";
import type { EChartsOption } from "echarts";
import { useMemo } from "react";

import { bucketLabel, moment } from "~/formats/dates";
import { compact, number } from "~/formats/numbers";
import { type Unit, running as runningAt } from "~/range/zones";
import { t } from "~/texts";

import { Chart } from "./Chart";
import { type Colours, colours } from "./colours";
import type { ChartPick } from "./EChart";
import { GRID, categories, escaped, figures, tooltip, tooltipLine } from "./options";
import { type Values, begun, lineParts } from "./parts";
import { sentence } from "./sentence";

export interface TimeSeries {
  name: string;
  values: Values;
  kind: "line" | "bar";
  /** Where the buckets begin of a range to compare with, which is drawn faint. */
  comparedStarts?: readonly (number | undefined)[];
  stack?: string;
  /** Which colour of the palette; by position, if nothing is said. */
  colour?: number | "grey";
}

interface Props {
  label: string;
  starts: number[];
  unit: Unit;
  zone: string;
  /** The present: what lies after it is not drawn. */
  now: number;
  series: TimeSeries[];
  height?: number;
  format?: (value: number) => string;
  /** How the axis reads. */
  axis?: (value: number) => string;
  /** What a click on a bar or point does, by the name of its series and the start of its bucket. */
  onPick?: (series: string, start: number) => void;
}

function colourOf(colour: number | "grey", { series, dimmed }: Colours): string {
  return colour === "grey" ? dimmed : (series[colour % series.length] ?? dimmed);
}

type Drawn = ReturnType<typeof bars>[number] | ReturnType<typeof lines>[number];

interface Point {
  dataIndex: number;
  marker: string;
  seriesName: string;
  value: number | null;
}

export function TimeChart(props: Props) {
  const { label, starts, unit, zone, now, series, height = 300, format = number, axis = compact } = props;
  const { onPick } = props;
  const scheme = useComputedColorScheme("light");
  const running = runningAt(starts, unit, zone, now);
  const option = useMemo<EChartsOption>(() => {
    const palette = colours(scheme);
    const shape = unit === "day" ? "weekday" : unit;
    return {
      grid: { ...GRID, top: series.length > 1 ? 40 : 16 },
      legend: legend(palette, series),
      tooltip: {
        ...tooltip(palette),
        trigger: "axis",
        axisPointer: { type: "shadow", shadowStyle: { opacity: 0.15 } },
        formatter: (given: unknown) => {
          const points = given as Point[];
          const at = points[0]?.dataIndex ?? 0;
          const title = moment(starts[at] ?? 0, shape, zone);
          return `<b>${escaped(at === running ? t.charts.soFar(title) : title)}</b>${points
            // The last whole bucket is a point of both parts of its line.
            .filter((point, index) => points.findIndex(isLike(point)) === index)
            .map(({ marker, seriesName, value }) => {
              const start = series.find(({ name }) => name === seriesName)?.comparedStarts?.[at];
              const name = start === undefined ? seriesName : `${seriesName} (${moment(start, shape, zone)})`;
              return value === null ? "" : tooltipLine(marker, name, format(value));
            })
            .join("")}`;
        },
      },
      xAxis: categories(
        palette,
        starts.map((start) => bucketLabel(start, unit, zone)),
      ),
      yAxis: figures(palette, axis),
      series: series.flatMap<Drawn>((each, index) => {
        const color = colourOf(each.colour ?? index, palette);
        return each.kind === "bar"
          ? bars(each, color, starts, running, now)
          : lines(each, color, starts, running, now);
      }),
    };
  }, [scheme, starts, unit, zone, now, running, series, format, axis]);
  const told = sentence(
    series
      .filter(({ comparedStarts }) => comparedStarts === undefined)
      .map(({ name, values }) => ({ name, values: begun(values, starts, now) })),
    running,
    {
      ...t.charts,
      format,
      when: (at) => moment(starts[at] ?? 0, unit, zone),
      soFar: t.charts.toldSoFar,
    },
  );
  return (
    <>
      <Chart
        option={option}
        label={t.charts.title(label, told)}
        height={height}
        {...picking(onPick, starts)}
      />
      {running !== undefined && (
        <Text size="xs" c="dimmed" ta="right">
          {t.charts.running}
        </Text>
      )}
    </>
  );
}

function picking(onPick: Props["onPick"], starts: number[]) {
  if (onPick === undefined) return {};
  return {
    onPick: ({ seriesName, dataIndex }: ChartPick) => {
      const start = starts[dataIndex];
      if (start !== undefined) onPick(seriesName, start);
    },
  };
}

function isLike({ seriesName, value }: Point): (other: Point) => boolean {
  return (other) =>
    other.seriesName === seriesName && (other.value ?? null) !== null && (value ?? null) !== null;
}

function legend(palette: Colours, series: TimeSeries[]) {
  if (series.length < 2) return { show: false };
  return {
    type: "scroll" as const,
    top: 0,
    left: 0,
    // Lines show how strong they are, bars their colour.
    ...(series.some(({ kind }) => kind === "bar") ? { icon: "roundRect", itemWidth: 12 } : {}),
    itemHeight: 8,
    textStyle: { color: palette.text },
    pageTextStyle: { color: palette.text },
    data: series.map(({ name }) => name),
  };
}

const FAINT = 0.45;

function bars(each: TimeSeries, color: string, starts: number[], running: number | undefined, now: number) {
  const isStack = each.stack !== undefined;
  return [
    {
      name: each.name,
      type: "bar" as const,
      barMaxWidth: 36,
      ...(isStack ? { stack: each.stack } : {}),
      data: begun(each.values, starts, now).map((value, at) =>
        at === running
          ? {
              value,
              itemStyle: {
                opacity: FAINT,
                borderColor: color,
                borderType: "dashed" as const,
                borderWidth: 1.5,
              },
            }
          : value,
      ),
      itemStyle: { color, borderRadius: isStack ? 0 : ([3, 3, 0, 0] as never) },
    },
  ];
}

function lines(each: TimeSeries, color: string, starts: number[], running: number | undefined, now: number) {
  const shared = { name: each.name, type: "line" as const, itemStyle: { color } };
  if (each.comparedStarts !== undefined) {
    return [
      {
        ...shared,
        data: [...each.values],
        symbol: "none",
        itemStyle: { color, opacity: FAINT },
        lineStyle: { width: 2, color, opacity: FAINT },
      },
    ];
  }
  const [over, underWay] = lineParts(begun(each.values, starts, now), running);
  const areaStyle = { color, opacity: 0.08 };
  const isPoint = (running ?? starts.length) < 2;
  return [
    { ...shared, data: over, symbol: isPoint ? "circle" : "none", lineStyle: { width: 2, color }, areaStyle },
    ...(running === undefined
      ? []
      : [
          {
            ...shared,
            data: underWay,
            symbol: running === 0 ? "circle" : "none",
            lineStyle: { width: 2, color, type: [5, 4] as never },
          },
        ]),
  ];
}
