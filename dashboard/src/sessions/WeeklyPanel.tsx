import { useComputedColorScheme } from "@mantine/core";
import type { EChartsOption } from "echarts";
import { useMemo } from "react";

import { useAnswer } from "~/api/useAnswer";
import { Chart } from "~/charts/Chart";
import { type Colours, colours } from "~/charts/colours";
import { inkOn, onRamp } from "~/charts/heat";
import { categories, escaped, tooltip } from "~/charts/options";
import { Scale } from "~/charts/Scale";
import { mean } from "~/formats/numbers";
import { Panel } from "~/frame/Panel";
import { usePage } from "~/page/page";
import { t } from "~/texts";

import { hoursOf, perDay } from "./weekdays";

/** By weekday, Sunday first, and hour: visitors per such hour. */
type Means = (number | null)[][];

const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);
// The server's weeks begin on Sunday; the first of March 2026 is one.
const SUNDAY = Date.UTC(2026, 2, 1);
const namesOf = (weekday: "short" | "long"): string[] =>
  Array.from({ length: 7 }, (_, day) =>
    new Intl.DateTimeFormat(undefined, { weekday, timeZone: "UTC" }).format(SUNDAY + day * 86_400_000),
  );
const DAYS = namesOf("short");
const LONG_DAYS = namesOf("long");
const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0];
const SAMPLES = [0, 0.25, 0.5, 0.75, 1];

function read(value: number | null): string {
  return value === null ? t.none : mean(value);
}

/** When in the week visitors come, on an average day. */
export function WeeklyPanel() {
  const { ask, span, view, now } = usePage();
  const question = ask("sessions/weekly");
  const answer = useAnswer(question);
  const hours = useMemo(() => hoursOf(span, view.zone, now), [span, view.zone, now]);
  return (
    <Panel
      name="weekly"
      title={t.sessions.weekly}
      how={t.sessions.weeklyHow}
      answer={answer}
      ask={question}
      height={250}
      table={(weekly) => {
        const means = perDay(weekly, hours);
        return {
          columns: [
            { label: t.units.hour },
            ...MONDAY_FIRST.map((day) => ({
              label: DAYS[day] ?? "",
              isNumber: true,
              read: (cell: string | number | null) => read(cell === null ? null : Number(cell)),
            })),
          ],
          rows: HOURS.map((name, hour) => [name, ...MONDAY_FIRST.map((day) => means[day]?.[hour] ?? null)]),
        };
      }}
    >
      {(weekly) => <Week means={perDay(weekly, hours)} />}
    </Panel>
  );
}

function Week({ means }: { means: Means }) {
  const scheme = useComputedColorScheme("light");
  const palette = colours(scheme);
  const most = Math.max(...means.flat().map((value) => value ?? 0));
  return (
    <>
      <Chart option={optionOf(means, most, palette)} label={sentence(means)} height={250} />
      <Scale
        label={t.sessions.weeklyScale}
        samples={SAMPLES.map((share) => {
          const colour = colourOf(share, palette);
          return { colour, ink: inkOn(colour, palette), text: read(share * most) };
        })}
      />
    </>
  );
}

function colourOf(share: number, { empty, ramp }: Colours): string {
  return onRamp([empty, ...ramp.slice(1)], share);
}

/** Return the busiest and the quietest weekday, and the busiest hour, in a sentence. */
function sentence(means: Means): string {
  const days = means
    .map((hours, day) => ({
      name: LONG_DAYS[day] ?? "",
      sum: hours.reduce<number>((sum, value) => sum + (value ?? 0), 0),
      isThere: hours.every((value) => value !== null),
    }))
    .filter(({ isThere }) => isThere)
    .toSorted((a, b) => b.sum - a.sum);
  const hours = means
    .flatMap((values, day) => values.map((value, hour) => ({ day, hour, value: value ?? 0 })))
    .toSorted((a, b) => b.value - a.value);
  const [busiest, top] = [days[0], hours[0]];
  if (top === undefined || top.value === 0) return t.sessions.weekly;
  const when = `${LONG_DAYS[top.day] ?? ""} ${HOURS[top.hour] ?? ""}`;
  return [
    t.sessions.busiestHour(when, read(top.value)),
    ...(busiest === undefined
      ? []
      : [t.sessions.busiestDay(busiest.name, days.at(-1)?.name ?? busiest.name)]),
  ].join(" ");
}

function optionOf(means: Means, most: number, palette: Colours): EChartsOption {
  const names = MONDAY_FIRST.map((day) => DAYS[day] ?? "");
  const cells = MONDAY_FIRST.flatMap((day, row) =>
    HOURS.flatMap((_, hour) => {
      const value = means[day]?.[hour] ?? null;
      if (value === null) return [];
      const color = colourOf(most === 0 ? 0 : value / most, palette);
      return [{ value: [hour, row, value], itemStyle: { color } }];
    }),
  );
  return {
    grid: { left: 4, right: 4, top: 4, bottom: 4, containLabel: true },
    tooltip: {
      ...tooltip(palette),
      formatter: (given: unknown) => {
        const [hour, row, value] = (given as { value: [number, number, number] }).value;
        return `${escaped(names[row] ?? "")} ${HOURS[hour] ?? ""}<br><b>${t.sessions.perHour(read(value))}</b>`;
      },
    },
    xAxis: categories(palette, HOURS),
    yAxis: { ...categories(palette, names), inverse: true },
    // The chart wants one where cells are; each cell says its own colour.
    visualMap: { show: false, min: 0, max: 1, seriesIndex: [] },
    series: [
      {
        type: "heatmap",
        data: cells,
        itemStyle: { borderColor: palette.background, borderWidth: 2, borderRadius: 4 },
      },
    ],
  };
}
