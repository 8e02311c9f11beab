import { useComputedColorScheme } from "@mantine/core";
import type { EChartsOption } from "echarts";
import { useMemo } from "react";

import { useAnswer } from "~/api/useAnswer";
import { Chart } from "~/charts/Chart";
import { colours } from "~/charts/colours";
import { categories, escaped, tooltip } from "~/charts/options";
import { number } from "~/formats/numbers";
import { Panel } from "~/frame/Panel";
import { usePage } from "~/page/page";
import { t } from "~/texts";

type Weekly = number[][];

const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);
// The server's weeks begin on Sunday; the first of March 2026 is one.
const SUNDAY = Date.UTC(2026, 2, 1);
const DAYS = Array.from({ length: 7 }, (_, day) =>
  new Intl.DateTimeFormat(undefined, { weekday: "short", timeZone: "UTC" }).format(SUNDAY + day * 86_400_000),
);
const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0];

/** When in the week visitors come. */
export function WeeklyPanel() {
  const { ask } = usePage();
  const question = ask("sessions/weekly");
  const answer = useAnswer(question);
  return (
    <Panel
      name="weekly"
      title={t.sessions.weekly}
      how={t.sessions.weeklyHow}
      answer={answer}
      ask={question}
      height={250}
      table={(weekly) => ({
        columns: [
          { label: t.units.hour },
          ...MONDAY_FIRST.map((day) => ({
            label: DAYS[day] ?? "",
            isNumber: true,
            read: (cell: string | number | null) => number(Number(cell)),
          })),
        ],
        rows: HOURS.map((name, hour) => [name, ...MONDAY_FIRST.map((day) => weekly[day]?.[hour] ?? 0)]),
      })}
    >
      {(weekly) => <Week weekly={weekly} />}
    </Panel>
  );
}

function Week({ weekly }: { weekly: Weekly }) {
  const scheme = useComputedColorScheme("light");
  const option = useMemo<EChartsOption>(() => {
    const palette = colours(scheme);
    const names = MONDAY_FIRST.map((day) => DAYS[day] ?? "");
    const cells = MONDAY_FIRST.flatMap((day, row) =>
      HOURS.map((_, hour) => [hour, row, weekly[day]?.[hour] ?? 0]),
    );
    return {
      grid: { left: 4, right: 4, top: 4, bottom: 4, containLabel: true },
      tooltip: {
        ...tooltip(palette),
        formatter: (given: unknown) => {
          const { value } = given as { value: [number, number, number] };
          const [hour, row, count] = value;
          return `${escaped(names[row] ?? "")} ${HOURS[hour] ?? ""}<br><b>${number(count)}</b>`;
        },
      },
      xAxis: categories(palette, HOURS),
      yAxis: { ...categories(palette, names), inverse: true },
      visualMap: {
        show: false,
        min: 0,
        max: Math.max(1, ...cells.map(([, , count]) => count ?? 0)),
        inRange: { color: [palette.empty, ...palette.ramp.slice(1)] },
      },
      series: [
        {
          type: "heatmap",
          data: cells,
          itemStyle: { borderColor: palette.background, borderWidth: 2, borderRadius: 4 },
        },
      ],
    };
  }, [scheme, weekly]);
  return <Chart option={option} label={t.sessions.weekly} height={250} />;
}
