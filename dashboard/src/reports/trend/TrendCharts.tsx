import { Text } from "@mantine/core";
import { useMemo } from "react";

import { TimeChart, type TimeSeries } from "~/charts/TimeChart";
import { useOpen } from "~/frame/opening";
import { usePage } from "~/page/page";
import { t } from "~/texts";

import { type Line, type Reading, cellOf, readingOf, valuesOf } from "./lines";
import type { TrendAsked, TrendSeries, TrendUnit } from "./parameters";

/** The lines of the range compared with, and where its buckets stand on those of the range. */
export interface Before {
  starts: (number | undefined)[];
  lines: Line[];
}

interface Props {
  lines: Line[];
  asked: TrendAsked;
  starts: number[];
  unit: TrendUnit;
  before: Before | undefined;
}

/** The lines of a trend; those that do not read alike have a chart of their own, on an axis of their own. */
export function TrendCharts({ lines, asked, starts, unit, before }: Props) {
  const places = lines.map((line, place) => ({ line, place, reading: readingIn(asked, line) }));
  const kinds = [...new Set(places.map(({ reading }) => reading.kind))];
  return kinds.map((kind) => {
    const found = places.filter(({ reading }) => reading.kind === kind);
    const [first] = found;
    if (first === undefined) return null;
    return (
      <OneChart
        key={kind}
        drawn={found}
        reading={first.reading}
        isNamed={found.length === 1 && kinds.length > 1}
        starts={starts}
        unit={unit}
        before={before}
        height={kinds.length === 1 ? 340 : 240}
      />
    );
  });
}

function readingIn(asked: TrendAsked, { at }: Line): Reading {
  return readingOf(asked.series[at] as TrendSeries, asked.currency);
}

interface OneProps extends Omit<Props, "lines" | "asked"> {
  drawn: { line: Line; place: number }[];
  reading: Reading;
  /** A chart of one line has no legend, so beside others it says what it shows. */
  isNamed: boolean;
  height: number;
}

function OneChart({ drawn, reading, isNamed, starts, unit, before, height }: OneProps) {
  const { view, now } = usePage();
  const open = useOpen();
  const series = useMemo<TimeSeries[]>(
    () =>
      drawn.flatMap(({ line, place }) => {
        const earlier = before?.lines.find(({ name }) => name === line.name);
        const colour = line.group === null ? ("grey" as const) : place;
        return [
          {
            name: line.name,
            kind: "line" as const,
            values: valuesOf(line, starts, view.zone),
            colour,
          },
          ...(earlier === undefined || before === undefined
            ? []
            : [
                {
                  name: t.compared(line.name),
                  kind: "line" as const,
                  values: valuesOf(earlier, before.starts, view.zone),
                  comparedStarts: before.starts,
                  colour,
                },
              ]),
        ];
      }),
    [drawn, before, starts, view.zone],
  );
  return (
    <>
      {isNamed && (
        <Text size="sm" fw={500} mt="xs">
          {drawn[0]?.line.name}
        </Text>
      )}
      <TimeChart
        label={t.trend.chart}
        starts={starts}
        unit={unit}
        zone={view.zone}
        now={now}
        series={series}
        height={height}
        format={reading.format}
        axis={reading.axis}
        {...(open && {
          onPick: (name: string, start: number) => {
            const found = drawn.find(({ line }) => line.name === name)?.line;
            if (found !== undefined) open(cellOf(found, start));
          },
        })}
      />
    </>
  );
}
