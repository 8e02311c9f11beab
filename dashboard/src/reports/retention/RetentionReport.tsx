import { useComputedColorScheme } from "@mantine/core";
import type { EChartsOption } from "echarts";
import { useMemo } from "react";

import type { ReportAnswer, RetentionRow } from "~/api/types";
import { Chart } from "~/charts/Chart";
import { colours } from "~/charts/colours";
import { categories, escaped, tooltip } from "~/charts/options";
import { moment } from "~/formats/dates";
import { number, percent, ratio } from "~/formats/numbers";
import { Empty } from "~/frame/Empty";
import { Panel } from "~/frame/Panel";
import { usePage } from "~/page/page";
import { t } from "~/texts";

import { type Definition, type ViewProps } from "../definition";
import { ReportPage } from "../ReportPage";
import { average, cohorts } from "./grid";

const ROW = 26;
const DAY = 86_400_000;
const LAST_DAY = 31;

function View({ answer, ask }: ViewProps<object, ReportAnswer<"retention">>) {
  const { view } = usePage();
  return (
    <Panel
      name="retention"
      title={t.reports.names.retention}
      how={t.retention.how}
      answer={answer}
      ask={ask}
      height={480}
      empty={(found) => (found.length === 0 ? <Empty text={t.retention.empty} height={320} /> : null)}
      table={(found) => ({
        columns: [
          { label: t.retention.date, read: (cell) => moment(String(cell), "date", view.zone) },
          { label: t.retention.dayColumn, isNumber: true },
          { label: t.retention.visitors, isNumber: true, read: (cell) => number(Number(cell)) },
          { label: t.retention.returned, isNumber: true, read: (cell) => number(Number(cell)) },
          { label: t.retention.share, isNumber: true, read: (cell) => percent(Number(cell) / 100) },
        ],
        rows: found.map((row) => [row.date, row.day, row.visitors, row.returnVisitors, row.percentage]),
      })}
    >
      {(found) => <Grid rows={found} />}
    </Panel>
  );
}

function Grid({ rows }: { rows: RetentionRow[] }) {
  const scheme = useComputedColorScheme("light");
  const { view, span, now } = usePage();
  const all = useMemo(() => cohorts(rows), [rows]);
  const [option, height] = useMemo<[EChartsOption, number]>(() => {
    const palette = colours(scheme);
    const end = Math.min(span.endAt, now);
    const ageOf = ({ date }: { date: string }): number => Math.floor((end - Date.parse(date)) / DAY);
    const last = Math.min(LAST_DAY, Math.max(...all.map(ageOf), 0));
    const days = Array.from({ length: last + 1 }, (_, day) => day);
    const names = all.map(
      ({ date, visitors }) => `${moment(date, "day", view.zone)}  ·  ${number(visitors)}`,
    );
    const cells = all.flatMap((cohort, at) =>
      days
        .filter((day) => day <= ageOf(cohort))
        .map((day) => [
          day,
          at + 1,
          ratio(cohort.days.get(day) ?? 0, cohort.visitors),
          cohort.days.get(day) ?? 0,
        ]),
    );
    const means = days.flatMap((day) => {
      const share = average(all, day, ageOf);
      return share === null ? [] : [[day, 0, share, null]];
    });
    const returning = cells.filter(([day]) => day !== 0).map(([, , share]) => share ?? 0);
    const most = Math.max(0.02, ...returning);
    // On the dark half of the ramp, writing is as light as the page.
    const inkOn = (share: number): string =>
      share / most > 0.55 === (scheme === "light") ? palette.background : palette.text;
    return [
      {
        grid: { left: 4, right: 4, top: 28, bottom: 4, containLabel: true },
        tooltip: {
          ...tooltip(palette),
          formatter: (given: unknown) => {
            const { value } = given as { value: [number, number, number, number | null] };
            const [day, at, share, count] = value;
            const cohort = all[at - 1];
            if (cohort === undefined || count === null)
              return `${t.retention.day(day)}: <b>${percent(share)}</b>`;
            const date = moment(cohort.date, "date", view.zone);
            return escaped(t.retention.tooltip(date, t.retention.day(day), number(count), percent(share)));
          },
        },
        xAxis: {
          ...categories(
            palette,
            days.map((day) => t.retention.day(day)),
          ),
          position: "top",
        },
        yAxis: { ...categories(palette, [t.retention.average, ...names]), inverse: true },
        visualMap: {
          show: false,
          dimension: 2,
          min: 0,
          // Day 0 is everybody; the days after it tell something only on their own scale.
          max: most,
          inRange: { color: palette.ramp },
        },
        series: [
          {
            type: "heatmap",
            data: [...means, ...cells].map((value) => ({
              value,
              label: { color: inkOn(value[2] ?? 0) },
            })),
            itemStyle: { borderColor: palette.background, borderWidth: 2, borderRadius: 4 },
            label: {
              show: last <= LAST_DAY,
              fontSize: 10,
              formatter: (given) => {
                const [, , share] = given.value as [number, number, number];
                return share === 0 ? "" : `${Math.round(share * 100)}`;
              },
            },
            // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated for lists of options only
            emphasis: { itemStyle: { borderColor: palette.text } },
          },
        ],
      },
      (all.length + 1) * ROW + 40,
    ];
  }, [scheme, all, view.zone, span.endAt, now]);
  const label = `${t.reports.names.retention}: ${t.reports.about.retention}`;
  return (
    <div className="wide-chart" role="group" tabIndex={0} aria-label={t.reports.names.retention}>
      <Chart option={option} label={label} height={height} />
    </div>
  );
}

const definition: Definition<object, "retention"> = {
  type: "retention",
  read: () => ({}),
  send: () => ({}),
  isComplete: () => true,
  View,
};

export default function RetentionReport() {
  return <ReportPage definition={definition} />;
}
